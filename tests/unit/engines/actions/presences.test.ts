// Sums of presences that leave the service, attacked: whatever a reader adds and subtracts holds a session of the threshold, or nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavingPresences } from '../../../../src/lib/engines/actions/index.ts';

const K = 11;
const of = (...counts: (number | null)[]) => counts.map((present, at) => ({ id: `S${at}`, present }));

describe('a sum of presences leaves the service', () => {
  it('with a session of the threshold in it, never as a count of children', () => {
    const [a, b, c] = of(12, 3, 4) as [{ id: string; present: number }, never, never];
    expect(leavingPresences([[a, b], [b, c], [a]], K)).toEqual([true, false, false]);
    expect(
      leavingPresences(
        [
          [
            { id: 'X', present: 6 },
            { id: 'Y', present: 6 }
          ]
        ],
        K
      )
    ).toEqual([false]);
  });

  it('not where the year less the other sheets would tell a small one', () => {
    const [large, small, other] = of(20, 3, 15) as never[];
    // The sheets of 20 and 15 leave; the year would give the third by subtraction.
    expect(leavingPresences([[large!], [other!], [large!, small!, other!]], K)).toEqual([true, true, false]);
  });

  it('an unknown number is never taken for one of the threshold', () => {
    expect(leavingPresences([of(null, 3)], K)).toEqual([false]);
  });

  it('whatever the sessions: no combination of the sums that leave is of small sessions alone', () => {
    const systems = fc
      .array(
        fc.record({
          present: fc.integer({ min: 0, max: 20 }),
          sheet: fc.nat(2),
          month: fc.nat(2),
          commune: fc.nat(1)
        }),
        { minLength: 1, maxLength: 8 }
      ) // prettier-ignore
      .map((rows) => rows.map((row, at) => ({ ...row, id: `S${at}` })));
    fc.assert(
      fc.property(systems, (sessions) => {
        const groups = (['sheet', 'month', 'commune'] as const).flatMap((key) =>
          [0, 1, 2].map((value) => sessions.filter((one) => one[key] === value))
        );
        const sums = [sessions, ...groups].filter((group) => group.length > 0);
        const leaving = leavingPresences(sums, K);
        const shown = sums.filter((_, at) => leaving[at]);
        // Every way to add and subtract them once or twice.
        const walk = (at: number, weights: Map<string, number>): void => {
          if (at === shown.length) {
            const told = sessions.filter(({ id }) => (weights.get(id) ?? 0) !== 0);
            if (told.length > 0) expect(told.some(({ present }) => present >= K)).toBe(true);
            return;
          }
          for (const times of [-1, 0, 1]) {
            const next = new Map(weights);
            for (const { id } of shown[at]!) next.set(id, (next.get(id) ?? 0) + times);
            walk(at + 1, next);
          }
        };
        walk(0, new Map());
      }),
      { numRuns: 60, seed: 8 }
    );
  });
});
