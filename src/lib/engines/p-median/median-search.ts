// Where the annealing of plans starts from: medians far apart, drawn apart, or those of a good plan with some exchanged.
import type { Random } from '../../algorithms/random.ts';
import type { MedianProblem } from './median-problem.ts';

/** Medians to start from: the point of least distance to all, then each time the point farthest from those taken. */
export function spreadMedians({ n, p, distance }: MedianProblem): number[] {
  const points = Array.from({ length: n }, (_, i) => i);
  const sum = (j: number) => points.reduce((total, i) => total + distance[i * n + j]!, 0);
  const taken = [points.reduce((a, b) => (sum(b) < sum(a) ? b : a))];
  const far = new Float64Array(n).fill(Infinity);
  for (;;) {
    const last = taken.at(-1)!;
    for (const i of points) far[i] = Math.min(far[i]!, distance[i * n + last]!);
    // None is taken twice, not even where several share one place.
    far[last] = -1;
    if (taken.length === p) return taken;
    taken.push(points.reduce((a, b) => (far[b]! > far[a]! ? b : a)));
  }
}

/**
 * Medians drawn one by one, a point with a chance that grows with its squared distance to those drawn (k-means++, D. Arthur and
 * S. Vassilvitskii, 2007).
 */
export function randomMedians({ n, p, distance }: MedianProblem, next: Random): number[] {
  const taken: number[] = [];
  const weight = new Float64Array(n).fill(1);
  const isTaken = new Uint8Array(n);
  while (taken.length < p) {
    let left = next() * weight.reduce((sum, one) => sum + one, 0);
    let drawn = -1;
    for (let i = 0; i < n && (drawn === -1 || left > 0); i++) {
      if (isTaken[i]) continue;
      drawn = i;
      left -= weight[i]!;
    }
    for (let i = 0; i < n; i++) {
      const far = distance[i * n + drawn]! ** 2;
      weight[i] = taken.length === 0 ? far : Math.min(weight[i]!, far);
    }
    taken.push(drawn);
    isTaken[drawn] = 1;
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
