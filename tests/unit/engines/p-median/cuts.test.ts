// The bound with cuts over three points: below every plan, above the bound without cuts, and proof of plans that it meets.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticMedians } from '../../../fixtures/synthetic/medians.ts';
import { anneal, neighboursOf } from '../../../../src/lib/engines/p-median/median-anneal.ts';
import { allAllowed, lagrangianBound } from '../../../../src/lib/engines/p-median/median-bound.ts';
import { Columns } from '../../../../src/lib/engines/p-median/median-columns.ts';
import { Cuts, type Triple } from '../../../../src/lib/engines/p-median/median-cuts.ts';
import { Pricing } from '../../../../src/lib/engines/p-median/median-pricing.ts';
import { parseMedianProblem } from '../../../../src/lib/engines/p-median/median-problem.ts';
import { randomMedians } from '../../../../src/lib/engines/p-median/median-search.ts';
import { tightened } from '../../../../src/lib/engines/p-median/median-tighten.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { random } from '../../../../src/lib/algorithms/random.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const RUNS = Number(process.env.SOAK ?? 100);

/** Seven points with a price each, and cuts with a price each. */
const priced = fc.record({
  points: fc.array(
    fc.tuple(fc.nat(20), fc.nat(20), fc.integer({ min: 5, max: 12 }), fc.integer({ min: 1, max: 5 })),
    { minLength: 7, maxLength: 7 }
  ),
  prices: fc.array(fc.nat(40), { minLength: 7, maxLength: 7 }),
  cuts: fc.uniqueArray(
    fc.tuple(
      fc.uniqueArray(fc.nat(6), { minLength: 3, maxLength: 3 }).map((three) => three.sort((a, b) => a - b)),
      fc.nat(15)
    ),
    { maxLength: 5, selector: ([three]) => three.join() }
  )
});

describe('cuts over three points', () => {
  it('are paid in each knapsack as trying every cluster says', () => {
    fc.assert(
      fc.property(priced, ({ points, prices, cuts: drawn }) => {
        const problem = parseMedianProblem(['7 7', ...points.map((point) => point.join(' '))].join('\n'));
        const { n, demand, capacity, distance } = problem;
        const cuts = new Cuts(
          n,
          drawn.map(([three]) => three as unknown as Triple)
        );
        const cut = Float64Array.from(drawn, ([, price]) => price);
        const point = Float64Array.from(prices);
        const { worth, points: best } = new Pricing(problem).bound(
          { point, cut },
          cuts,
          allAllowed(problem)
        )!;
        const value = (j: number, members: readonly number[]) =>
          members.reduce((sum, i) => sum + point[i]! - distance[i * n + j]!, 0) -
          drawn.reduce(
            (sum, [three, price]) => sum + (three.filter((i) => members.includes(i)).length >= 2 ? price : 0),
            0
          );
        for (let j = 0; j < n; j++) {
          let most = 0;
          for (let code = 0; code < 1 << n; code++) {
            const members = Array.from({ length: n }, (_, i) => i).filter((i) => (code >> i) & 1);
            const load = members.reduce((sum, i) => sum + demand[i]!, 0);
            if (load <= capacity[j]!) most = Math.max(most, value(j, members));
          }
          expect(worth[j]).toBeCloseTo(most, 6);
          expect(value(j, best[j]!)).toBeCloseTo(most, 6);
        }
      }),
      { numRuns: RUNS, seed: 1 }
    );
  });

  it('are found where half of each of three clusters holds two of three points', () => {
    const problem = parseMedianProblem('3 2\n0 0 9 1\n1 0 9 1\n0 1 9 1');
    const columns = new Columns(problem);
    columns.add(0, [0, 1]);
    columns.add(1, [1, 2]);
    columns.add(2, [0, 2]);
    expect(new Cuts(3).violated(columns.list, [0.5, 0.5, 0.5])).toEqual([[0, 1, 2]]);
    expect(new Cuts(3, [[0, 1, 2]]).violated(columns.list, [0.5, 0.5, 0.5])).toEqual([]);
    expect(new Cuts(3).violated(columns.list, [1, 0, 0])).toEqual([]);
  });

  it('raise the bound of 30 tightly filled points, never above a plan', () => {
    let raised = 0;
    for (const seed of [1, 2, 3]) {
      const problem = syntheticMedians(seed, { points: 30, bases: 5, filled: 0.95 });
      const next = random(seed);
      const moves = { moves: 100_000, heat: 1, next };
      const plan = anneal(problem, neighboursOf(problem), randomMedians(problem, next), moves)!;
      const cutoff = plan.objective + 1;
      const allowed = allAllowed(problem);
      const bounded = lagrangianBound(problem, allowed, { cutoff });
      const columns = new Columns(problem);
      columns.addPlan(plan);
      const told: number[] = [];
      const tighter = tightened(solver, problem, { bounded, allowed }, columns, {
        cutoff,
        onMedians: () => cutoff,
        onBound: (bound) => told.push(bound),
        stop: () => false,
        secondsLeft: () => undefined
      });
      expect(tighter.bounded.bound).toBeLessThanOrEqual(plan.objective + 1e-6);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      plan.assignment.forEach((j, i) => expect(tighter.allowed[i * problem.n + j]).toBe(1));
      if (tighter.bounded.bound > bounded.bound + 1) raised++;
    }
    expect(raised).toBeGreaterThan(0);
  });
});
