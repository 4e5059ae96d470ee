// Each rule does what its name says, and a corrupted answer never passes the checker.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import { balance } from '../../../../src/lib/engines/assignment/problem/balance.ts';
import {
  assignmentOf,
  compileProblem
} from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import { checkPlan, checkResult } from '../../../../src/lib/engines/proof/check.ts';
import { solveAssignment } from '../../../../src/lib/engines/assignment/solve-assignment.ts';
import { solve } from '../../../../src/lib/engines/assignment/search/solve.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { AssignmentResult, ProblemFile } from '../../../../src/lib/model/plan.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { draws } from '../../../draws.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const town = syntheticProblem(6, { units: 30, referents: 4, tolerance: 0.2 });
const solved = (changes: Partial<ProblemFile>) =>
  solveAssignment(solver, { ...town, ...changes }, { effort: 20_000 });

describe('the rules of a split', () => {
  it('pin a unit, keep two apart, keep two together', () => {
    const free = solved({});
    const [first, second] = Object.keys(free.assignment).filter(
      (unit) => free.assignment[unit] === free.assignment.U001
    );
    const elsewhere = town.referents.find(({ id }) => id !== free.assignment[second!])!.id;
    const far = Object.keys(free.assignment).find(
      (unit) => free.assignment[unit] !== free.assignment[first!]
    )!;
    const { assignment } = solved({ pins: [[second!, elsewhere]] });
    expect(assignment[second!]).toBe(elsewhere);
    const apart = solved({ apart: [[first!, second!]] }).assignment;
    expect(apart[first!]).not.toBe(apart[second!]);
    const together = solved({ together: [[first!, far]] }).assignment;
    expect(together[first!]).toBe(together[far]);
  });

  it('cap the pupils who change, and cost more travel for it', () => {
    const [free, none] = [solved({}), solved({ maxPupilsMoved: 300, tolerance: 0.9 })];
    expect(checkPlan(town, free.assignment).pupilsMoved).toBeGreaterThan(300);
    expect(checkPlan(town, none.assignment).pupilsMoved).toBeLessThanOrEqual(300);
    expect(none.objective!).toBeGreaterThan(solved({ tolerance: 0.9 }).objective!);
  });

  it('make each pupil who changes cost what stability says', () => {
    const calm = solved({ stability: 1000 });
    const { travel, pupilsMoved } = checkPlan(town, calm.assignment);
    expect(calm.objective).toBe(travel + 1000 * pupilsMoved);
    expect(pupilsMoved).toBeLessThan(checkPlan(town, solved({}).assignment).pupilsMoved);
  });

  it('balance hours, travel included, when asked', () => {
    const problem = compileProblem({ ...town, tolerance: 0.12 }, { balance: 'hours' });
    const found = solve(solver, problem, { effort: 20_000 });
    expect(found.status).toBe('optimal');
    const { spread } = balance(problem, found.assignment!, 'hours');
    expect(spread.maxDeviation).toBeLessThanOrEqual(0.12 + 1e-6);
  });

  it('hold each territory in one piece', () => {
    for (const seed of [1, 2, 3]) {
      const file = syntheticProblem(seed, { units: 30, referents: 4, tolerance: 0.5, contiguous: true });
      const found = solveAssignment(solver, file, { effort: 20_000 });
      const plan = found.status === 'infeasible' ? found.relaxed! : found;
      if (plan !== found) continue;
      expect(checkResult(file, found)).toEqual([]);
      const problem = compileProblem(file);
      expect(balance(problem, assignmentOf(problem, found.assignment)).extraComponents).toBe(0);
    }
  });
});

describe('the checker', () => {
  it('refuses any answer whose plan, loads, objective or bound was tampered with', () => {
    const file: ProblemFile = {
      ...town,
      pins: [['U001', 'R002']],
      apart: [['U001', 'U002']],
      together: [['U003', 'U004']]
    };
    const found = solveAssignment(solver, file, { effort: 20_000 });
    expect(checkResult(file, found)).toEqual([]);
    const units = Object.keys(found.assignment);
    const referents = file.referents.map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.constantFrom(...referents, 'nobody'), (unit, to) => {
        fc.pre(found.assignment[unit] !== to);
        const forged: AssignmentResult = { ...found, assignment: { ...found.assignment, [unit]: to } };
        expect(checkResult(file, forged)).not.toEqual([]);
      }),
      { numRuns: draws(), seed: 1 }
    );
    const { [units[0]!]: _, ...missing } = found.assignment;
    expect(checkResult(file, { ...found, assignment: missing })).toContain('assigned');
    expect(checkResult(file, { ...found, objective: found.objective! - 1 })).toContain('objective');
    expect(checkResult(file, { ...found, bound: found.objective! + 1 })).toContain('bound');
    expect(checkResult(file, { ...found, loads: { ...found.loads, R001: 0 } })).toContain('loads');
  });
});
