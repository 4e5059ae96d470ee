// The capacitated p-median problem: choose p points and assign every point to one of them, within capacities, at the least total distance.
import { UnusableInput } from '../../model/findings.ts';

export interface MedianProblem {
  n: number;
  p: number;
  demand: Int32Array;
  capacity: Int32Array;
  /** Whole distance from point i to point j at `i * n + j`. */
  distance: Int32Array;
}

/**
 * Reads an OR-Library file (J. Beasley, pmedcap): `n p`, then `x y capacity demand` a point; distances are Euclidean, rounded down, and
 * not weighed by demand.
 * @throws {UnusableInput} `cpmp-malformed`, with the line; `cpmp-impossible` when no p points have the capacity.
 */
export function parseMedianProblem(text: string, file = 'cpmp.txt'): MedianProblem {
  const wrong = (code: string, found: string, expected: string, row?: number) =>
    new UnusableInput({
      code,
      severity: 'dropped',
      file,
      found,
      expected,
      ...(row !== undefined && { row })
    });
  const lines = text
    .split(/\r?\n/)
    .map((line, at) => ({ row: at + 1, words: line.trim().split(/\s+/).filter(Boolean) }))
    .filter(({ words }) => words.length > 0)
    .map(({ row, words }) => ({ row, words, values: words.map(Number) }));
  const whole = (value: number | undefined, least: number): value is number =>
    Number.isInteger(value) && value! >= least;
  const [head, ...points] = lines;
  const [n, p] = head?.values ?? [];
  if (!whole(n, 1) || !whole(p, 1) || p > n || head?.values.length !== 2) {
    throw wrong(
      'cpmp-malformed',
      head?.words.slice(0, 4).join(' ') ?? 'rien',
      'n p, 1 ≤ p ≤ n',
      head?.row ?? 1
    );
  }
  if (points.length !== n) throw wrong('cpmp-malformed', String(points.length), `${n} points`, head.row);
  for (const { row, words, values } of points) {
    const [x, y, capacity, demand] = values;
    const good = values.length === 4 && Number.isFinite(x) && Number.isFinite(y);
    if (!good || !whole(capacity, 0) || !whole(demand, 0)) {
      throw wrong('cpmp-malformed', words.slice(0, 6).join(' '), 'x y capacité demande', row);
    }
  }
  const column = (at: number) => Int32Array.from(points, ({ values }) => values[at]!);
  const [capacity, demand] = [column(2), column(3)];
  const distance = Int32Array.from({ length: n * n }, (_, at) => {
    const [a, b] = [points[Math.floor(at / n)]!.values, points[at % n]!.values];
    return Math.floor(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!));
  });
  const total = demand.reduce((sum, one) => sum + one, 0);
  const largest = [...capacity].sort((a, b) => b - a).slice(0, p);
  const room = largest.reduce((sum, one) => sum + one, 0);
  if (total > room) throw wrong('cpmp-impossible', String(total), String(room));
  return { n, p, demand, capacity, distance };
}

export interface MedianPlan {
  /** Median of each point. */
  assignment: Int32Array;
  /** The p points that serve, in order. */
  medians: readonly number[];
  objective: number;
}

export function medianObjective({ n, distance }: MedianProblem, assignment: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += distance[i * n + assignment[i]!]!;
  return sum;
}
