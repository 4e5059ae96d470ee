/**
 * The p-median engine: chooses p of n points as medians and assigns every point to one, within capacities, at the least total distance.
 *
 * It is given a linear solver.
 *
 * @example
 * ```ts
 * import { parseMedianProblem, solveMedians } from '$lib/engines/p-median';
 * import { bootHighs } from '$lib/solver/highs.ts';
 *
 * // OR-Library: « n p », then « x y capacity demand » a point.
 * const problem = parseMedianProblem('4 2\n0 0 10 5\n1 0 10 5\n8 0 10 5\n9 0 10 5');
 * const found = solveMedians(await bootHighs(), problem);
 * found.status; // => "optimal"
 * found.objective; // => 2
 * found.assignment.map((median) => median < 2); // => [true, true, false, false]
 * ```
 */
export { parseMedianProblem, type MedianProblem } from './median-problem.ts';
export {
  solveMedians,
  type MedianOptions,
  type MedianProgress,
  type MedianSolution
} from './median-solve.ts';
