// A price a meeting, so that situations that choose alone nearly keep to the places: what they pay then is a bound of every agenda (Lagrangian
// duality). Prices are whole numbers, so that the bound is exact.
import type { TeamCosts } from './one-cost.ts';

export interface Priced {
  prices: Float64Array;
  bound: number;
}

/** Tries of a length of step before it is halved. */
const TRIES = 10;
/** Tries in all. */
const MOST_TRIES = 6000;
/** Shares of the former direction in the next one: where one stops short of the best prices, another seldom does. */
export const MEMORIES = [0.9, 0.8, 0.95, 0.6] as const;

/** Price of each set of meetings. */
export function setPrices(prices: Float64Array): Float64Array {
  const table = new Float64Array(2 ** prices.length);
  for (let set = 1; set < table.length; set++) {
    const low = set & -set;
    table[set] = table[set ^ low]! + prices[31 - Math.clz32(low)]!;
  }
  return table;
}

/** How many a meeting of a price would rather see. */
export const wanted = (price: number, most: number, square: 0 | 1): number =>
  square === 0 ? (price > 0 ? most : 0) : Math.min(most, Math.max(0, Math.round(price / 2)));

/** What situations and meetings would choose at prices: the bound, and how far their choices are apart. */
function evaluate(team: TeamCosts, prices: Float64Array): { bound: number; apart: Float64Array } {
  const { situations, most, square } = team;
  const table = setPrices(prices);
  const apart = new Float64Array(most.length);
  let bound = 0;
  for (const { masks, costs } of situations) {
    let best = 0;
    let least = Infinity;
    for (let s = 0; s < masks.length; s++) {
      const cost = costs[s]! + table[masks[s]!]!;
      if (cost < least) [least, best] = [cost, masks[s]!];
    }
    bound += least;
    for (let rest = best; rest !== 0; rest &= rest - 1) apart[31 - Math.clz32(rest & -rest)]! += 1;
  }
  for (let j = 0; j < most.length; j++) {
    const count = wanted(prices[j]!, most[j]!, square);
    bound += square * count * count - prices[j]! * count;
    apart[j]! -= count;
  }
  return { bound, apart };
}

/**
 * Subgradient ascent along directions that remember the former ones. A step is halved when it brings no more, from the largest cost to one: the
 * bound moves by no more than a step times the places.
 */
export function bestPrices(team: TeamCosts, memory: number, from?: Float64Array): Priced {
  const size = team.most.length;
  let best: Float64Array = from ?? new Float64Array(size);
  let found = evaluate(team, best);
  const largest = team.situations.reduce((most, { costs }) => Math.max(most, ...costs), 1);
  const tries = TRIES + 2 * size;
  let left = MOST_TRIES;
  for (let step = largest / 2; step >= 0.5 && left > 0; left -= tries) {
    const before = found.bound;
    let prices = best;
    let way = found.apart;
    for (let at = 0; at < tries; at++) {
      const farthest = way.reduce((most, gap) => Math.max(most, Math.abs(gap)), 0);
      if (farthest === 0) break;
      prices = prices.map((price, j) => Math.round(price + (step * way[j]!) / farthest));
      const next = evaluate(team, prices);
      way = next.apart.map((gap, j) => gap + memory * way[j]!);
      if (next.bound > found.bound) [best, found] = [prices, next];
    }
    if (found.apart.every((gap) => gap === 0)) break;
    if (found.bound - before < step) step /= 2;
  }
  return { prices: best, bound: found.bound };
}
