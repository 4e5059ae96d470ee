// Coordinators balanced with their referents: the whole answer, against every grouping and every plan; names, locks, conflicts.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEAM_MEASURES } from '../../../../src/lib/engines/assignment/problem/teams.ts';
import { type TeamBalance, type ProblemFile } from '../../../../src/lib/model/plan.ts';
import { checkPlan, checkResult } from '../../../../src/lib/engines/proof/check.ts';
import {
  solveAssignment,
  type AssignmentProgress
} from '../../../../src/lib/engines/assignment/solve-assignment.ts';
import { closestNames, groupings } from '../../../../src/lib/engines/assignment/two-levels/groupings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { everyPlan, tinyProblem } from '../../../fixtures/territory/tiny.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const RUNS = Number(process.env.SOAK ?? 5);
const NAMES = ['x', 'y'];
const HELD = { x: { workload: 3, pupils: 4, meetings: 2 } };

const asked = (file: ProblemFile, part: Partial<TeamBalance>): TeamBalance => ({
  ...{ coordinators: NAMES, kept: false, tolerance: 0.4, shares: null, held: null },
  current: Object.fromEntries(file.referents.map(({ id }, j) => [id, NAMES[j % 2]!])),
  ...part
});

/** Least cost over every plan and grouping that keep the rules, reckoned from the words of the question alone. */
function leastOfAll(
  file: ProblemFile,
  { kept, tolerance, shares, held, current }: TeamBalance
): number | null {
  const holds = (plan: Record<string, string>, leader: (referent: string) => string) =>
    TEAM_MEASURES.every((measure) => {
      const rest = Object.values(held ?? {}).reduce((sum, one) => sum + one[measure], 0);
      const total = file.units.reduce((sum, unit) => sum + (unit[measure] ?? 0), rest);
      return NAMES.every((name) => {
        // A coordinator none of whose referents is free has nothing to be decided.
        if (!file.referents.some(({ id }) => leader(id) === name)) return true;
        const own = file.units.filter(({ id }) => leader(plan[id]!) === name);
        const load = own.reduce((sum, unit) => sum + (unit[measure] ?? 0), held?.[name]?.[measure] ?? 0);
        const target = total * (shares?.[name] ?? 1 / NAMES.length);
        return load >= (1 - tolerance) * target - 1e-9 && load <= (1 + tolerance) * target + 1e-9;
      });
    });
  const ids = file.referents.map(({ id }) => id);
  const busy = NAMES.flatMap((name, c) => (held?.[name] ? [c] : []));
  const all = kept
    ? [ids.map((id) => NAMES.indexOf(current[id]!))]
    : groupings(ids.length, NAMES.length, false, 1000, undefined, busy)!;
  let least: number | null = null;
  for (const plan of everyPlan(file)) {
    const { objective, breaches } = checkPlan({ ...file, coordinatorTolerance: null }, plan);
    if (breaches.length > 0 || (least !== null && objective >= least)) continue;
    if (all.some((grouping) => holds(plan, (id) => NAMES[grouping[ids.indexOf(id)]!]!))) least = objective;
  }
  return least;
}

describe('coordinators balanced with their referents', () => {
  it('the answer is the best of all, alike or not, with posts locked or teams kept', () => {
    let feasible = 0;
    fc.assert(
      fc.property(
        tinyProblem.map((file) => ({ ...file, coordinatorTolerance: null })),
        fc.constantFrom<Partial<TeamBalance>>(
          {},
          { held: HELD },
          { kept: true, shares: { x: 2 / 3, y: 1 / 3 } },
          { kept: true, shares: { x: 2 / 3, y: 1 / 3 }, held: HELD }
        ),
        (file, part) => {
          const question = asked(file, part);
          const told: AssignmentProgress[] = [];
          const found = solveAssignment(solver, file, {
            teams: question,
            onProgress: (one) => told.push(one)
          });
          const least = leastOfAll(file, question);
          expect(found.status).toBe(least === null ? 'infeasible' : 'optimal');
          expect(found.objective).toBe(least);
          expect(checkResult(file, found, { teams: question })).toEqual([]);
          for (const { bound, objective } of told) {
            expect(bound ?? -Infinity).toBeLessThanOrEqual((least ?? Infinity) + 1e-6);
            expect(objective ?? Infinity).toBeGreaterThanOrEqual((least ?? -Infinity) - 1e-6);
          }
          if (least === null) return;
          feasible++;
          const last = told.findLast(({ assignment }) => assignment);
          expect(last?.objective).toBe(least);
          expect(new Set(Object.values(last?.coordinators ?? {})).size).toBeGreaterThan(0);
          if (question.kept) expect(found.coordinators).toEqual(question.current);
        }
      ),
      { numRuns: RUNS, seed: 3 }
    );
    expect(feasible).toBeGreaterThan(0);
  });

  it('names what contradicts what when no grouping allows a plan, and gives the nearest plan', () => {
    const units = [0, 1, 2].map((i) => ({
      ...{ id: `u${i}`, workload: 10, pupils: [90, 5, 5][i]!, visits: 1, meetings: 3 },
      current: null
    }));
    const file: ProblemFile = {
      ...{ units, referents: ['r0', 'r1', 'r2'].map((id) => ({ id, fte: 1, coordinator: null })) },
      ...{ minutes: [[1, 2, 3], [2, 1, 3], [3, 2, 1]], tolerance: 0.1, soft: false, pins: [], apart: [] }, // prettier-ignore
      ...{ together: [], neighbours: [], contiguous: false, maxPupilsMoved: null, stability: 0 },
      coordinatorTolerance: null
    };
    const found = solveAssignment(solver, file, { teams: asked(file, { tolerance: 0.1 }), seconds: 5 });
    expect(found.status).toBe('infeasible');
    expect(found.conflict?.map(({ rule }) => rule)).toContain('coordinatorTolerance');
    expect(found.relaxed?.coordinatorTolerance).toBeGreaterThan(0.1);
    const apart = { ...file, tolerance: 0.01, pins: [['u0', 'r0'], ['u1', 'r0']] as const }; // prettier-ignore
    const own = solveAssignment(solver, apart, { teams: asked(file, { tolerance: 1 }), seconds: 5 });
    expect(own.conflict?.map(({ rule }) => rule)).toContain('pin');
  });

  it('teams take the names under which fewest referents change', () => {
    const current = { r0: 'a', r1: 'a', r2: 'b', r3: 'b', r4: 'c' };
    const found = { r0: 'c', r1: 'c', r2: 'a', r3: 'b', r4: 'b' };
    expect(closestNames(found, current, ['a', 'b', 'c'])).toEqual({ ...current, r3: 'c' });
    expect(closestNames(current, current, ['a', 'b', 'c'])).toEqual(current);
  });
});
