// The exact answers that the public page may tell once the exit gate has heard them: sex, age and homes in a priority neighbourhood, of the whole territory and of no lower place.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { unfiltered } from '$lib/cube/filter.ts';
import type { AuditedFigure } from '$lib/export/report/public-page.ts';
import type { ExitAsked } from '$lib/figures/exit-check.ts';
import { publicWords } from '$lib/i18n/exit-words.ts';
import type { ExitFigure, ExitReport, ReleasedFigure } from '$lib/model/report/exit-figure.ts';
import { isAuditable } from '$lib/figures/figures-of-answers.ts';
import type { StateReport } from '$lib/model/report/state-report.ts';
import { LEVELS } from '$lib/model/school.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';

/** Those that matter most first: they are withheld last. */
const ASKED = [
  'children.girls',
  'children.boys',
  'children.age.2-5',
  'children.age.6-10',
  'children.age.11-16',
  'children.age.17+',
  'children.inQpv'
];

/** What the page proposes to the gate, all together; none where the cases tell nothing of them. */
export function publicAsked({ answers }: Pick<StateReport, 'answers'>): ExitAsked[] {
  const auditable = new Set(answers.filter(isAuditable).map(({ id }) => id));
  return ASKED.filter((id) => auditable.has(id)).map((id) => ({ id, form: 'count' }));
}

/** As they may be written, in the order in which they were asked. */
export const auditedFigures = (
  figures: readonly ExitFigure[],
  { verdicts }: Pick<ExitReport, 'verdicts'>
): AuditedFigure[] =>
  figures.map((figure, i) => ({
    id: figure.id,
    words: publicWords(figure, verdicts[i]!),
    isRounded: verdicts[i]!.status !== 'passes'
  }));

/** What a reader of the page knows by the figures that are on it. */
export const releasedFigures = ({ verdicts }: Pick<ExitReport, 'verdicts'>): ReleasedFigure[] =>
  verdicts.flatMap((verdict) => (verdict.status === 'contradicts' ? [] : verdict.released));

/** Children of the whole territory, and by level, where their count is published. */
export function publishedFigures(cube: CoverageCube, year: SchoolYear): Map<string, number> {
  const all = unfiltered(year);
  const counts = [
    ['children.total', cube.children(all)] as const,
    ...LEVELS.map((level) => [`children.level.${level}`, cube.children({ ...all, level })] as const)
  ];
  return new Map(
    counts.flatMap(([id, { value, status, atLeast }]): [string, number][] =>
      value !== null && status === 'published' && !atLeast ? [[id, value]] : []
    )
  );
}
