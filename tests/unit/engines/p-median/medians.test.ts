// Capacitated p-medians: the optimum of trying everything on tiny files, and one file of the OR-Library when it is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { assignWithinCapacities } from '../../../../src/lib/engines/assignment/search/within-capacities.ts';
import { allAllowed, lagrangianBound } from '../../../../src/lib/engines/p-median/median-bound.ts';
import {
  parseMedianProblem,
  type MedianProblem
} from '../../../../src/lib/engines/p-median/median-problem.ts';
import { solveMedians } from '../../../../src/lib/engines/p-median/median-solve.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
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

describe('capacitated p-medians', () => {
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
        const found = solveMedians(solver, assignWithinCapacities, problem);
        expect(found.status).toBe(least === null ? 'infeasible' : 'optimal');
        expect([found.objective, least === null ? null : found.bound]).toEqual([least, least]);
        if (least === null) return;
        feasible++;
        const { n, p, demand, capacity } = problem;
        expect(new Set(found.medians).size).toBe(p);
        for (const j of found.medians) {
          const load = found.assignment.reduce((sum, own, i) => sum + (own === j ? demand[i]! : 0), 0);
          expect(load).toBeLessThanOrEqual(capacity[j]!);
        }
        expect(found.assignment.every((j) => found.medians.includes(j))).toBe(true);
        expect(found.assignment).toHaveLength(n);
        const { bound } = lagrangianBound(problem, allAllowed(problem), { cutoff: least + 5 });
        expect(bound).toBeLessThanOrEqual(least + 1e-6);
      }),
      { numRuns: RUNS, seed: 1 }
    );
    expect(feasible).toBeGreaterThan(RUNS / 4);
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
    const found = solveMedians(
      solver,
      assignWithinCapacities,
      parseMedianProblem(readFileSync(file, 'utf8')),
      { seconds: 60 }
    );
    expect([found.objective, found.bound, found.status]).toEqual([651, 651, 'optimal']);
  });
});
