// What the gate is told of the survey: the parts of each answer, those of whom nothing is told included.
import { describe, expect, it } from 'vitest';
import { releasedBefore } from '../../../src/lib/model/report/exit-record.ts';
import { exitFigureOf, variablesOf } from '../../../src/lib/figures/figures-of-answers.ts';
import type { ReleasedFigure } from '../../../src/lib/model/report/exit-figure.ts';

const [LAST, YEAR] = ['2024-2025', '2025-2026'] as const;

function variable(
  name: string,
  values: Record<string, number>,
  released: ReleasedFigure[] = [],
  year: string = YEAR
) {
  const answers = Object.entries(values).map(([id, value]) => ({
    id,
    value,
    last: value,
    gate: 'state' as const
  }));
  return variablesOf({ year: YEAR, answers }, released).find((one) => one.name === name && one.year === year);
}

describe('the part of those of whom nothing is told', () => {
  const sex = (unknown: number | null) =>
    variable('child.sex', {
      'children.total': 100,
      'children.girls': 60,
      'children.boys': 40 - (unknown ?? 0),
      ...(unknown !== null && { 'children.sexUnknown': unknown })
    })!.parts;

  it('is a part like the others where it has someone', () => {
    expect(sex(12)).toEqual(['F', 'M', 'inconnu']);
  });

  it('is none where the answers tell that nobody is in it', () => {
    expect(sex(0)).toEqual(['F', 'M']);
    expect(sex(null)).toEqual(['F', 'M']);
  });

  it('is there where the answers do not tell, and where a figure that left names it', () => {
    expect(variable('child.sex', { 'children.girls': 60 })!.parts).toEqual(['F', 'M', 'inconnu']);
    const counts = { year: YEAR, within: { 'child.sex': ['inconnu'] } };
    const all = { 'children.total': 100, 'children.girls': 60, 'children.boys': 40 };
    expect(variable('child.sex', all, [{ id: 'x', counts, least: 12, most: 12 }])!.parts).toContain(
      'inconnu'
    );
  });

  it('stands under the paths that ended, beside their reasons', () => {
    const ends = (told: number) =>
      variable('child.exit', {
        'children.total': 200,
        'children.open': 118,
        'children.ended': 82,
        'paths.endReason.relais': 40,
        'paths.endReason.abandon': told
      })!;
    expect(ends(35)).toMatchObject({
      parts: ['open', 'ended'],
      under: { ended: ['paths.endReason.relais', 'paths.endReason.abandon', 'ended:untold'] }
    });
    expect(ends(42).under).toEqual({ ended: ['paths.endReason.relais', 'paths.endReason.abandon'] });
  });
});

describe('a figure that left', () => {
  it('keeps its reason among the parts of its year, in the axis of today', () => {
    const counts = { year: LAST, within: { 'child.endReason': ['paths.endReason.demenagement'] } } as const;
    const exit = {
      day: '2025-09-20',
      year: LAST,
      output: 'figure',
      reader: 'presse',
      gate: 'public'
    } as const;
    const former = releasedBefore([
      {
        ...exit,
        figures: [],
        withheld: [],
        released: [{ id: 'paths.endReason.demenagement', counts, least: 20, most: 20 }]
      }
    ]);
    expect(former[0]!.counts.within).toEqual({ 'child.exit': ['paths.endReason.demenagement'] });
    const ends = { 'children.total': 200, 'children.open': 118, 'children.ended': 82 };
    expect(variable('child.exit', ends, former, LAST)!.under!.ended).toContain(
      'paths.endReason.demenagement'
    );
    expect(variable('child.exit', ends, former)!.under).toBeUndefined();
  });
});

it('an answer is a figure of its part, and a reason of end is one of the paths that ended', () => {
  const within = (id: string) => exitFigureOf({ id, value: 40, gate: 'state' }, YEAR)?.counts.within;
  expect(within('children.total')).toEqual({});
  expect(within('children.reason.absences')).toEqual({ 'child.reason.absences': ['yes'] });
  expect(within('paths.endReason.relais')).toEqual({ 'child.exit': ['paths.endReason.relais'] });
  expect(within('children.age.17+')).toEqual({ 'child.age': ['17+'] });
  expect(within('paths.lengthMedian')).toBeUndefined();
});
