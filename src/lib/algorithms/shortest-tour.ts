// Shortest tours: from a base through some stops and back (the travelling salesman problem).

/** Costs between places, row-major over `size` places; Infinity where there is no route. Need not be symmetric. */
export interface Costs {
  size: number;
  cost: ArrayLike<number>;
}

export interface Tour {
  /** Stops in order of travel, without the base. */
  order: number[];
  cost: number;
}

/** Stops up to which the exact method is used: 2^12 x 12 x 12 steps take 2 ms. */
const EXACT_STOPS = 12;

/**
 * Cost of a tour in the given order; 0 without stops.
 *
 * @example
 * tourCost({ size: 2, cost: [0, 5, 7, 0] }, 0, [1]); // 12: there and back
 */
export function tourCost({ size, cost }: Costs, base: number, order: readonly number[]): number {
  let sum = 0;
  let at = base;
  for (const stop of order) {
    sum += cost[at * size + stop]!;
    at = stop;
  }
  return order.length === 0 ? 0 : sum + cost[at * size + base]!;
}

/**
 * Exact: M. Held and R. Karp, A dynamic programming approach to sequencing problems, J. SIAM 10 (1962). `best[set][last]` is the
 * cheapest path from the base through all of `set`, ending at `last`.
 */
function exact({ size, cost }: Costs, base: number, stops: readonly number[]): Tour {
  const n = stops.length;
  const sets = 1 << n;
  const best = new Float64Array(sets * n).fill(Infinity);
  const before = new Int8Array(sets * n).fill(-1);
  for (let i = 0; i < n; i++) best[(1 << i) * n + i] = cost[base * size + stops[i]!]!;
  for (let set = 1; set < sets; set++) {
    for (let last = 0; last < n; last++) {
      const here = best[set * n + last]!;
      if (here === Infinity) continue;
      for (let next = 0; next < n; next++) {
        if (set & (1 << next)) continue;
        const at = (set | (1 << next)) * n + next;
        const through = here + cost[stops[last]! * size + stops[next]!]!;
        if (through >= best[at]!) continue;
        best[at] = through;
        before[at] = last;
      }
    }
  }
  let set = sets - 1;
  let last = 0;
  let total = Infinity;
  for (let i = 0; i < n; i++) {
    const round = best[set * n + i]! + cost[stops[i]! * size + base]!;
    if (round < total) [total, last] = [round, i];
  }
  const order: number[] = [];
  for (let i = 0; i < n; i++) {
    order.push(stops[last]!);
    const previous = before[set * n + last]!;
    set &= ~(1 << last);
    last = previous;
  }
  return { order: order.reverse(), cost: total };
}

function nearestNeighbour({ size, cost }: Costs, base: number, stops: readonly number[]): number[] {
  const left = new Set(stops);
  const order: number[] = [];
  let at = base;
  while (left.size > 0) {
    let next = -1;
    for (const stop of left) if (next < 0 || cost[at * size + stop]! < cost[at * size + next]!) next = stop;
    left.delete(next);
    order.push(next);
    at = next;
  }
  return order;
}

/** Orders one move away: a part reversed (2-opt), or one to three stops moved elsewhere, reversed or not (Or-opt). */
function* neighbours(order: readonly number[]): Generator<number[]> {
  const n = order.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      yield [...order.slice(0, i), ...order.slice(i, j + 1).reverse(), ...order.slice(j + 1)];
    }
  }
  for (let length = 1; length <= 3; length++) {
    for (let i = 0; i + length <= n; i++) {
      const moved = order.slice(i, i + length);
      const rest = [...order.slice(0, i), ...order.slice(i + length)];
      for (let at = 0; at <= rest.length; at++) {
        if (at === i) continue;
        yield [...rest.slice(0, at), ...moved, ...rest.slice(at)];
        if (length > 1) yield [...rest.slice(0, at), ...[...moved].reverse(), ...rest.slice(at)];
      }
    }
  }
}

/** Nearest neighbour, then first-improvement local search (G. Croes, 1958; I. Or, 1976). Whole tours are compared, since costs may be asymmetric. */
function improved(costs: Costs, base: number, stops: readonly number[]): Tour {
  let order = nearestNeighbour(costs, base, stops);
  let cost = tourCost(costs, base, order);
  for (let better = true; better;) {
    better = false;
    for (const candidate of neighbours(order)) {
      const other = tourCost(costs, base, candidate);
      if (other >= cost - 1e-9) continue;
      [order, cost, better] = [candidate, other, true];
      break;
    }
  }
  return { order, cost };
}

/**
 * The shortest tour from `base` through all `stops` and back; optimal up to 12 stops. Its cost is Infinity when a stop cannot be reached.
 *
 * @example
 * shortestTour({ size: 3, cost: [0, 1, 9, 9, 0, 1, 1, 9, 0] }, 0, [2, 1]); // { order: [1, 2], cost: 3 }
 */
export function shortestTour(costs: Costs, base: number, stops: readonly number[]): Tour {
  const apart = [...new Set(stops)].filter((stop) => stop !== base);
  if (apart.length === 0) return { order: [], cost: 0 };
  return apart.length <= EXACT_STOPS ? exact(costs, base, apart) : improved(costs, base, apart);
}
