// A price a meeting, so that situations that choose alone nearly keep to the places: what they pay then is a bound of every agenda (Lagrangian
// duality). Prices are whole numbers, so that the bound is exact.
import { shorAscent, type Evaluated } from '../../algorithms/shor-ascent.ts';
import type { TeamCosts } from './one-cost.ts';

export interface MeetingPrices {
  prices: Float64Array;
  bound: number;
}

/** Costs are whole numbers. */
const LAST_STEP = 0.1;
const MOST_TRIES = 4000;

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
function evaluate(team: TeamCosts, prices: Float64Array): Evaluated {
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
  return { value: bound, slope: apart };
}

/** The best prices that an ascent finds. @param from prices to begin with, and the length of its first step as a share of the largest cost */
export function bestPrices(
  team: TeamCosts,
  { from, share }: { from?: Float64Array; share: number }
): MeetingPrices {
  const largest = team.situations.reduce((most, { costs }) => Math.max(most, ...costs), 1);
  const found = shorAscent((prices) => evaluate(team, prices), from ?? new Float64Array(team.most.length), {
    first: largest * share,
    last: LAST_STEP,
    most: MOST_TRIES
  });
  const prices = found.map(Math.round);
  return { prices, bound: evaluate(team, prices).value };
}
