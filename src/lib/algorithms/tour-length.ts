// The length of a shortest tour without its order, for searches that need many: M. Held and R. Karp (1962), in buffers made once.
import { shortestTour, type Costs } from './shortest-tour.ts';

/** Stops up to which a length is exact, as in `shortestTour`. */
const MOST_EXACT = 12;

/**
 * @param costs between places; Infinity where there is no route
 * @returns the cost of `shortestTour` from a base through the first `count` stops, all different and none of them the base, and back
 * @example
 * tourLengths({ size: 3, cost: [0, 1, 9, 9, 0, 1, 1, 9, 0] })(0, [2, 1], 2); // 3
 */
export function tourLengths(costs: Costs): (base: number, stops: ArrayLike<number>, count: number) => number {
  const { size, cost } = costs;
  let best = new Float64Array(64 * 6);
  const between = new Float64Array(MOST_EXACT * MOST_EXACT);
  const step = (from: number, to: number) => cost[from * size + to]!;
  /** Every order of one to three stops. */
  const ofFew = (base: number, stops: ArrayLike<number>, count: number): number => {
    const a = stops[0]!;
    const toA = step(base, a);
    const fromA = step(a, base);
    if (count === 1) return toA + fromA;
    const b = stops[1]!;
    const [toB, fromB, ab, ba] = [step(base, b), step(b, base), step(a, b), step(b, a)];
    if (count === 2) return Math.min(toA + ab + fromB, toB + ba + fromA);
    const c = stops[2]!;
    const [ac, ca, bc, cb] = [step(a, c), step(c, a), step(b, c), step(c, b)];
    return Math.min(
      toA + Math.min(ab + bc + step(c, base), ac + cb + fromB),
      toB + Math.min(ba + ac + step(c, base), bc + ca + fromA),
      step(base, c) + Math.min(ca + ab + fromB, cb + ba + fromA)
    );
  };
  return (base, stops, count) => {
    if (count === 0) return 0;
    if (count > MOST_EXACT) return shortestTour(costs, base, Array.from(stops).slice(0, count)).cost;
    if (count <= 3) return ofFew(base, stops, count);
    const sets = 1 << count;
    if (best.length < sets * count) best = new Float64Array(sets * count);
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) between[a * count + b] = cost[stops[a]! * size + stops[b]!]!;
    }
    best.fill(Infinity, 0, sets * count);
    for (let i = 0; i < count; i++) best[(1 << i) * count + i] = cost[base * size + stops[i]!]!;
    for (let set = 1; set < sets - 1; set++) {
      for (let last = 0; last < count; last++) {
        const here = best[set * count + last]!;
        if (here === Infinity) continue;
        const row = last * count;
        for (let next = 0; next < count; next++) {
          if (set & (1 << next)) continue;
          const at = (set | (1 << next)) * count + next;
          const through = here + between[row + next]!;
          if (through < best[at]!) best[at] = through;
        }
      }
    }
    let least = Infinity;
    for (let i = 0; i < count; i++) {
      const round = best[(sets - 1) * count + i]! + cost[stops[i]! * size + base]!;
      if (round < least) least = round;
    }
    return least;
  };
}
