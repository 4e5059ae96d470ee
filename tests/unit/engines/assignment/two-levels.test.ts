// Two levels: the grouping found is the best of all groupings, each tried with every plan.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import {
  compileProblem,
  namedAssignment
} from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import { checkPlan } from '../../../../src/lib/engines/proof/check.ts';
import { conflictOf } from '../../../../src/lib/engines/assignment/search/conflict.ts';
import { solve } from '../../../../src/lib/engines/assignment/search/solve.ts';
import { groupings, type Grouping } from '../../../../src/lib/engines/assignment/two-levels/groupings.ts';
import { solveTwoLevels } from '../../../../src/lib/engines/assignment/two-levels/solve-two-levels.ts';
import type { TwoLevelOptions } from '../../../../src/lib/engines/assignment/two-levels/two-levels.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { ProblemFile } from '../../../../src/lib/model/plan.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { everyPlan, tinyProblem } from '../../../fixtures/territory/tiny.ts';
import { draws } from '../../../draws.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const RUNS = draws(0.5);

/** Least travel, and coordinators' travel, over every plan and every grouping. */
function leastOfAll(file: ProblemFile, options: TwoLevelOptions): number | null {
  const all = groupings(file.referents.length, options.coordinators.length, false, 1000)!;
  const measures = options.measures ?? (['pupils', 'meetings'] as const);
  const holds = (plan: Record<string, string>, grouping: Grouping) =>
    measures.every((measure) => {
      const total = file.units.reduce((sum, unit) => sum + (unit[measure] ?? 0), 0);
      const target = total / options.coordinators.length;
      return options.coordinators.every((_, c) => {
        const mine = file.units.filter(
          ({ id }) => grouping[file.referents.findIndex((one) => one.id === plan[id])] === c
        );
        const load = mine.reduce((sum, unit) => sum + (unit[measure] ?? 0), 0);
        return (
          load >= (1 - options.tolerance) * target - 1e-9 && load <= (1 + options.tolerance) * target + 1e-9
        );
      });
    });
  const meetings = (plan: Record<string, string>, grouping: Grouping) =>
    file.units.reduce((sum, unit, i) => {
      const c = grouping[file.referents.findIndex((one) => one.id === plan[unit.id])]!;
      const minutes = options.coordinators[c]!.minutes?.[i] ?? 0;
      return sum + Math.round((20 * (unit.meetings ?? 0) * minutes) / 36);
    }, 0);
  let least: number | null = null;
  for (const plan of everyPlan(file)) {
    const { objective, breaches } = checkPlan(file, plan);
    if (breaches.length > 0) continue;
    for (const grouping of all) {
      const cost = objective + meetings(plan, grouping);
      if ((least === null || cost < least) && holds(plan, grouping)) least = cost;
    }
  }
  return least;
}

describe('two levels', () => {
  it('list each grouping once: 90 of six referents under three coordinators who are alike', () => {
    expect(groupings(6, 3, true, 1000)).toHaveLength(90);
    expect(groupings(6, 3, false, 1000)).toHaveLength(540);
    expect(groupings(12, 3, true, 1000)).toBeNull();
  });

  it('reach what trying every grouping and every plan finds', () => {
    let feasible = 0;
    fc.assert(
      fc.property(
        tinyProblem.map((file) => ({ ...file, coordinatorTolerance: null })),
        fc.constantFrom(0.2, 0.5),
        fc.boolean(),
        fc.constantFrom(['pupils', 'meetings'] as const, ['workload'] as const),
        (file, tolerance, travelling, measures) => {
          const coordinators = ['x', 'y'].map((id, c) => ({
            id,
            ...(travelling && { minutes: file.units.map((_, i) => 5 + 11 * ((i + c) % 3)) })
          }));
          const options = { coordinators, tolerance, measures };
          const found = solveTwoLevels(solver, file, options);
          const least = leastOfAll(file, options);
          expect(found.status).toBe(least === null ? 'infeasible' : 'optimal');
          expect(found.solution?.objective ?? null).toBe(least);
          if (least !== null) feasible++;
        }
      ),
      { numRuns: RUNS, seed: 1 }
    );
    expect(feasible).toBeGreaterThan(RUNS / 10);
  });

  it('keep a grouping that is given', () => {
    const file = fc.sample(tinyProblem.filter(({ units }) => units.length === 6), { numRuns: 1, seed: 9 })[0]!; // prettier-ignore
    const open = { ...file, tolerance: 1, contiguous: false, pins: [], apart: [], together: [], maxPupilsMoved: null }; // prettier-ignore
    const grouping = { r0: 'x', r1: 'y', r2: 'x' };
    const coordinators = [{ id: 'x' }, { id: 'y' }];
    const found = solveTwoLevels(solver, open, { coordinators, tolerance: 1, grouping });
    expect([found.method, found.grouping]).toEqual(['given', grouping]);
  });
});

describe('units that stay under one coordinator', () => {
  it('do, in the best plan and in the first one, at the price of travel; and their rule is named where it stands in the way', () => {
    let dearer = 0;
    for (let seed = 1; seed <= 4; seed++) {
      const file = syntheticProblem(seed, { units: 6, referents: 4, tolerance: 1 });
      const coordinator = ['c1', 'c2'];
      const problem: ProblemFile = {
        ...file,
        coordinatorTolerance: null,
        tolerance: 1,
        contiguous: false,
        pins: [],
        apart: [],
        together: [],
        maxPupilsMoved: null,
        referents: file.referents.map((one, j) => ({ ...one, coordinator: coordinator[j % 2]! }))
      };
      const leader = new Map(problem.referents.map(({ id, coordinator: lead }) => [id, lead]));
      const units = problem.units.map(({ id }) => id);
      const pairs = [[units[0]!, units[1]!], [units[1]!, units[2]!]] as const; // prettier-ignore
      const keeps = (plan: Record<string, string>) =>
        pairs.every(([a, b]) => leader.get(plan[a]!) === leader.get(plan[b]!));
      const free = solve(solver, compileProblem(problem), { seconds: 5 });
      const compiled = compileProblem(problem, { sameCoordinator: pairs });
      for (const start of ['heuristic', 'none'] as const) {
        const found = solve(solver, compiled, { seconds: 5, start });
        expect(found.status).toBe('optimal');
        expect(keeps(namedAssignment(compiled, found.assignment!))).toBe(true);
        const least = Math.min(
          ...[...everyPlan(problem)].flatMap((plan) => {
            const { objective, breaches } = checkPlan(problem, plan);
            return breaches.length === 0 && keeps(plan) ? [objective] : [];
          })
        );
        expect(found.objective).toBe(least);
      }
      if (least(free) < least(solve(solver, compiled, { seconds: 5 }))) dearer++;
      const pinned = { ...problem, pins: [[units[0]!, problem.referents[0]!.id], [units[1]!, problem.referents[1]!.id]] as const }; // prettier-ignore
      const impossible = compileProblem(pinned, { sameCoordinator: pairs });
      expect(solve(solver, impossible, { seconds: 5 }).status).toBe('infeasible');
      expect(conflictOf(solver, impossible, 5)).toContainEqual({
        rule: 'sameCoordinator',
        units: expect.arrayContaining([units[0]!, units[1]!]) as never
      });
    }
    expect(dearer).toBeGreaterThan(0);
  });
});

const least = ({ objective }: { objective: number | null }) => objective ?? Infinity;
