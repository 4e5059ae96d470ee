// Good plans for the capacitated p-median problem: serve from given medians, move each median to the best of its points, again.
import { heuristic } from '../assignment/search/heuristic.ts';
import { medianObjective, type MedianPlan, type MedianProblem } from './median-problem.ts';
import { problemOf, type Problem } from '../assignment/problem/problem.ts';
import type { Random } from '../../model/random.ts';

/** The split of all points between given medians: their capacity is the only band. */
export function splitBetween(median: MedianProblem, medians: readonly number[]): Problem {
  const { n, demand, capacity, distance } = median;
  const name = (index: number) => String(index).padStart(6, '0');
  const problem = problemOf({
    units: Array.from({ length: n }, (_, i) => ({
      ...{ id: name(i), workload: demand[i]!, pupils: 0, visits: 0.05 }
    })),
    referents: medians.map((j) => ({ id: name(j), fte: 1 })),
    minutes: medians.map((j) => Array.from({ length: n }, (_, i) => distance[i * n + j]!)),
    ...{ tolerance: 1, soft: false, pins: [], apart: [], together: [], neighbours: [] },
    ...{ contiguous: false, maxPupilsMoved: null, stability: 0, coordinatorTolerance: null }
  });
  const order = [...medians].sort((a, b) => a - b);
  const bands = problem.bands.map((band, k) => ({ ...band, lower: 0, upper: capacity[order[k]!]! }));
  return { ...problem, bands };
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
  median: MedianProblem,
  start: readonly number[],
  effort: number
): MedianPlan | null {
  const { n, distance, demand, capacity } = median;
  let medians = [...start].sort((a, b) => a - b);
  let best: MedianPlan | null = null;
  for (;;) {
    const plan = heuristic(splitBetween(median, medians), { effort });
    if (!plan?.feasible) return best;
    const assignment = Int32Array.from(plan.assignment, (k) => medians[k]!);
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
