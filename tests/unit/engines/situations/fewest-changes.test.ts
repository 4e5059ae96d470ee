// How few pupils can change referent: what is said to be proven holds for every plan that keeps the rules.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileOptions } from '../../../../src/lib/engines/assignment/index.ts';
import { fewestChanges } from '../../../../src/lib/engines/situations/fewest-changes.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import { everyKept, tinyRequest } from '../cards/card-problems.ts';
import { draws } from '../../../draws.ts';

const RUNS = draws();
let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

describe('the fewest pupils who change', () => {
  it('are never more than in a plan that keeps the rules, and are refused only where none does', () => {
    fc.assert(
      fc.property(tinyRequest, (request) => {
        const { problem, balance } = request;
        const { status, pupils, bound } = fewestChanges(solver, problem, {}, compileOptions(balance, null));
        const kept = everyKept(request);
        if (status === 'infeasible') expect(kept).toHaveLength(0);
        else expect([status, pupils]).toEqual(['optimal', bound]);
        for (const { pupilsMoved } of kept) expect(bound).toBeLessThanOrEqual(pupilsMoved + 1e-6);
      }),
      { numRuns: RUNS, seed: 11 }
    );
  });

  it('are none where today keeps the rules', () => {
    const { units, ...file } = syntheticProblem(9, { units: 20, referents: 4, tolerance: 0.2 });
    const free = fewestChanges(solver, { ...file, units: units.map((unit) => ({ ...unit, current: null })) });
    expect(free).toMatchObject({ status: 'optimal', pupils: 0, bound: 0 });
  });
});
