// Plans drawn at random: each keeps its rules, all that are possible are reached, and the chains' figures mean what they say.
import { describe, expect, it } from 'vitest';
import { syntheticProblem } from '../../../fixtures/synthetic/assignment-problem.ts';
import { connectedComponents } from '../../../../src/lib/engines/assignment/problem/balance.ts';
import {
  compileProblem,
  namedAssignment
} from '../../../../src/lib/engines/assignment/problem/compile-problem.ts';
import { checkPlan } from '../../../../src/lib/engines/proof/check.ts';
import { drawPlans, type RecomOptions, type RecomPlans } from '../../../../src/lib/engines/proof/recom.ts';
import type { ProblemFile } from '../../../../src/lib/model/plan.ts';

/** The rule of the solver is stricter than one piece; neighbours are wanted, the rule is not. */
const town = (seed: number, units = 40, referents = 4): ProblemFile => ({
  ...syntheticProblem(seed, { units, referents, tolerance: 0.15, contiguous: true }),
  contiguous: false
});

function drawn(file: ProblemFile, options: RecomOptions = {}) {
  const problem = compileProblem(file);
  const found = drawPlans(problem, { plans: 400, thinning: 20, ...options });
  if (found.status !== 'drawn') throw new Error(found.status);
  const plans = Array.from({ length: found.objectives.length }, (_, p) =>
    found.assignments.subarray(p * problem.n, (p + 1) * problem.n)
  );
  return { problem, found, plans };
}

describe('plans drawn at random', () => {
  it('keep balance, pins, ties and separations, each territory in one piece, at the cost that is told', () => {
    const base = town(1);
    const file: ProblemFile = {
      ...base,
      referents: base.referents.map((one, j) => ({ ...one, fte: [1, 0.8, 1, 0.6][j]! })),
      tolerance: 0.3,
      pins: [['U003', 'R002']],
      together: [['U001', 'U002']],
      apart: [['U005', 'U009']]
    };
    const { problem, found, plans } = drawn(file);
    expect(plans).toHaveLength(400);
    plans.forEach((plan, p) => {
      const { breaches, objective, pupilsMoved } = checkPlan(file, namedAssignment(problem, plan));
      expect(breaches).toEqual([]);
      expect([objective, pupilsMoved]).toEqual([found.objectives[p], found.moved[p]]);
    });
    expect(found.distinct).toBeGreaterThan(100);
    const apart = drawn({ ...file, together: [] });
    expect(apart.found.joined).toBe(0);
    for (const plan of apart.plans) {
      expect(connectedComponents(apart.problem, plan).map((components) => components.length)).toEqual([
        1, 1, 1, 1
      ]);
    }
  });

  it('reach nearly every plan that is balanced and in one piece', () => {
    const base = town(3, 9, 3);
    const file: ProblemFile = { ...base, tolerance: 0.5 };
    const { problem, plans } = drawn(file, { plans: 6000 });
    const territories = (plan: ArrayLike<number>) => {
      const names: number[] = [];
      return Array.from(plan, (j) => (names.includes(j) ? names.indexOf(j) : names.push(j) - 1)).join('');
    };
    const reached = new Set(plans.map(territories));
    const possible = new Set<string>();
    for (let code = 0; code < 3 ** 9; code++) {
      const plan = Array.from({ length: 9 }, (_, i) => Math.floor(code / 3 ** i) % 3);
      const components = connectedComponents(problem, plan);
      if (components.some((list) => list.length !== 1)) continue;
      if (checkPlan(file, namedAssignment(problem, plan)).breaches.length === 0)
        possible.add(territories(plan));
    }
    expect(possible.size).toBeGreaterThan(20);
    expect([...reached].filter((plan) => !possible.has(plan))).toEqual([]);
    expect(reached.size / possible.size).toBeGreaterThan(0.9);
  });

  it('give each territory to the referent who makes the whole cheapest', () => {
    const { problem, found, plans } = drawn(town(2), { plans: 20 });
    plans.forEach((plan, p) => {
      for (let shift = 1; shift < 4; shift++) {
        const other = plan.map((j) => (j + shift) % 4);
        const { objective } = checkPlan(problem.file, namedAssignment(problem, other));
        expect(objective).toBeGreaterThanOrEqual(found.objectives[p]!);
      }
    });
  });

  it('are the same for a seed, others for another, and agree from chain to chain', () => {
    const first = drawn(town(4), { plans: 2000 }).found;
    const { seconds: _, ...again } = drawn(town(4), { plans: 2000 }).found;
    expect(first).toMatchObject(again);
    const other = drawn(town(4), { plans: 2000, seed: 2 }).found;
    expect(other.objectives).not.toEqual(first.objectives);
    expect(first.rHat).toBeLessThan(1.1);
    expect(first.effectiveSize).toBeGreaterThan(50);
    const median = ({ objectives }: RecomPlans) => [...objectives].sort((a, b) => a - b)[1000]!;
    expect(Math.abs(median(other) / median(first) - 1)).toBeLessThan(0.03);
  });

  it('tell how far they are, and stop when asked with what was drawn', () => {
    const told: number[] = [];
    const result = drawPlans(compileProblem(town(5)), {
      plans: 1000,
      thinning: 5,
      onProgress: ({ plans }) => told.push(plans),
      stop: () => told.length >= 3
    }) as RecomPlans;
    expect([result.status, result.objectives.length, told]).toEqual(['stopped', 150, [50, 100, 150]]);
    expect(result.assignments).toHaveLength(150 * 40);
  });

  it('are none without neighbours, or where no balance can be found; lonely schools are linked and counted', () => {
    const file = town(6);
    expect(drawPlans(compileProblem({ ...file, neighbours: [] })).status).toBe('no-neighbours');
    expect(drawPlans(compileProblem({ ...file, tolerance: 0.00001 })).status).toBe('no-start');
    expect(drawPlans(compileProblem({ ...file, pins: [['U001', 'R001'], ['U001', 'R002']] })).status).toBe('no-start'); // prettier-ignore
    const alone = file.neighbours.filter((pair) => !pair.includes('U007'));
    expect(drawn({ ...file, neighbours: alone }, { plans: 8 }).found.joined).toBe(1);
  });
});
