// Answers of the report as figures that could be published: what each counts, and the parts that sum to the total beside it.
import { UNKNOWN } from '$lib/model/pathway.ts';
import { previousYear, type SchoolYear } from '$lib/model/school-year.ts';
import type { ChildVariable, ExitFigure, FigureForm, ReleasedFigure } from '$lib/model/report/exit-figure.ts';
import type { ReportAnswer } from '$lib/model/report/state-report.ts';
import {
  ALL_CHILDREN,
  END_REASON,
  END_UNTOLD,
  ENDED,
  ENDED_ANSWER,
  EXIT_AXIS,
  NO,
  surveyPlaceOf,
  REASON_AXIS,
  SURVEY_AXES,
  YES
} from '$lib/model/report/survey-axes.ts';

type Answer = Pick<ReportAnswer, 'id' | 'value' | 'gate'>;

/** The answers that count children of the dossiers: those that the exit gate can audit. */
export const isAuditable = ({ id, value, gate }: Answer): boolean =>
  gate === 'state' && typeof value === 'number' && surveyPlaceOf(id) !== null;

/**
 * An answer as a figure to be published.
 *
 * @param total children of the year: a share is of them
 * @returns null when the gate cannot audit it
 */
export function exitFigureOf(
  answer: Answer,
  year: SchoolYear,
  form: 'count' | 'share' = 'count',
  total: number | null = null
): ExitFigure | null {
  const place = surveyPlaceOf(answer.id);
  if (!isAuditable(answer) || place === null) return null;
  const within = place === 'whole' ? {} : { [place.axis]: [place.part] };
  const asShare: FigureForm | null =
    form === 'share' && total !== null && total > 0 && place !== 'whole'
      ? { as: 'share', of: { counts: { year, within: {} }, value: total }, step: 1 }
      : null;
  return {
    id: answer.id,
    counts: { year, within },
    value: answer.value as number,
    form: asShare ?? { as: 'count' }
  };
}

/** Counts of a year by id of answer, and the parts that figures which left name: axis -> parts. */
interface Known {
  counts: ReadonlyMap<string, number>;
  named: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The variables of the survey: their parts sum to the children of a year, or to a part that they stand under. A part for those of whom nothing
 * is told is there unless the answers tell that nobody is in it: anyone may know that much.
 *
 * @param report the answers of a year, with those of the year before
 * @param released figures that left, of any year
 */
export function variablesOf(
  { year, answers }: { year: SchoolYear; answers: readonly (Answer & Pick<ReportAnswer, 'last'>)[] },
  released: readonly ReleasedFigure[] = []
): ChildVariable[] {
  const counts = (of: 'value' | 'last') =>
    new Map(
      answers.flatMap((answer): [string, number][] => {
        const count = answer[of];
        return typeof count === 'number' && surveyPlaceOf(answer.id) !== null ? [[answer.id, count]] : [];
      })
    );
  const told = new Map([
    [previousYear(year), counts('last')],
    [year, counts('value')]
  ]);
  const years = new Set([...told.keys(), ...released.map((one) => one.counts.year)]);
  return [...years].flatMap((each) => {
    const named = namedIn(released, each);
    return variablesOfYear({ counts: told.get(each) ?? new Map<string, number>(), named }).map((one) => ({
      ...one,
      year: each
    }));
  });
}

function namedIn(released: readonly ReleasedFigure[], year: SchoolYear): Known['named'] {
  const named = new Map<string, Set<string>>();
  for (const { counts } of released) {
    if (counts.year !== year) continue;
    for (const [axis, parts] of Object.entries(counts.within))
      named.set(axis, new Set([...(named.get(axis) ?? []), ...parts]));
  }
  return named;
}

function variablesOfYear(known: Known): Omit<ChildVariable, 'year'>[] {
  const { counts, named } = known;
  const reasons = new Set([...named.keys()].filter((axis) => axis.startsWith(REASON_AXIS)));
  const ended = new Set([...(named.get(EXIT_AXIS) ?? [])].filter((part) => part.startsWith(END_REASON)));
  for (const id of counts.keys()) {
    const place = surveyPlaceOf(id);
    if (place === null || place === 'whole') continue;
    if (place.axis.startsWith(REASON_AXIS)) reasons.add(place.axis);
    if (place.part.startsWith(END_REASON)) ended.add(place.part);
  }
  return [
    ...SURVEY_AXES.map(({ name, parts, rest }) => {
      const isNamed = named.get(name)?.has(UNKNOWN) ?? false;
      const untold =
        rest === null ? 0 : (counts.get(rest) ?? leftOf(known, ALL_CHILDREN, Object.keys(parts)));
      return {
        name,
        parts: [...Object.values(parts), ...(isNamed || untold !== 0 ? [UNKNOWN] : [])],
        ...(name === EXIT_AXIS && ended.size > 0 && { under: { [ENDED]: endedParts(known, [...ended]) } })
      };
    }),
    ...[...reasons].map((name) => ({ name, parts: [YES, NO] }))
  ];
}

const endedParts = (known: Known, reasons: readonly string[]): string[] => [
  ...reasons,
  ...(leftOf(known, ENDED_ANSWER, reasons) !== 0 ? [END_UNTOLD] : [])
];

/** What is left of a count without its parts; null where one of them is not told. */
function leftOf({ counts }: Known, whole: string, parts: readonly string[]): number | null {
  let left = counts.get(whole);
  for (const id of parts) {
    const count = counts.get(id);
    if (left === undefined || count === undefined) return null;
    left -= count;
  }
  return left ?? null;
}
