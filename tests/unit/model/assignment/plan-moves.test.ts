// Moves between plans, and the history of a plan.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyMoves,
  diffPlans,
  invertMoves,
  movesOfUnits
} from '../../../../src/lib/model/assignment/plan-moves.ts';
import type { Plan } from '../../../../src/lib/model/plan.ts';

const plan: fc.Arbitrary<Plan> = fc.record({
  referents: fc.dictionary(fc.constantFrom('s1', 's2', 's3', 's4'), fc.constantFrom('r1', 'r2', 'r3')),
  coordinators: fc.dictionary(fc.constantFrom('r1', 'r2', 'r3'), fc.constantFrom('c1', 'c2'))
});

describe('moves', () => {
  it('lead from any plan to any other, and back', () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const moves = diffPlans(before, after);
        expect(applyMoves(before, moves)).toEqual({ ...after });
        expect(applyMoves(after, invertMoves(moves))).toEqual({ ...before });
        expect(diffPlans(after, after)).toEqual([]);
      })
    );
  });

  it('of a unit are those of its schools', () => {
    const units = [{ id: 'Centre', schools: ['0590001A', '0590002A'] }, { id: '0590003A' }];
    const moves = movesOfUnits({ referents: { '0590001A': 'r1' }, coordinators: {} }, units, {
      Centre: 'r2'
    });
    expect(moves).toEqual([
      { kind: 'unit', id: '0590001A', from: 'r1', to: 'r2' },
      { kind: 'unit', id: '0590002A', from: null, to: 'r2' }
    ]);
  });
});
