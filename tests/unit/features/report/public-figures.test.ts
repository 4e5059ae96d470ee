// The public page of the year's report: what the exit gate lets it tell of sex, age and homes, of the whole territory.
import { describe, expect, test } from 'vitest';
import { publicContent } from '../../../../src/lib/export/report/public-page.ts';
import {
  auditedFigures,
  publicAsked,
  releasedFigures
} from '../../../../src/lib/features/report/outputs/public-figures.ts';
import type { ExitFigure, ExitVerdict, WorkedOut } from '../../../../src/lib/model/report/exit-figure.ts';
import { exitFigureOf } from '../../../../src/lib/figures/figures-of-answers.ts';
import { NO_CASES_INPUT, REPORT_INPUT } from '../../../fixtures/state-report.ts';

const { report } = REPORT_INPUT;
const PUBLISHED = new Map([['children.total', 380]]);
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/\u2011/g, '-');
const text = (content: ReturnType<typeof publicContent>) =>
  spaced([...content.sentences, ...content.lines, ...content.notes].join('\n').replace(/<\/?b>/g, ''));

const asked = publicAsked(report);
const figures: ExitFigure[] = asked.map(({ id, form }) =>
  exitFigureOf(
    report.answers.find((one) => one.id === id)!,
    report.year,
    form
  )!
);
const workedOut: WorkedOut = {
  dimensions: ['year', 'child.age'],
  names: [report.year, '17+'],
  reason: 'small',
  whole: null,
  isShown: true,
  lo: 6,
  hi: 6,
  former: null,
  proof: null,
  by: ['children.age.17+']
};
const passes = ({ id, counts, value }: ExitFigure): ExitVerdict => ({
  id,
  status: 'passes',
  released: [{ id, counts, least: value, most: value }]
});
/** The last age written « moins de 11 », the one before rounded, homes withheld. */
const VERDICTS = figures.map((figure): ExitVerdict => {
  const { id, counts } = figure;
  const refused = { id, status: 'refused', workedOut } as const;
  if (id === 'children.age.17+')
    return {
      ...refused,
      instead: { as: 'below', limit: 11 },
      released: [{ id, counts, least: 0, most: 10 }]
    };
  if (id === 'children.age.11-16')
    return {
      ...refused,
      instead: { as: 'rounded', to: 5 },
      released: [{ id, counts, least: 118, most: 122 }]
    };
  if (id === 'children.inQpv') return { ...refused, instead: null, released: [] };
  return passes(figure);
});
const contentOf = (verdicts: readonly ExitVerdict[]) =>
  publicContent(REPORT_INPUT, PUBLISHED, auditedFigures(figures, { verdicts }));

describe('what is proposed to the gate', () => {
  test('is sex, age and homes in a priority neighbourhood, together, of the whole territory', () => {
    expect(asked.map(({ id }) => id)).toEqual([
      ...['children.girls', 'children.boys'],
      ...['2-5', '6-10', '11-16', '17+'].map((age) => `children.age.${age}`),
      'children.inQpv'
    ]);
    for (const { counts } of figures) {
      const [[axis, nodes]] = Object.entries(counts.within) as [[string, readonly string[]]];
      expect(axis.startsWith('child.') || nodes.join() === 'QPV', axis).toBe(true);
      expect(Object.keys(counts.within)).toHaveLength(1);
    }
  });

  test('is nothing without cases', () => {
    expect(publicAsked(NO_CASES_INPUT.report)).toEqual([]);
  });
});

describe('the public page', () => {
  test('tells nothing of sex, age or homes before the verdict, nor when it fails', () => {
    const content = publicContent(REPORT_INPUT, PUBLISHED, []);
    expect(content.lines).toEqual([]);
    expect(text(content)).not.toMatch(/filles|garçons|ans\b|quartier/i);
    expect(content.shown).toContain('children.total');
    expect(content.withheld).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
  });

  test('tells exactly what passes', () => {
    const content = contentOf(figures.map(passes));
    expect(content.lines.map(spaced)).toEqual([
      'Filles : 159 ; Garçons : 221',
      'Enfants de 2 à 5 ans : 55 ; Enfants de 6 à 10 ans : 199 ; Enfants de 11 à 16 ans : 120 ; Jeunes de 17 ans et plus : 6',
      'Enfants vivant dans un quartier prioritaire : 247'
    ]);
    expect(content.shown).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
    expect(text(content)).not.toContain('Arrondi');
  });

  test('writes what is refused as the gate says, and says what is rounded or withheld', () => {
    const content = contentOf(VERDICTS);
    expect(spaced(content.lines[1]!)).toBe(
      'Enfants de 2 à 5 ans : 55 ; Enfants de 6 à 10 ans : 199 ; Enfants de 11 à 16 ans : environ 120 ; Jeunes de 17 ans et plus : moins de 11'
    );
    expect(content.lines).toHaveLength(2);
    expect(text(content)).toMatch(/Arrondi.*11 à 16 ans.*17 ans et plus/);
    expect(text(content)).not.toContain('247');
    expect(content.withheld).toContain('children.inQpv');
    expect(content.shown).toContain('children.age.17+');
  });

  test('says of a part that is withheld that it is not published', () => {
    const content = contentOf(
      figures.map((figure) =>
        figure.id === 'children.boys' ? { id: figure.id, status: 'contradicts' } : passes(figure)
      )
    );
    expect(spaced(content.lines[0]!)).toBe('Filles : 159 ; Garçons : non publié');
    expect(content.withheld).toContain('children.boys');
  });

  test('leaves in the register what its readers know, so that the next gate counts with it', () => {
    const released = releasedFigures({ verdicts: VERDICTS });
    expect(released.map(({ id, least, most }) => [id, least, most])).toEqual([
      ...[
        ['children.girls', 159, 159],
        ['children.boys', 221, 221],
        ['children.age.2-5', 55, 55]
      ],
      ...[
        ['children.age.6-10', 199, 199],
        ['children.age.11-16', 118, 122],
        ['children.age.17+', 0, 10]
      ]
    ]);
  });
});
