// The capacitated p-median problem: choose p points and assign every point to one of them, within capacities, at the least total distance.
import { UnusableInput, valueWord } from '../../model/findings.ts';

export interface MedianProblem {
  n: number;
  p: number;
  demand: Int32Array;
  capacity: Int32Array;
  /** Whole distance from point i to point j at `i * n + j`. */
  distance: Int32Array;
}

/** Limits within which every sum is exact and the solver's tolerances are far below a unit. */
const MOST_POINTS = 3500;
const MOST_DEMAND = 1e6;
const MOST_TOTAL = 1e9;
const MOST_DISTANCE = 1e6;
const MOST_DECIMALS = 6;

type Place = readonly [x: number, y: number];

/** The power of ten that makes all coordinates whole; null beyond `MOST_DECIMALS` decimals. */
function decimalUnit(places: readonly Place[]): number | null {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const unit = 10 ** decimals;
    if (places.every((place) => place.every((value) => Math.round(value * unit) / unit === value)))
      return unit;
  }
  return null;
}

/** Whole part of the distance for whole `dx` and `dy`, in units of `1 / unit`. Exact: a root near a whole number is compared in integers. */
function wholeDistance(dx: number, dy: number, unit: number): number {
  const root = Math.hypot(dx, dy) / unit;
  const near = Math.round(root);
  if (Math.abs(root - near) > 1e-6) return Math.floor(root);
  return (BigInt(near) * BigInt(unit)) ** 2n <= BigInt(dx) ** 2n + BigInt(dy) ** 2n ? near : near - 1;
}

function distancesOf(places: readonly Place[], unit: number): Int32Array {
  const n = places.length;
  const whole = places.map(([x, y]) => [Math.round(x * unit), Math.round(y * unit)] as const);
  const distance = new Int32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const far = wholeDistance(whole[i]![0] - whole[j]![0], whole[i]![1] - whole[j]![1], unit);
      distance[i * n + j] = distance[j * n + i] = far;
    }
  }
  return distance;
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
      head?.words.slice(0, 4).join(' ') ?? valueWord('nothing'),
      'n p, 1 ≤ p ≤ n',
      head?.row ?? 1
    );
  }
  if (n > MOST_POINTS) throw wrong('cpmp-malformed', String(n), `n ≤ ${MOST_POINTS}`, head.row);
  if (points.length !== n) throw wrong('cpmp-malformed', String(points.length), `${n} points`, head.row);
  for (const { row, words, values } of points) {
    const [x, y, capacity, demand] = values;
    const good = values.length === 4 && Number.isFinite(x) && Number.isFinite(y);
    const found = words.slice(0, 6).join(' ');
    if (!good || !whole(capacity, 0) || !whole(demand, 0))
      throw wrong('cpmp-malformed', found, valueWord('median-line'), row);
    if (demand > MOST_DEMAND)
      throw wrong('cpmp-malformed', found, valueWord('median-demand', MOST_DEMAND), row);
    const [from] = points;
    if (Math.hypot(x! - from!.values[0]!, y! - from!.values[1]!) > MOST_DISTANCE / 2)
      throw wrong('cpmp-malformed', found, `distance ≤ ${MOST_DISTANCE / 2}`, row);
  }
  const places = points.map(({ values }): Place => [values[0]!, values[1]!]);
  const unit = decimalUnit(places);
  if (unit === null) throw wrong('cpmp-malformed', '', valueWord('decimals', MOST_DECIMALS), points[0]!.row);
  const demand = Int32Array.from(points, ({ values }) => values[3]!);
  const total = demand.reduce((sum, one) => sum + one, 0);
  if (total > MOST_TOTAL) throw wrong('cpmp-malformed', String(total), valueWord('median-total', MOST_TOTAL));
  // No more capacity is ever used.
  const capacity = Int32Array.from(points, ({ values }) => Math.min(values[2]!, total));
  const largest = [...capacity].sort((a, b) => b - a).slice(0, p);
  const room = largest.reduce((sum, one) => sum + one, 0);
  if (total > room) throw wrong('cpmp-impossible', String(total), String(room));
  return { n, p, demand, capacity, distance: distancesOf(places, unit) };
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
