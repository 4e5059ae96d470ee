// On territories small enough to try every plan, the optimum is the one found by trying every plan, whatever the rules.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compileProblem,
  namedAssignment
} from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import { SOFT_PRICE } from '../../../../src/lib/engines/assignment/problem/formulation.ts';
import { checkPlan, checkResult } from '../../../../src/lib/engines/proof/check.ts';
import { heuristic } from '../../../../src/lib/engines/assignment/search/heuristic.ts';
import { namedResult, solveAssignment } from '../../../../src/lib/engines/assignment/solve-assignment.ts';
import { solve } from '../../../../src/lib/engines/assignment/search/solve.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { everyPlan, leastByTrial, shuffled, tinyProblem } from '../../../fixtures/territory/tiny.ts';
import { draws } from '../../../draws.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const RUNS = draws();
const EFFORT = 8000;

describe('a tiny territory', () => {
  it('has the optimum that trying every plan finds, and no plan where there is none', () => {
    fc.assert(
      fc.property(tinyProblem, fc.boolean(), (file, quick) => {
        const problem = compileProblem(file);
        const found = namedResult(
          problem,
          solve(solver, problem, { effort: EFFORT, start: quick ? 'heuristic' : 'none' })
        );
        const least = leastByTrial(file);
        expect(found.status).toBe(least === null ? 'infeasible' : 'optimal');
        expect(found.objective).toBe(least);
        expect(found.bound).toBe(least);
        expect(checkResult(file, found)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 1 }
    );
  });

  it('has the same optimum and the same plans in whatever order its rows come, by the heuristic too', () => {
    fc.assert(
      fc.property(tinyProblem, fc.nat(50), (file, seed) => {
        const [one, other] = [compileProblem(file), compileProblem(shuffled(file, seed))];
        const [first, second] = [one, other].map((problem) => namedResult(problem, solve(solver, problem, { effort: EFFORT }))); // prettier-ignore
        expect(second).toEqual({ ...first, seconds: expect.any(Number) as number });
        const quick = [one, other].map((problem) => heuristic(problem, { effort: EFFORT }));
        expect(quick[1]).toEqual(quick[0]);
      }),
      { numRuns: draws(1 / 3), seed: 2 }
    );
  });

  it('gets from the heuristic only plans that keep the rules they are said to keep', () => {
    let [kept, best] = [0, 0];
    fc.assert(
      fc.property(tinyProblem, (file) => {
        const problem = compileProblem(file);
        const plan = heuristic(problem, { effort: EFFORT });
        if (!plan?.feasible) return;
        const checked = checkPlan(file, namedAssignment(problem, plan.assignment));
        expect(checked.breaches).toEqual([]);
        expect(checked.objective).toBe(plan.objective);
        kept++;
        if (plan.objective === leastByTrial(file)) best++;
      }),
      { numRuns: RUNS, seed: 3 }
    );
    expect(best / kept).toBeGreaterThan(0.95);
  });

  it('always has a plan when loads are soft, at the least price of travel and excess together', () => {
    fc.assert(
      fc.property(tinyProblem, (hard) => {
        const file = { ...hard, soft: true, coordinatorTolerance: null };
        const problem = compileProblem(file);
        const found = namedResult(problem, solve(solver, problem, { effort: EFFORT }));
        let least: number | null = null;
        for (const plan of everyPlan(file)) {
          const { objective, breaches, loads } = checkPlan(file, plan);
          if (breaches.length > 0) continue;
          const outside = problem.bands.reduce((sum, { members, lower, upper }) => {
            const load = loads[problem.referents[members[0]!]!]!;
            return sum + Math.max(0, lower - load, load - upper);
          }, 0);
          least = Math.min(least ?? Infinity, objective + SOFT_PRICE * outside);
        }
        if (least === null) expect(found.status).toBe('infeasible');
        else expect(found.objective! + found.penalty!).toBeCloseTo(least, 3);
      }),
      { numRuns: draws(1 / 2), seed: 4 }
    );
  });

  it('that has no plan is answered with a real conflict, and a plan once it is relaxed', () => {
    let conflicts = 0;
    fc.assert(
      fc.property(tinyProblem, (file) => {
        const found = solveAssignment(solver, file, { effort: EFFORT });
        if (found.status !== 'infeasible') return;
        conflicts++;
        const { conflict = [], relaxed } = found;
        expect(conflict.length).toBeGreaterThan(0);
        expect(relaxed).toBeDefined();
        const dropped = relaxed!.dropped.filter(({ rule }) => rule !== 'contiguous');
        const loosened = {
          ...file,
          tolerance: relaxed!.tolerance ?? file.tolerance,
          coordinatorTolerance: relaxed!.coordinatorTolerance ?? file.coordinatorTolerance,
          maxPupilsMoved: relaxed!.maxPupilsMoved ?? file.maxPupilsMoved
        };
        const left = checkPlan(loosened, relaxed!.assignment)
          .breaches.filter(
            ({ rule }) => rule.rule !== 'contiguous' || relaxed!.dropped.length === dropped.length
          )
          .map(({ rule }) => JSON.stringify(rule));
        const allowed = dropped.map((rule) => JSON.stringify(rule));
        expect(left.filter((rule) => !allowed.includes(rule))).toEqual([]);
        expect(isConflict(file, conflict)).toBe(true);
        expect(checkResult(file, found)).toEqual([]);
      }),
      { numRuns: draws(1 / 3), seed: 5 }
    );
    expect(conflicts).toBeGreaterThan(3);
  });
});

type Conflict = NonNullable<ReturnType<typeof solveAssignment>['conflict']>;

/** No plan at all keeps the rules named. */
function isConflict(file: Parameters<typeof checkPlan>[0], conflict: Conflict): boolean {
  const keys = new Set(conflict.map((rule) => JSON.stringify(rule)));
  const whole = conflict.some(({ rule }) => rule === 'contiguous');
  for (const plan of everyPlan(file)) {
    const { breaches } = checkPlan(file, plan);
    const broken = breaches.some(
      ({ rule }) =>
        rule.rule === 'assigned' || (whole && rule.rule === 'contiguous') || keys.has(JSON.stringify(rule))
    );
    if (!broken) return false;
  }
  return true;
}
