// One search: annealings by moves of blocks between posts, a fixed number of them, so that every machine finds the same.
import { random, type Random } from '../../../algorithms/random.ts';
import type { CardAim } from '../cards.ts';
import { partsOf, type Parts, type PostPart } from './parts.ts';
import { recombined } from './recombination.ts';
import { estimatedOver, keepsRules, standingOf, type Standing } from './standing.ts';
import type { Rules } from './rules.ts';

export interface AimedSearch {
  aim: CardAim;
  /** Most minutes on the road; Infinity for any. */
  mostRoad: number;
  seed: number;
  /** Moves tried in each of the annealings. */
  moves: number;
  rounds: number;
  stop?: () => boolean;
}

/** A plan, by post of each block. */
export type PlanAt = Int32Array;

/** The last of the plans that bettered the best, kept for their exact figures. */
const KEPT = 12;
/** Minutes: the temperature at first, of the first annealing and of those that go on from the best, and at last. */
const HOT = 8;
const WARM = 4;
const COLD = 0.3;
/** Minutes for a whole target missed: the price rises as the temperature falls, to that of soft bands. */
const PRICE = { low: 300, high: 3000, soft: 100_000 };
/** Share of moves that merge two sectors and cut them anew; of the others, that bring a block back; and that leave the border where they may. */
const RECOMBINED = 0.3;
const EXCHANGED = 0.55;
const ANYWHERE = { free: 0.3, inOnePiece: 0.05 };
/** Shares of targets that loads may miss the band of the estimate by, while a plan is looked for: one block weighs much where there are few. */
const looseBand = (blocks: number) => Math.max(0.02, 1.5 / blocks);
/** A piece or a pair too many, in targets missed: it may only go. */
const BROKEN = 0.1;
/** Moves between two changes of temperature. */
const PERIOD = 32;

/** A figure that rounds the same way whatever the machine's logarithm. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
/** Rises accepted, in temperatures: quantiles of the exponential distribution, from a table, since logarithms differ from one machine to another. */
const quantiles = () => Float64Array.from({ length: 4096 }, (_, at) => rounded(-Math.log((at + 0.5) / 4096)));
const QUANTILES = /* @__PURE__ */ quantiles();

/** What a plan is worth, in minutes or so: the least is the best. */
function worthOf(aim: CardAim, { road, deviation, moved }: Standing): number {
  if (aim === 'even') return 6000 * deviation + 0.02 * road;
  return aim === 'fewest' ? 0.05 * moved + 0.05 * road : road + 1e-4 * moved;
}

/** The plans that bettered the best while they kept the rules, and the last of all. */
export function searchPlans(
  parts: Parts,
  start: PlanAt,
  options: AimedSearch
): { kept: PlanAt[]; last: PlanAt } {
  const search = new Search(parts, start, options);
  const { rounds, moves, stop } = options;
  const last = parts.rules.soft ? PRICE.soft : PRICE.high;
  const periods = Math.max(1, Math.ceil(moves / PERIOD));
  for (let round = 0; round < rounds && !stop?.(); round++) {
    if (round > 0) search.goOnFromBest();
    const hot = round === 0 ? HOT : WARM;
    for (let period = 0; period < periods && !stop?.(); period++) {
      const done = period / periods;
      search.setHeat(rounded(hot * (COLD / hot) ** done), rounded(PRICE.low * (last / PRICE.low) ** done));
      for (let k = 0; k < PERIOD; k++) search.step();
    }
  }
  return { kept: search.kept, last: search.at };
}

class Search {
  readonly kept: PlanAt[] = [];
  at: PlanAt;
  #best: PlanAt | null = null;
  #least = Infinity;
  #parts: PostPart[];
  #standing: Standing;
  #energy = 0;
  #temperature = HOT;
  #price = PRICE.low;
  readonly #loose: number;
  readonly #rules: Rules;
  readonly #next: Random;

  constructor(
    readonly parts: Parts,
    start: PlanAt,
    readonly options: AimedSearch
  ) {
    this.#rules = parts.rules;
    this.#loose = looseBand(parts.rules.blocks);
    this.#next = random(options.seed);
    this.at = start.slice();
    this.#parts = partsOf(parts, start);
    this.#standing = standingOf(parts, this.#parts);
    this.setHeat(HOT, PRICE.low);
    this.#keep();
  }

  setHeat(temperature: number, price: number): void {
    this.#temperature = temperature;
    this.#price = price;
    this.#energy = this.#energyOf(this.#standing);
  }

  goOnFromBest(): void {
    if (this.#best === null) return;
    this.at = this.#best.slice();
    this.#parts = partsOf(this.parts, this.at);
    this.#standing = standingOf(this.parts, this.#parts);
    this.#energy = this.#energyOf(this.#standing);
  }

  step(): void {
    const next = this.#next;
    const rules = this.#rules;
    const b = Math.floor(next() * rules.blocks);
    const from = this.at[b]!;
    const to = this.#goal(b, from);
    if (to < 0) return;
    if (next() < RECOMBINED) {
      const [one, other] = [this.#parts[from]!, this.#parts[to]!];
      const cut = recombined(rules, one, other, this.#whole(), next);
      if (cut && this.#isOpen(cut[0], from) && this.#isOpen(cut[1], to)) this.#try(from, to, ...cut);
      return;
    }
    if (rules.open[b * rules.posts + to] === 0) return;
    const back = next() < EXCHANGED ? this.#inExchange(b, from, to) : -1;
    this.#try(
      from,
      to,
      changed(this.#parts[from]!.blocks, b, back),
      changed(this.#parts[to]!.blocks, back, b)
    );
  }

  /** A post that block b may go to: one that it touches, or any. */
  #goal(b: number, from: number): number {
    const { problem, neighbours, choices } = this.#rules;
    const touching = neighbours[b]!;
    const rare = problem.contiguous ? ANYWHERE.inOnePiece : ANYWHERE.free;
    const isAnywhere = touching.length === 0 || this.#next() < rare;
    const goals = isAnywhere
      ? choices[b]!.filter((j) => j !== from)
      : touching.flatMap((v) => (this.at[v] === from ? [] : [this.at[v]!]));
    return goals.length === 0 ? -1 : goals[Math.floor(this.#next() * goals.length)]!;
  }

  /** A block of the other post that may come back for b; -1 for none. */
  #inExchange(b: number, from: number, to: number): number {
    const { problem, neighbours, open, posts } = this.#rules;
    const candidates = this.#parts[to]!.blocks.filter(
      (other) =>
        open[other * posts + from] === 1 &&
        (!problem.contiguous ||
          neighbours[other]!.length === 0 ||
          neighbours[other]!.some((v) => this.at[v] === from || v === b))
    );
    return candidates.length === 0 ? -1 : candidates[Math.floor(this.#next() * candidates.length)]!;
  }

  #isOpen(blocks: readonly number[], post: number): boolean {
    return blocks.every((b) => this.#rules.open[b * this.#rules.posts + post] === 1);
  }

  #whole(): number {
    const { isByHours } = this.#rules;
    return this.#parts.reduce((sum, { work, travel }) => sum + work + (isByHours ? travel : 0), 0);
  }

  /** Takes a change of two posts, or leaves it: what costs nothing is tested first, then the tours of both. */
  #try(from: number, to: number, ofFrom: readonly number[], ofTo: readonly number[]): void {
    const rules = this.#rules;
    const [one, other] = [this.#parts[from]!, this.#parts[to]!];
    const limit = this.#temperature * QUANTILES[Math.floor(this.#next() * QUANTILES.length)]!;
    const [newOne, newOther] = [this.parts.of(from, ofFrom), this.parts.of(to, ofTo)];
    const broken = newOne.extra + newOne.clashes + newOther.extra + newOther.clashes;
    if (broken > one.extra + one.clashes + other.extra + other.clashes) return;
    const parts = [...this.#parts];
    parts[from] = newOne;
    parts[to] = newOther;
    const over = estimatedOver(rules, parts);
    if (!rules.soft && over > Math.max(this.#loose, this.#standing.estimatedOver)) return;
    const standing = standingOf(this.parts, parts, over);
    const energy = this.#energyOf(standing);
    if (energy - this.#energy > limit) return;
    for (const b of ofFrom) this.at[b] = from;
    for (const b of ofTo) this.at[b] = to;
    this.#parts = parts;
    this.#standing = standing;
    this.#energy = energy;
    this.#keep();
  }

  #energyOf(standing: Standing): number {
    const { over, estimatedOver: estimated, teamsOver, road, moved, broken } = standing;
    const { soft, cap } = this.#rules;
    const missed = over + teamsOver + (soft ? 0 : estimated) + BROKEN * broken;
    return (
      worthOf(this.options.aim, standing) +
      this.#price * missed +
      2 * Math.max(0, road - this.options.mostRoad) +
      0.2 * Math.max(0, moved - cap)
    );
  }

  #keep(): void {
    const standing = this.#standing;
    if (!keepsRules(this.#rules, standing) || standing.road > this.options.mostRoad + 1e-6) return;
    const missed = this.#rules.soft ? PRICE.soft * (standing.over + standing.teamsOver) : 0;
    const worth = worthOf(this.options.aim, standing) + missed;
    if (worth >= this.#least - 1e-9) return;
    this.#least = worth;
    this.#best = this.at.slice();
    this.kept.push(this.#best);
    if (this.kept.length > KEPT) this.kept.shift();
  }
}

/** An ascending list without one block and with another; -1 for none. */
function changed(blocks: readonly number[], without: number, added: number): number[] {
  const list: number[] = [];
  let isAdded = added < 0;
  for (const b of blocks) {
    if (b === without) continue;
    if (!isAdded && b > added) {
      list.push(added);
      isAdded = true;
    }
    list.push(b);
  }
  if (!isAdded) list.push(added);
  return list;
}
