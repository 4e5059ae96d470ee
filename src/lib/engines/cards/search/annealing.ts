// One search: annealings by moves of blocks between posts, a fixed number of them, so that every machine finds the same.
import { random, type Random } from '../../../algorithms/random.ts';
import type { CardAim } from '../cards.ts';
import { partsOf, type Parts, type PostPart } from './parts.ts';
import { recombined } from './recombination.ts';
import { estimatedOver, keepsRules, standingBy, standingOf, teamsOverOf, type Standing } from './standing.ts';
import type { Rules } from './rules.ts';

export interface AimedSearch {
  aim: CardAim;
  /** Most minutes on the road; Infinity for any. */
  mostRoad: number;
  /** Most pupils who change referent; the cap of the rules without it. */
  mostMoved?: number;
  seed: number;
  /** Moves tried in each of the annealings. */
  moves: number;
  rounds: number;
  /** Minutes: the temperature at first, in the place of the usual one. */
  hot?: number;
  /** Begins hotter; a move may cut a sector or go far out of the bands for a while. */
  isWide?: boolean;
  stop?: () => boolean;
  /** Where the search is on roads foretold: the tours by which a plan is kept. */
  driven?: Parts;
}

/** A plan, by post of each block. */
export type PlanAt = Int32Array;

/** The last of the plans that bettered the best, kept for their exact figures. */
const KEPT = 12;
/** Minutes: the temperature at first, of a wide search, of the first annealing of another and of those that go on from the best, and at last. */
const HOTTEST = 30;
const HOT = 8;
const WARM = 4;
const COLD = 0.3;
/** Minutes for a whole target missed: the price rises as the temperature falls, to that of soft bands. */
const PRICE = { lowest: 150, low: 300, high: 3000, soft: 100_000 };
/** Shares of moves, added up: that merge two sectors and cut them anew, give one block, exchange two, move two or three along three posts. */
const RECOMBINED = 0.02;
const SHIFTED = 0.2;
const EXCHANGED = 0.6;
const CHAINED = 0.8;
const MOST_LOOKED = 60;
/** How much of a fault each road corrects; of energies foretold, the faults that a move is not looked at beyond, and the share that is all the same. */
const LEARNT = 0.3;
const DOUBT = 0.01;
const SURE = 2;
const LOOKED_AT = 0.02;
const ANYWHERE = { free: 0.3, inOnePiece: 0.05 };
/** Shares of targets that loads may miss the band of the estimate by, while a plan is looked for: one block weighs much where there are few. */
const looseBand = (blocks: number) => Math.max(0.02, 1.5 / blocks);
const FAR = 0.3;
/** A minute of road too many, in targets missed. */
const ROAD_PRICE = 0.006;
/** In targets missed: any miss at all, so that no miss is too small to be mended; a piece or a pair too many, which may only go but in a wide search. */
const OUTSIDE = 0.01;
const BROKEN = 0.1;
/** Shares of the road by which tours are hoped to be shorter than foretold: at first, at most, more with each move, and less with each plan driven. */
const HOPE = { first: 0.015, most: 0.03, rise: 3e-6, fall: 8e-4 };
/** The same of a deviation. */
const HOPED_DEVIATION = 0.003;
/** What a plan must be hoped to be better by, to be driven. */
const WORTHWHILE: Readonly<Record<CardAim, number>> = { road: 0.01, even: 1e-6, fewest: 0.5 };
/** Moves between two changes of temperature. */
const PERIOD = 32;

/** A figure that rounds the same way whatever the machine's logarithm. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
/** Rises accepted, in temperatures: quantiles of the exponential distribution, from a table, since logarithms differ from one machine to another. */
const quantiles = () => Float64Array.from({ length: 4096 }, (_, at) => rounded(-Math.log((at + 0.5) / 4096)));
const QUANTILES = /* @__PURE__ */ quantiles();

/** The figure of an aim, and a little of the road among equals: the least is the best. */
function figureOf(aim: CardAim, { road, deviation, moved }: Standing): number {
  if (aim === 'even') return deviation + 1e-7 * road;
  return aim === 'fewest' ? moved + 1e-5 * road : road + 1e-4 * moved;
}

/** The same in minutes or so, for temperatures; the road counts for more, since what it leaves under its limit is what a move can take. */
function worthOf(aim: CardAim, { road, deviation, moved }: Standing): number {
  if (aim === 'even') return 1000 * deviation + 0.05 * road;
  return aim === 'fewest' ? 0.05 * moved + 0.05 * road : road + 1e-4 * moved;
}

/** The plans that bettered the best while they kept the rules, and the last of all. */
export function searchPlans(
  parts: Parts,
  start: PlanAt,
  options: AimedSearch
): { kept: PlanAt[]; last: PlanAt } {
  const search = new Search(parts, start, options);
  const { rounds, moves, isWide, driven, stop } = options;
  const last = parts.rules.soft ? PRICE.soft : PRICE.high;
  const low = driven ? PRICE.lowest : PRICE.low;
  const first = options.hot ?? (isWide ? HOTTEST : HOT);
  const periods = Math.max(1, Math.ceil(moves / PERIOD));
  for (let round = 0; round < rounds && !stop?.(); round++) {
    if (round > 0) search.goOnFromBest();
    const hot = round > 0 ? WARM : first;
    for (let period = 0; period < periods && !stop?.(); period++) {
      const done = period / periods;
      search.setHeat(rounded(hot * (COLD / hot) ** done), rounded(low * (last / low) ** done));
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
  /** Minutes by which tours are hoped to be shorter than foretold, and what they are a share of. */
  #hope = 0;
  #scale = 0;
  readonly #loose: number;
  readonly #mostMoved: number;
  readonly #rules: Rules;
  readonly #next: Random;
  /** Minutes of each post, and those of the move that is looked at. */
  readonly #driven: Float64Array;
  readonly #roads: Float64Array;
  /** What a block adds to the road of a post, as it was last seen, at `b * posts + j`; and how far energies foretold by it are off. */
  readonly #added: Float64Array;
  #doubt = 0;
  /** Load of a block with a post, at `b * posts + j`, and of all: as the solver estimates them. */
  readonly #weight: Float64Array;
  #whole = 0;

  constructor(
    readonly parts: Parts,
    start: PlanAt,
    readonly options: AimedSearch
  ) {
    this.#rules = parts.rules;
    this.#loose = options.isWide ? FAR : looseBand(parts.rules.blocks);
    this.#mostMoved = Math.min(options.mostMoved ?? Infinity, parts.rules.cap);
    this.#next = random(options.seed);
    this.at = start.slice();
    this.#driven = new Float64Array(parts.rules.posts);
    this.#roads = new Float64Array(parts.rules.posts);
    const { work, posts, isByHours, travel } = parts.rules;
    this.#weight = travel.map((tenths, at) => work[Math.floor(at / posts)]! + (isByHours ? tenths / 10 : 0));
    this.#added = parts.rules.travel.map((tenths) => tenths / 10);
    this.#parts = partsOf(parts, start);
    this.#standing = this.#stand();
    if (options.driven) this.#scale = Math.min(options.mostRoad, this.#standing.road);
    this.#hope = HOPE.first * this.#scale;
    this.setHeat(HOT, PRICE.low);
    this.#keep();
  }

  #stand(): Standing {
    this.#weigh();
    for (const part of this.#parts) this.#driven[part.post] = this.parts.road(part);
    return standingOf(this.parts, this.#parts);
  }

  setHeat(temperature: number, price: number): void {
    this.#temperature = temperature;
    this.#price = price;
    this.#energy = this.#energyOf(this.#standing);
  }

  goOnFromBest(): void {
    this.#hope = HOPE.first * this.#scale;
    if (this.#best === null) return;
    this.at = this.#best.slice();
    this.#parts = partsOf(this.parts, this.at);
    this.#standing = this.#stand();
    this.#energy = this.#energyOf(this.#standing);
  }

  #int(most: number): number {
    return Math.floor(this.#next() * most);
  }

  step(): void {
    const { parts, at } = this;
    this.#hope = Math.min(HOPE.most * this.#scale, this.#hope + HOPE.rise * this.#scale);
    const b = this.#int(at.length);
    const from = at[b]!;
    const to = this.#goal(b);
    if (to < 0) return;
    const [one, other] = [this.#parts[from]!, this.#parts[to]!];
    const kind = this.#next();
    if (kind < RECOMBINED) {
      const cut = recombined(this.#rules, one, other, this.#whole, this.#next);
      if (cut && this.#isOpen(cut[0], from) && this.#isOpen(cut[1], to))
        this.#try([parts.of(from, cut[0]), parts.of(to, cut[1])], []);
      return;
    }
    if (kind < CHAINED) {
      const back = this.#back(b, from, to, kind < SHIFTED ? 0 : kind < EXCHANGED ? 1 : 2);
      if (back === null) return;
      this.#try(
        [parts.of(from, changed(one.blocks, [b], back)), parts.of(to, changed(other.blocks, back, [b]))],
        [b, to, ...back.flatMap((c) => [c, from])]
      );
      return;
    }
    const chain = this.#chain(b, from, to);
    if (chain === null) return;
    const [then, next, last] = chain;
    const third = this.#parts[next]!;
    this.#try(
      [
        parts.of(from, changed(one.blocks, [b], last)),
        parts.of(to, changed(other.blocks, [then], [b])),
        parts.of(next, changed(third.blocks, last, [then]))
      ],
      [b, to, then, next, ...last.flatMap((c) => [c, from])]
    );
  }

  #loadOf(j: number): number {
    const { work, travel } = this.#parts[j]!;
    return this.#rules.isByHours ? work + travel : work;
  }

  /** What the load of a post misses its band by, in shares of its target, with so much more. */
  #miss(j: number, more: number): number {
    const { shares, tolerance } = this.#rules;
    return Math.max(0, Math.abs((this.#loadOf(j) + more) / (shares[j]! * this.#whole) - 1) - tolerance);
  }

  /** Whether post `to` may take a block that another gives: one that it borders, where sectors are in one piece. */
  #mayCome(c: number, to: number, beside: number): boolean {
    const { problem, neighbours, open, posts } = this.#rules;
    if (open[c * posts + to] === 0) return false;
    if (!problem.contiguous || neighbours[c]!.length === 0) return true;
    for (const v of neighbours[c]!) if (v === beside || this.at[v] === to) return true;
    return false;
  }

  /** What the two bands may be missed by together. */
  #room(...posts: readonly number[]): number {
    if (this.#rules.soft) return Infinity;
    const { estimatedOver: now } = this.#standing;
    return Math.max(this.#loose, now) - now + posts.reduce((sum, j) => sum + this.#miss(j, 0), 0) + 1e-6;
  }

  /** So many blocks of post `to` that come to `from` for b, within the bands: the first from a place drawn; null for none. */
  #back(b: number, from: number, to: number, count: number): readonly number[] | null {
    const { posts } = this.#rules;
    const weight = this.#weight;
    const room = this.#room(from, to);
    const [given, taken] = [weight[b * posts + from]!, weight[b * posts + to]!];
    const fits = (less: number, more: number) =>
      this.#miss(from, less - given) + this.#miss(to, taken - more) <= room;
    if (count === 0) return fits(0, 0) ? [] : null;
    const { blocks } = this.#parts[to]!;
    const first = this.#int(blocks.length);
    let looked = 0;
    for (let k = 0; k < blocks.length; k++) {
      const c = blocks[(first + k) % blocks.length]!;
      if (!this.#mayCome(c, from, b)) continue;
      const [less, more] = [weight[c * posts + from]!, weight[c * posts + to]!];
      if (count === 1) {
        if (fits(less, more)) return [c];
        continue;
      }
      for (let l = k + 1; l < blocks.length; l++) {
        const d = blocks[(first + l) % blocks.length]!;
        if (++looked > MOST_LOOKED) return null;
        if (!this.#mayCome(d, from, c)) continue;
        if (fits(less + weight[d * posts + from]!, more + weight[d * posts + to]!)) return [c, d];
      }
    }
    return null;
  }

  /** A block of post `to` that goes on to a third one, and one of that or none that comes back to `from`, within the bands; null for none. */
  #chain(b: number, from: number, to: number): [then: number, next: number, last: readonly number[]] | null {
    const { posts } = this.#rules;
    const weight = this.#weight;
    const { blocks } = this.#parts[to]!;
    if (blocks.length === 0) return null;
    const then = blocks[this.#int(blocks.length)]!;
    const next = this.#goal(then);
    if (next < 0 || next === from) return null;
    const room =
      this.#room(from, to, next) - this.#miss(to, weight[b * posts + to]! - weight[then * posts + to]!);
    if (room < 0) return null;
    const [given, taken] = [weight[b * posts + from]!, weight[then * posts + next]!];
    const fits = (less: number, more: number) =>
      this.#miss(from, less - given) + this.#miss(next, taken - more) <= room;
    if (fits(0, 0)) return [then, next, []];
    const third = this.#parts[next]!.blocks;
    const first = this.#int(third.length);
    for (let k = 0; k < third.length; k++) {
      const last = third[(first + k) % third.length]!;
      if (!this.#mayCome(last, from, b)) continue;
      if (fits(weight[last * posts + from]!, weight[last * posts + next]!)) return [then, next, [last]];
    }
    return null;
  }

  /** A post that block b may go to: one that it touches, or any; -1 for none. */
  #goal(b: number): number {
    const { problem, neighbours, choices, open, posts } = this.#rules;
    const touching = neighbours[b]!;
    const from = this.at[b]!;
    const rare = problem.contiguous ? ANYWHERE.inOnePiece : ANYWHERE.free;
    if (touching.length === 0 || this.#next() < rare) {
      const goals = choices[b]!;
      const goal = goals[this.#int(goals.length)]!;
      return goal === from ? -1 : goal;
    }
    const first = this.#int(touching.length);
    for (let k = 0; k < touching.length; k++) {
      const goal = this.at[touching[(first + k) % touching.length]!]!;
      if (goal !== from) return open[b * posts + goal] === 1 ? goal : -1;
    }
    return -1;
  }

  #isOpen(blocks: readonly number[], post: number): boolean {
    return blocks.every((b) => this.#rules.open[b * this.#rules.posts + post] === 1);
  }

  /**
   * Takes other parts in the place of some, or leaves them: what costs nothing is tested first, then what is foretold, then the tours.
   * @param moves the blocks that change, each with its new post; none where nothing can be foretold
   */
  #try(changes: readonly PostPart[], moves: readonly number[]): void {
    const rules = this.#rules;
    const { parts, at } = this;
    const limit = this.#temperature * QUANTILES[this.#int(QUANTILES.length)]!;
    const next = this.#parts.slice();
    for (const part of changes) next[part.post] = part;
    const over = estimatedOver(rules, next);
    const now = this.#standing;
    if (!rules.soft && over > Math.max(this.#loose, now.estimatedOver)) return;
    let broken = now.broken;
    for (const part of changes) broken += parts.broken(part) - this.#brokenOf(part.post);
    if (broken > now.broken && !this.options.isWide) return;
    const apart = { estimatedOver: over, teamsOver: now.teamsOver, broken };
    const roads = this.#roads;
    for (let j = 0; j < roads.length; j++) roads[j] = this.#driven[j]!;
    let foretold = NaN;
    if (moves.length > 0) {
      for (let k = 0; k < moves.length; k += 2) {
        const [b, to] = [moves[k]!, moves[k + 1]!];
        roads[at[b]!]! -= this.#added[b * rules.posts + at[b]!]!;
        roads[to]! += this.#added[b * rules.posts + to]!;
      }
      foretold = this.#energyOf(standingBy(rules, next, roads, apart)) - this.#energy;
      if (foretold > limit + SURE * this.#doubt && this.#next() > LOOKED_AT) return;
      this.#learn(changes, moves);
    }
    for (const part of changes) roads[part.post] = parts.road(part);
    apart.teamsOver = teamsOverOf(rules, next);
    const standing = standingBy(rules, next, roads, apart);
    const energy = this.#energyOf(standing);
    if (moves.length > 0) this.#doubt += DOUBT * (Math.abs(energy - this.#energy - foretold) - this.#doubt);
    if (energy - this.#energy > limit) return;
    for (const { post, blocks } of changes) for (const b of blocks) at[b] = post;
    this.#parts = next;
    this.#weigh();
    this.#driven.set(roads);
    this.#standing = standing;
    this.#energy = energy;
    this.#keep();
  }

  /** After each change of parts. */
  #weigh(): void {
    this.#whole = 0;
    for (let j = 0; j < this.#parts.length; j++) this.#whole += this.#loadOf(j);
  }

  #brokenOf(post: number): number {
    return this.#standing.broken === 0 ? 0 : this.parts.broken(this.#parts[post]!);
  }

  /** What roads computed say of what blocks add to them. */
  #learn(changes: readonly PostPart[], moves: readonly number[]): void {
    const { posts } = this.#rules;
    for (const part of changes) {
      const { post } = part;
      let [off, count] = [this.parts.road(part) - this.#roads[post]!, 0];
      for (let k = 0; k < moves.length; k += 2)
        if (this.at[moves[k]!] === post || moves[k + 1] === post) count++;
      off *= LEARNT / count;
      for (let k = 0; k < moves.length; k += 2) {
        const cell = moves[k]! * posts + post;
        if (moves[k + 1] === post) this.#added[cell]! += off;
        else if (this.at[moves[k]!] === post) this.#added[cell]! -= off;
      }
    }
  }

  #energyOf(standing: Standing): number {
    const { over, estimatedOver: estimated, teamsOver, road, moved, broken } = standing;
    const { soft } = this.#rules;
    const missed = over + teamsOver + (soft ? 0 : estimated) + BROKEN * broken;
    return (
      worthOf(this.options.aim, standing) +
      this.#price * (missed + (missed > 0 && !soft ? OUTSIDE : 0)) +
      ROAD_PRICE * this.#price * Math.max(0, road - this.#hope - this.options.mostRoad) +
      0.2 * Math.max(0, moved - this.#mostMoved)
    );
  }

  #keep(): void {
    const { driven } = this.options;
    if (driven && !this.#isHopeful()) return;
    const standing = driven ? standingOf(driven, this.#parts) : this.#standing;
    if (!keepsRules(this.#rules, standing) || standing.road > this.options.mostRoad + 1e-6) return;
    if (standing.moved > this.#mostMoved) return;
    const worth = this.#rank(standing);
    if (worth >= this.#least - 1e-9) return;
    this.#least = worth;
    this.#best = this.at.slice();
    this.kept.push(this.#best);
    if (this.kept.length > KEPT) this.kept.shift();
  }

  /** The figure of the aim, and what lies outside soft bands. */
  #rank(standing: Standing): number {
    const missed = this.#rules.soft ? PRICE.soft * (standing.over + standing.teamsOver) : 0;
    return figureOf(this.options.aim, standing) + missed;
  }

  /** Whether a plan whose road is foretold may be the best once it is driven; each one that may lowers the hope. */
  #isHopeful(): boolean {
    const { aim, mostRoad } = this.options;
    const [road, deviation] = [this.#standing.road - this.#hope, this.#standing.deviation - HOPED_DEVIATION];
    const hoped = { ...this.#standing, road, deviation };
    if (!keepsRules(this.#rules, hoped) || road > mostRoad) return false;
    if (this.#rank(hoped) >= this.#least - WORTHWHILE[aim]) return false;
    this.#hope -= HOPE.fall * this.#scale;
    return true;
  }
}

/** An ascending list without some blocks and with others. */
function changed(blocks: readonly number[], without: readonly number[], added: readonly number[]): number[] {
  const list = blocks.filter((b) => !without.includes(b));
  for (const b of added) {
    let at = list.length;
    while (at > 0 && list[at - 1]! > b) at--;
    list.splice(at, 0, b);
  }
  return list;
}
