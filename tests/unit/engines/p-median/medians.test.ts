// Capacitated p-medians: the optimum of trying everything on tiny files, good plans on larger ones, one file of the OR-Library.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticMedians } from '../../../fixtures/synthetic/medians.ts';
import { anneal, neighboursOf } from '../../../../src/lib/engines/p-median/median-anneal.ts';
import { allAllowed, lagrangianBound } from '../../../../src/lib/engines/p-median/median-bound.ts';
import {
  medianObjective,
  parseMedianProblem,
  type MedianPlan,
  type MedianProblem
} from '../../../../src/lib/engines/p-median/median-problem.ts';
import { solveMedians } from '../../../../src/lib/engines/p-median/median-solve.ts';
import { randomMedians, spreadMedians } from '../../../../src/lib/engines/p-median/median-search.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { random } from '../../../../src/lib/algorithms/random.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { REAL } from '../../../fixtures/real-files.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const RUNS = Number(process.env.SOAK ?? 24);

const tiny = fc
  .tuple(
    fc.array(
      fc.tuple(fc.nat(30), fc.nat(30), fc.integer({ min: 6, max: 14 }), fc.integer({ min: 1, max: 6 })),
      {
        minLength: 5,
        maxLength: 6
      }
    ),
    fc.integer({ min: 2, max: 3 })
  )
  .map(
    ([points, p]) => `${points.length} ${p}\r\n${points.map((point) => point.join(' ')).join('\r\n')}\r\n`
  );

/** Every choice of medians, every assignment. */
function leastByTrial({ n, p, demand, capacity, distance }: MedianProblem): number | null {
  let least: number | null = null;
  for (let code = 0; code < 1 << n; code++) {
    const medians = Array.from({ length: n }, (_, j) => j).filter((j) => (code >> j) & 1);
    if (medians.length !== p) continue;
    const load = new Int32Array(n);
    const go = (i: number, cost: number): void => {
      if (least !== null && cost >= least) return;
      if (i === n) {
        least = cost;
        return;
      }
      for (const j of medians) {
        if (load[j]! + demand[i]! > capacity[j]!) continue;
        load[j]! += demand[i]!;
        go(i + 1, cost + distance[i * n + j]!);
        load[j]! -= demand[i]!;
      }
    };
    go(0, 0);
  }
  return least;
}

function expectWithinCapacities(
  { n, p, demand, capacity }: MedianProblem,
  { medians, assignment }: { medians: readonly number[]; assignment: ArrayLike<number> }
): void {
  const own = Array.from(assignment);
  expect(new Set(medians).size).toBe(p);
  expect(own).toHaveLength(n);
  expect(own.every((j) => medians.includes(j))).toBe(true);
  for (const j of medians) {
    const load = own.reduce((sum, median, i) => sum + (median === j ? demand[i]! : 0), 0);
    expect(load).toBeLessThanOrEqual(capacity[j]!);
  }
}

/** One annealing of 60 points and 6 bases, filled to 95 %. */
function annealed(seed: number): { problem: MedianProblem; plan: MedianPlan } {
  const problem = syntheticMedians(seed, { points: 60, bases: 6, filled: 0.95 });
  const next = random(seed);
  const plan = anneal(problem, neighboursOf(problem), randomMedians(problem, next), {
    moves: 300_000,
    heat: 1,
    next
  });
  if (plan === null) throw new Error('no plan within the capacities');
  return { problem, plan };
}

describe('capacitated p-medians', () => {
  it('get a plan within the capacities, near its bound, from one annealing of 60 points', () => {
    for (const seed of [1, 2, 3]) {
      const { problem, plan } = annealed(seed);
      expectWithinCapacities(problem, plan);
      expect(plan.objective).toBe(medianObjective(problem, plan.assignment));
      const { bound } = lagrangianBound(problem, allAllowed(problem), { cutoff: plan.objective });
      expect(bound).toBeLessThanOrEqual(plan.objective);
      expect(plan.objective).toBeLessThan(1.05 * bound);
    }
  });

  it('get the same plan from the same seed', () => {
    expect(annealed(4).plan).toEqual(annealed(4).plan);
  });

  it('get a plan when the search is stopped', () => {
    const problem = syntheticMedians(1, { points: 60, bases: 6, filled: 0.9 });
    let polls = 0;
    const found = solveMedians(solver, problem, { stop: () => ++polls > 200 });
    expect(found.status).toBe('feasible');
    expectWithinCapacities(problem, found);
  });

  it('know the nearest points of each, in order, and start from points far apart, in a second for 2,000 points', () => {
    const small = syntheticMedians(3, { points: 40, bases: 4, filled: 0.9 });
    const { count, list } = neighboursOf(small);
    for (let i = 0; i < small.n; i++) {
      const far = (j: number) => small.distance[i * small.n + j]!;
      const others = Array.from({ length: small.n }, (_, j) => j).filter((j) => j !== i);
      others.sort((a, b) => far(a) - far(b) || a - b);
      expect([...list.subarray(i * count, (i + 1) * count)]).toEqual(others.slice(0, count));
    }
    const large = syntheticMedians(3, { points: 2000, bases: 800, filled: 0.9 });
    const before = process.cpuUsage();
    neighboursOf(large);
    for (const medians of [spreadMedians(large), randomMedians(large, random(1))])
      expect(new Set(medians).size).toBe(800);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
  });

  it('are drawn as many as asked, each once, where points share one place', () => {
    const problem = parseMedianProblem('6 4\n0 0 9 1\n0 0 9 1\n0 0 9 1\n0 0 9 1\n0 0 9 1\n5 5 9 1');
    expect(new Set(randomMedians(problem, random(1))).size).toBe(4);
    const found = solveMedians(solver, problem);
    expect([found.objective, found.status]).toEqual([0, 'optimal']);
  });

  it('are solved to the optimum that trying everything finds, and its bound never exceeds it', () => {
    let feasible = 0;
    fc.assert(
      fc.property(tiny, (text) => {
        let problem: MedianProblem;
        try {
          problem = parseMedianProblem(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableInput);
          return;
        }
        const least = leastByTrial(problem);
        const found = solveMedians(solver, problem);
        expect(found.status).toBe(least === null ? 'infeasible' : 'optimal');
        expect([found.objective, least === null ? null : found.bound]).toEqual([least, least]);
        if (least === null) return;
        feasible++;
        expectWithinCapacities(problem, found);
        const { bound } = lagrangianBound(problem, allAllowed(problem), { cutoff: least + 5 });
        expect(bound).toBeLessThanOrEqual(least + 1e-6);
      }),
      { numRuns: RUNS, seed: 1 }
    );
    expect(feasible).toBeGreaterThan(RUNS / 4);
  });

  it.each([
    ['0 0 9 1', '20 99 9 1', 101],
    ['0 0 9 1', '20 98 9 1', 100],
    ['1.1 0 9 1', '4.1 0 9 1', 3],
    ['0.000001 0 9 1', '3 0 9 1', 2],
    ['-250000 -99999 9 1', '-247999 -99999 9 1', 2001]
  ])('cost the exact whole part of the distance from %s to %s: %i', (a, b, far) => {
    const problem = parseMedianProblem(`2 1\n${a}\n${b}`);
    expect([...problem.distance]).toEqual([0, far, far, 0]);
    expect(solveMedians(solver, problem)).toMatchObject({ status: 'optimal', objective: far, bound: far });
  });

  it('are said impossible where no cluster of whole points fits, though the sum of capacities would', () => {
    // Three points of six in two medians of ten: room for eighteen, and none for a third point.
    const problem = parseMedianProblem('3 2\n0 0 10 6\n5 0 10 6\n9 0 10 6\n');
    expect(solveMedians(solver, problem)).toMatchObject({ status: 'infeasible', medians: [], gap: null });
    const roomy = parseMedianProblem('3 2\n0 0 12 6\n5 0 12 6\n9 0 12 6\n');
    expect(solveMedians(solver, roomy)).toMatchObject({ status: 'optimal', objective: 4, gap: 0 });
  });

  it('cost the exact whole part of every distance: no root falls on the wrong side of a whole number', () => {
    const side = fc.integer({ min: -300_000, max: 300_000 });
    // Sides of right triangles, whose root is whole, and their neighbours.
    const pythagorean = fc
      .tuple(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: -1, max: 1 })
      )
      .map(([u, v, off]) => [u * u - v * v, 2 * u * v + off] as const);
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(side, side), pythagorean),
        fc.constantFrom(1, 10, 1000),
        ([x, y], unit) => {
          const place = [x, y].map((value) => value / unit).join(' ');
          const far = BigInt(parseMedianProblem(`2 1\n0 0 9 1\n${place} 9 1`).distance[1]!);
          const [square, one] = [BigInt(x) ** 2n + BigInt(y) ** 2n, BigInt(unit)];
          expect((far * one) ** 2n <= square && square < ((far + 1n) * one) ** 2n).toBe(true);
        }
      ),
      { numRuns: 30 * RUNS, seed: 2 }
    );
  });

  it.each([
    ['4 billion of demand', '2 1\n0 0 4294967296 1\n1 0 9 4294967296'],
    ['a place at 1e308', '2 1\n0 0 9 1\n1e308 -1e308 9 1'],
    ['places a country apart', '2 1\n0 0 9 1\n6000000 0 9 1'],
    ['a hundred thousand points', '100000 5\n0 0 9 1'],
    ['7 decimals', '2 1\n0 0 9 1\n0.1234567 0 9 1']
  ])('refuse a file with %s, beyond exact arithmetic', (_, text) => {
    expect(() => parseMedianProblem(text)).toThrow(UnusableInput);
  });

  it('take a capacity of any size: no more than the demand is ever used', () => {
    const found = solveMedians(solver, parseMedianProblem('2 1\n0 0 4294967296 1\n3 4 0 1'));
    expect([found.objective, found.medians]).toEqual([5, [0]]);
  });

  it.each([
    ['nothing', '', 1],
    ['more medians than points', '1 2\n0 0 9 1', 1],
    ['a point too many', '1 1\n0 0 9 1\n0 0 9 1', 1],
    ['a demand that is no number', '2 1\n0 0 9 1\n0 0 9 x', 3]
  ])('refuse a file with %s, naming the line', (_, text, row) => {
    expect(() => parseMedianProblem(text, 'a.txt')).toThrow(
      expect.objectContaining({ finding: expect.objectContaining({ code: 'cpmp-malformed', row }) as object })
    );
  });

  const file = join(REAL, 'bench/pmedcap/cpmp04.txt');
  it.skipIf(!existsSync(file))('of the OR-Library: the fourth costs 651, proven', () => {
    const found = solveMedians(solver, parseMedianProblem(readFileSync(file, 'utf8')), { seconds: 60 });
    expect([found.objective, found.bound, found.status]).toEqual([651, 651, 'optimal']);
  });
});
