// Which set of meetings each situation of a team takes: a dynamic programme over the places taken so far, in which a state is dropped when the
// prices prove that it ends above the bound by more than is allowed; what is allowed grows until an agenda is found, which then is the best.
import { bestPrices, setPrices, wanted, type MeetingPrices } from './meeting-prices.ts';
import type { Choices, TeamCosts } from './one-cost.ts';

export interface ChosenSets {
  /** A set of meetings a situation. */
  sets: number[];
  /** No choice costs less, as one number; what it costs itself, where that is proven. */
  bound: number;
}

/** States of a layer; with more, the search is for a good agenda that is not proven. */
const MOST_STATES = 60_000;
const BEAM = 300;
/** First steps of the ascent of prices, as shares of the largest cost: where the states are too many, better prices are looked for from there. */
const FIRST_STEPS = [1 / 8, 1 / 64, 1 / 2, 1 / 4096];

interface Layer {
  /** Loads of the meetings, as one number. */
  keys: number[];
  /** The same, one after another. */
  loads: number[];
  /** Cost above the bound so far, the penalties of meetings left out. */
  above: number[];
  from: number[];
  set: number[];
}

/** A situation at prices: each set by what it costs above the situation's least. */
interface PricedChoices {
  at: number;
  masks: number[];
  above: number[];
}

/** Meetings of all sets, and of any of them. */
const everyMask = ({ masks }: PricedChoices): number => masks.reduce((all, mask) => all & mask, -1);
const someMask = ({ masks }: PricedChoices): number => masks.reduce((any, mask) => any | mask, 0);

class TeamSearch {
  readonly #choices: PricedChoices[];
  /** Of a meeting's load: cost above the least of the meeting, at prices. */
  readonly #penalties: Float64Array[];
  /** What a place at each meeting adds to a key. */
  readonly #units: number[];
  /** A key tells its loads without collision. */
  readonly isExact: boolean;
  /** Least that was dropped for being above what is allowed. */
  dropped = Infinity;

  constructor(
    readonly team: TeamCosts,
    { prices }: MeetingPrices
  ) {
    const table = setPrices(prices);
    this.#choices = team.situations.map(({ masks, costs }: Choices, at) => {
      const cost = Array.from(masks, (mask, s) => costs[s]! + table[mask]!);
      const least = Math.min(...cost);
      const order = [...cost.keys()].sort((one, other) => cost[one]! - cost[other]!);
      return { at, masks: order.map((s) => masks[s]!), above: order.map((s) => cost[s]! - least) };
    });
    this.#penalties = team.most.map((most, j) => {
      const of = (load: number) => team.square * load * load - prices[j]! * load;
      const least = of(wanted(prices[j]!, most, team.square));
      return Float64Array.from({ length: most + 1 }, (_, load) => of(load) - least);
    });
    let size = 1;
    const units = team.most.map((most) => {
      const unit = size;
      size *= most + 1;
      return unit;
    });
    this.isExact = size < 2 ** 53;
    // Too many loads for a number: keys of which two may be equal, good enough for an agenda that is not proven.
    this.#units = this.isExact ? units : units.map((_, j) => 7919 ** (j + 2) % 1_000_000_007_007);
  }

  #keyOf(mask: number): number {
    let key = 0;
    for (let rest = mask; rest !== 0; rest &= rest - 1) key += this.#units[31 - Math.clz32(rest & -rest)]!;
    return key;
  }

  /** For each meeting and load, the least penalty that those left may lead to. */
  #rest(every: readonly number[], some: readonly number[]): Float64Array[] {
    return this.#penalties.map((penalty, j) => {
      const countOf = (masks: readonly number[]) => masks.reduce((sum, mask) => sum + ((mask >> j) & 1), 0);
      const [least, most] = [countOf(every), countOf(some)];
      return penalty.map((_, load) => {
        let best = Infinity;
        for (let end = load + least; end <= load + most && end < penalty.length; end++)
          best = Math.min(best, penalty[end]!);
        return best;
      });
    });
  }

  /** The best agenda within `allowed` above the bound; null when there is none; `many` when the states are too many. */
  within(allowed: number, beam = Infinity): { above: number; sets: number[] } | 'many' | null {
    this.dropped = Infinity;
    const choices = this.#choices
      .map(({ at, masks, above }) => {
        const kept = above.findIndex((cost) => cost > allowed);
        if (kept >= 0) this.dropped = Math.min(this.dropped, above[kept]!);
        const end = kept < 0 ? above.length : kept;
        return { at, masks: masks.slice(0, end), above: above.slice(0, end) };
      })
      .sort((one, other) => one.masks.length - other.masks.length || one.at - other.at);
    const every = choices.map(everyMask);
    const some = choices.map(someMask);
    const none = this.#penalties.map(() => 0);
    const layers: Layer[] = [{ keys: [0], loads: none, above: [0], from: [0], set: [0] }];
    for (let k = 0; k < choices.length; k++) {
      const rest = this.#rest(every.slice(k + 1), some.slice(k + 1));
      const next = this.#extend(layers[k]!, choices[k]!, rest, allowed);
      if (next.keys.length === 0) return null;
      if (next.keys.length > MOST_STATES && beam === Infinity) return 'many';
      layers.push(next.keys.length > beam ? narrowed(next, beam) : next);
    }
    return this.#trace(layers, choices, allowed);
  }

  #extend(layer: Layer, { masks, above }: PricedChoices, rest: Float64Array[], allowed: number): Layer {
    const next: Layer = { keys: [], loads: [], above: [], from: [], set: [] };
    const places = new Map<number, number>();
    const added = masks.map((mask) => this.#keyOf(mask));
    const size = rest.length;
    for (let at = 0; at < layer.keys.length; at++) {
      for (let s = 0; s < masks.length; s++) {
        const cost = layer.above[at]! + above[s]!;
        let bound = cost;
        for (let j = 0; j < size && bound < Infinity; j++)
          bound += rest[j]![layer.loads[at * size + j]! + ((masks[s]! >> j) & 1)] ?? Infinity;
        if (bound > allowed || bound === Infinity) {
          if (bound < this.dropped) this.dropped = bound;
          continue;
        }
        const key = layer.keys[at]! + added[s]!;
        const place = places.get(key);
        if (place === undefined) {
          places.set(key, next.keys.length);
          next.keys.push(key);
          for (let j = 0; j < size; j++)
            next.loads.push(layer.loads[at * size + j]! + ((masks[s]! >> j) & 1));
          next.above.push(cost);
          next.from.push(at);
          next.set.push(masks[s]!);
        } else if (cost < next.above[place]!) {
          next.above[place] = cost;
          next.from[place] = at;
          next.set[place] = masks[s]!;
        }
      }
    }
    return next;
  }

  /** The sets of the best state of the last layer. */
  #trace(layers: readonly Layer[], choices: readonly PricedChoices[], allowed: number) {
    const last = layers.at(-1)!;
    const size = this.#penalties.length;
    let place = -1;
    let best = Infinity;
    last.above.forEach((cost, at) => {
      const above = this.#penalties.reduce((sum, of, j) => sum + of[last.loads[at * size + j]!]!, cost);
      if (above < best) [best, place] = [above, at];
    });
    if (place < 0 || best > allowed) return null;
    const sets = new Array<number>(choices.length).fill(0);
    for (let k = choices.length; k > 0; k--) {
      sets[choices[k - 1]!.at] = layers[k]!.set[place]!;
      place = layers[k]!.from[place]!;
    }
    return { above: best, sets };
  }
}

/** The `size` states nearest to the bound. */
function narrowed(layer: Layer, size: number): Layer {
  const meetings = layer.loads.length / layer.keys.length;
  const order = [...layer.keys.keys()].sort((one, other) => layer.above[one]! - layer.above[other]!);
  const kept = order.slice(0, size);
  const of = (values: readonly number[]) => kept.map((at) => values[at]!);
  const loads = kept.flatMap((at) => layer.loads.slice(at * meetings, (at + 1) * meetings));
  return { keys: of(layer.keys), loads, above: of(layer.above), from: of(layer.from), set: of(layer.set) };
}

/** The best set of meetings of each situation, proven but where a team is too large for it. */
export function searchTeam(team: TeamCosts): ChosenSets {
  let best: MeetingPrices | null = null;
  for (const share of FIRST_STEPS) {
    const priced = bestPrices(team, { share, ...(best && { from: best.prices }) });
    if (best && priced.bound <= best.bound) continue;
    best = priced;
    const search = new TeamSearch(team, priced);
    for (let allowed = 0; search.isExact; allowed = Math.max(2 * allowed, search.dropped)) {
      const found = search.within(allowed);
      if (found === 'many') break;
      if (found) return { sets: found.sets, bound: priced.bound + found.above };
    }
  }
  const { bound } = best!;
  const found = new TeamSearch(team, best!).within(Infinity, BEAM);
  if (found === null || found === 'many') throw new Error('No agenda, where seeing nobody is one.');
  return { sets: found.sets, bound };
}
