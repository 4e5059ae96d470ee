// Good plans for the capacitated p-median problem: assign points to given medians, move each median to the best of its points, repeat.
import type { Random } from '../../model/random.ts';
import { medianObjective, type MedianPlan, type MedianProblem } from './median-problem.ts';

/**
 * Assigns items to bins with a low total cost, no bin above its capacity: the engine is handed this function, it has none of its own.
 *
 * @param cost of item i in bin k at `k * demand.length + i`
 * @param effort how long it may search, in its own measure
 * @returns the bin of each item; null when no assignment within the capacities was found
 */
export type CapacitatedAssignment = (
  demand: ArrayLike<number>,
  capacity: ArrayLike<number>,
  cost: ArrayLike<number>,
  effort: number
) => Int32Array | null;

/** Points to medians; null when no assignment within capacity was found. */
function assignToMedians(
  assign: CapacitatedAssignment,
  { n, demand, capacity, distance }: MedianProblem,
  medians: readonly number[],
  effort: number
): Int32Array | null {
  const cost = new Int32Array(medians.length * n);
  medians.forEach((j, k) => {
    for (let i = 0; i < n; i++) cost[k * n + i] = distance[i * n + j]!;
  });
  const bins = assign(
    demand,
    Int32Array.from(medians, (j) => capacity[j]!),
    cost,
    effort
  );
  return bins && bins.map((k) => medians[k]!);
}

/** Medians to start from: the point of least distance to all, then each time the point farthest from those taken. */
export function spreadMedians({ n, p, distance }: MedianProblem): number[] {
  const points = Array.from({ length: n }, (_, i) => i);
  const sum = (j: number) => points.reduce((total, i) => total + distance[i * n + j]!, 0);
  const taken = [points.reduce((a, b) => (sum(b) < sum(a) ? b : a))];
  const far = (i: number) => Math.min(...taken.map((j) => distance[i * n + j]!));
  while (taken.length < p) {
    const free = points.filter((i) => !taken.includes(i));
    taken.push(free.reduce((a, b) => (far(b) > far(a) ? b : a)));
  }
  return taken;
}

/** The medians with one of them exchanged for a point nearby, or anywhere now and then. */
export function exchanged(
  { n, distance }: MedianProblem,
  medians: readonly number[],
  next: Random
): number[] {
  const free = Array.from({ length: n }, (_, i) => i).filter((i) => !medians.includes(i));
  if (free.length === 0) return [...medians];
  const out = medians[Math.floor(next() * medians.length)]!;
  free.sort((a, b) => distance[a * n + out]! - distance[b * n + out]! || a - b);
  const into = free[Math.floor(free.length * next() ** 2)]!;
  return medians.map((j) => (j === out ? into : j));
}

/** Best plan from these medians and those that they lead to; null when no assignment within capacity was found. */
export function improveMedians(
  assign: CapacitatedAssignment,
  median: MedianProblem,
  start: readonly number[],
  effort: number
): MedianPlan | null {
  const { n, distance, demand, capacity } = median;
  let medians = [...start].sort((a, b) => a - b);
  let best: MedianPlan | null = null;
  for (;;) {
    const assignment = assignToMedians(assign, median, medians, effort);
    if (assignment === null) return best;
    const moved = assignment.slice();
    const taken = new Set<number>();
    for (const j of medians) {
      const mine = Array.from({ length: n }, (_, i) => i).filter((i) => assignment[i] === j);
      const load = mine.reduce((sum, i) => sum + demand[i]!, 0);
      const sum = (c: number) => mine.reduce((total, i) => total + distance[i * n + c]!, 0);
      const centre = [j, ...mine]
        .filter((c) => capacity[c]! >= load && !taken.has(c) && (c === j || !medians.includes(c)))
        .reduce((a, b) => (sum(b) < sum(a) ? b : a), j);
      taken.add(centre);
      for (const i of mine) moved[i] = centre;
    }
    const objective = medianObjective(median, moved);
    if (best !== null && objective >= best.objective) return best;
    const next = [...taken].sort((a, b) => a - b);
    best = { assignment: moved, medians: next, objective };
    if (next.every((j, k) => j === medians[k])) return best;
    medians = next;
  }
}
