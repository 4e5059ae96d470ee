// Visits at neutral places: one share of the whole territory, and only where enough children of enough families are behind it.
import { beforeAll, describe, expect, it } from 'vitest';
import { protect, raiseThreshold } from '../../../../src/lib/engines/disclosure/index.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

const SCHOOL = '0590001F';
const STRUCTURE = {
  communes: ['59606', '59607'],
  qpvs: [],
  schools: [{ uai: SCHOOL, kind: 'primaire' as const, commune: '59606', qpv: null }]
};
let solver: LinearSolver;
beforeAll(async () => void (solver = await bootHighs()));

/** @param neutral children with a visit at a neutral place @param home those with visits at home @param family of each */
function cubeOf(neutral: number, home = 40, family = (i: number): string | null => `f${i}`, k = 11) {
  const cases = Array.from({ length: 40 }, (_, i): Case => ({
    ...{ case_id: `e${i}`, school_year: '2024-2025', uai: SCHOOL, qpv: null, theme: 'sante' },
    ...{ commune: i % 2 ? '59606' : '59607', level: 'elementaire', visits: 5, family_id: family(i) },
    visited: { home: i < home ? 4 : 0, neutral: i < neutral ? 1 : 0 }
  }));
  return protect(solver, cases, STRUCTURE, { k, method: 'gauss' }).cube;
}
const shares = (...asked: Parameters<typeof cubeOf>) =>
  cubeOf(...asked).cells.flatMap(({ key, neutral }) => (neutral === undefined ? [] : [[...key, neutral]]));

describe('the share of visits at neutral places', () => {
  it('is a whole percent beside the count of everybody, and nowhere else', () => {
    const [only, ...others] = shares(20);
    expect(only!.filter((name) => name !== 'ALL')).toEqual([Math.round((100 * 20) / 180)]);
    expect(others).toEqual([]);
  });

  it('is not shown below the threshold of children at such places, nor of children at home', () => {
    expect(shares(10)).toEqual([]);
    expect(shares(11)).toHaveLength(1);
    expect(shares(10, 40, undefined, 5)).toHaveLength(1);
    expect(shares(20, 10)).toEqual([]);
    expect(shares(20, 0)).toEqual([]);
  });

  it('is not shown for children of two families, nor where nobody may tell how many they are', () => {
    expect(shares(12, 40, (i) => (i < 12 ? `f${i % 2}` : `f${i}`))).toEqual([]);
    expect(shares(20, 40, () => null)).toHaveLength(1);
  });

  it('says nothing of a list that tells no neutral place: unknown is not 0', () => {
    expect(shares(0)).toEqual([]);
  });

  it('goes with the counts that are made safe at a higher threshold', () => {
    const cube = cubeOf(11);
    const told = (k: number) =>
      raiseThreshold(solver, cube, { k, families: 3 }).cube.cells.some(
        ({ neutral }) => neutral !== undefined
      );
    expect([told(11), told(12)]).toEqual([true, false]);
  });
});
