// The generalised assignment problem with upper bounds alone, by the heuristic: what other engines are handed as a function.
import { compileProblem } from '../problem/compile-problem.ts';
import { heuristic } from './heuristic.ts';

/**
 * Assigns each item to one bin with the least total cost found, no bin above its capacity.
 *
 * @param demand of each of n items
 * @param capacity of each of m bins
 * @param cost whole, of item i in bin k at `k * n + i`
 * @param effort moves that the heuristic evaluates
 * @returns the bin of each item; null when no assignment within the capacities was found
 */
export function assignWithinCapacities(
  demand: ArrayLike<number>,
  capacity: ArrayLike<number>,
  cost: ArrayLike<number>,
  effort: number
): Int32Array | null {
  const [n, m] = [demand.length, capacity.length];
  // Ids in the order of numbers, so that compiling keeps it.
  const id = (at: number) => String(at).padStart(6, '0');
  const problem = compileProblem({
    // A twentieth of a visit a week: the travel of a unit is then its cost.
    units: Array.from({ length: n }, (_, i) => ({
      id: id(i),
      workload: demand[i]!,
      pupils: 0,
      visits: 0.05
    })),
    referents: Array.from({ length: m }, (_, k) => ({ id: id(k), fte: 1 })),
    minutes: Array.from({ length: m }, (_, k) => Array.from({ length: n }, (_, i) => cost[k * n + i]!)),
    tolerance: 1,
    soft: false,
    pins: [],
    apart: [],
    together: [],
    neighbours: [],
    contiguous: false,
    maxPupilsMoved: null,
    stability: 0,
    coordinatorTolerance: null
  });
  const bands = problem.bands.map((band, k) => ({ ...band, lower: 0, upper: capacity[k]! }));
  const plan = heuristic({ ...problem, bands }, { effort });
  return plan?.feasible ? plan.assignment : null;
}
