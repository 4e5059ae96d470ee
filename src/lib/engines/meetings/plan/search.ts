// Good plans: each team placed by its best path, then a few taken out and put back, again and again (large neighbourhood search).
import { acceptedRise } from '../../../algorithms/annealing.ts';
import { random, type Random } from '../../../algorithms/random.ts';
import { IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import { PlanState, type TeamSlots } from './plan-state.ts';
import { teamPath, type TeamPath } from './team-path.ts';
import { dayCost } from './tour.ts';

/** Most teams taken out at once; share of rounds within one coordinator's teams; first tries of a plan. */
const MOST_OUT = 5;
const ONE_COORDINATOR = 0.8;
const GUIDED = 0.6;
const FIRST_TRIES = 2000;
const FIRST_NOISE = 400;
/** Noise of half of the rounds, and temperature at the beginning of a cycle, in units of cost. */
const NOISE = 40;
const HOTTEST = 15;
const COLDEST = 0.01;
/** A gain that rounding explains is none. */
const SETTLED = 1e-3;

export interface SearchOptions {
  seed?: number;
  /** Slots to begin with; teams without any are placed. */
  start?: TeamSlots;
  /** Most tries of a first plan. */
  tries?: number;
  /** Added to the cost of a slot, at `team * slots + slot`: what a repair gives for a meeting that stays. */
  bonus?: Float64Array;
}

export class MeetingSearch {
  readonly #state: PlanState;
  readonly #next: Random;
  readonly #node: Float64Array;
  readonly #groups: number[][];
  readonly #saving: Float64Array;
  readonly #leastMissing: Float64Array;
  #current = IMPOSSIBLE;
  #best = IMPOSSIBLE;
  #plan: Int32Array[] | null = null;
  #unplaced: number[] = [];

  constructor(
    readonly m: Meetings,
    readonly options: SearchOptions = {}
  ) {
    this.#state = new PlanState(m);
    this.#next = random(options.seed ?? 1);
    this.#node = new Float64Array(Math.max(1, m.slots));
    this.#groups = Array.from({ length: m.coordinators }, (_, k) =>
      Array.from({ length: m.teams }, (_, e) => e).filter((e) => m.coordinator[e] === k)
    );
    this.#saving = savings(m);
    this.#leastMissing = Float64Array.from(m.possible, (possible, e) =>
      possible.reduce((least, slot) => Math.min(least, m.missing[e * m.slots + slot]!), IMPOSSIBLE)
    );
  }

  /** The best plan so far, every team in it; null before `begin` has found one. */
  get plan(): readonly Int32Array[] | null {
    return this.#plan;
  }
  /** Its cost, the bonus included. */
  get cost(): number {
    return this.#best;
  }

  /** Teams that no place was found for. */
  get unplaced(): readonly number[] {
    return this.#unplaced;
  }

  /** The first plan: the most constrained team first; where one does not fit, some that are in its way are placed again. */
  begin(): boolean {
    const { m, options } = this;
    const state = this.#state;
    options.start?.forEach((slots, team) => {
      if (slots) state.tryPut(team, slots);
    });
    const tightness = (e: number) => m.possible[e]!.length / m.count[e]!;
    const order = Array.from({ length: m.teams }, (_, e) => e);
    const todo = order.filter((e) => !state.plan[e]).sort((a, b) => tightness(a) - tightness(b) || a - b);
    const most = options.tries ?? FIRST_TRIES;
    for (let tries = 0; todo.length > 0 && tries < most; tries++) {
      const team = todo.shift()!;
      // Where the best dates lead nowhere, others are tried.
      const path = this.#path(team, tries > 2 * m.teams ? FIRST_NOISE : 0);
      if (path) {
        state.put(team, path.slots);
        continue;
      }
      const inTheWay = order.filter(
        (other) =>
          state.plan[other] &&
          (m.coordinator[other] === m.coordinator[team] || m.shared[team * m.teams + other])
      );
      if (inTheWay.length === 0) {
        this.#unplaced = [team, ...todo];
        return false;
      }
      for (let n = 0; n < 3 && inTheWay.length > 0; n++) {
        const [other] = inTheWay.splice(Math.floor(this.#next() * inTheWay.length), 1);
        state.take(other!);
        todo.push(other!);
      }
      todo.unshift(team);
    }
    this.#unplaced = todo;
    if (todo.length > 0) return false;
    this.#current = this.#total();
    this.#keep();
    return true;
  }

  /**
   * Rounds of the search. @param heat 1 at the beginning of a cycle, 0 at its end
   * @returns whether the best plan has become better
   */
  run(rounds: number, heat: number): boolean {
    const temperature = HOTTEST * heat * heat + COLDEST;
    const before = this.#best;
    for (let i = 0; i < rounds; i++) this.#round(temperature);
    return this.#best < before - 1e-9;
  }

  /** Places each team anew at its best, the others being as they are, until none gains: no move of one team alone is left. */
  settle(): void {
    const state = this.#state;
    for (let gained = true; gained;) {
      gained = false;
      for (let team = 0; team < this.m.teams; team++) {
        const former = state.plan[team]!;
        const left = state.take(team) + this.#bonusOf(team, former);
        const path = this.#path(team, 0)!;
        const change = state.put(team, path.slots) + this.#bonusOf(team, path.slots) - left;
        this.#current += change;
        if (change < -SETTLED) gained = true;
      }
    }
    this.#keep();
  }

  #round(temperature: number): void {
    const next = this.#next;
    const state = this.#state;
    const { m } = this;
    const within = next() < ONE_COORDINATOR ? this.#groups[Math.floor(next() * m.coordinators)]! : null;
    const size = within ? within.length : m.teams;
    if (size === 0) return;
    const pick = () => (within ? within[Math.floor(next() * size)]! : Math.floor(next() * size));
    const out: number[] = [];
    const wanted = Math.min(size, 1 + Math.floor(next() * MOST_OUT));
    while (out.length < wanted) {
      const team = pick();
      if (!out.includes(team)) out.push(team);
    }
    const noise = next() < 0.5 ? 0 : NOISE * next();
    const guided = next() < GUIDED ? 0.3 + 0.7 * next() : 0;
    const former = out.map((team) => state.plan[team]!);
    let change = 0;
    for (const team of out) change -= state.take(team) + this.#bonusOf(team, former[out.indexOf(team)]!);
    let placed = 0;
    for (const [i, team] of out.entries()) {
      const guide = guided > 0 && i + 1 < out.length ? out[i + 1]! : NONE;
      const path = this.#path(team, noise, guide, guided);
      if (!path) break;
      change += state.put(team, path.slots) + this.#bonusOf(team, path.slots);
      placed++;
    }
    const accepted = placed === out.length && change <= acceptedRise(temperature, next() + 1e-12);
    if (!accepted) {
      for (let i = placed - 1; i >= 0; i--) state.take(out[i]!);
      for (let i = out.length - 1; i >= 0; i--) state.put(out[i]!, former[i]!);
      return;
    }
    this.#current += change;
    if (this.#current < this.#best - 1e-6) this.#keep();
  }

  #keep(): void {
    // Sums of differences drift: a new best is counted anew.
    this.#current = this.#total();
    if (this.#current >= this.#best - 1e-9) return;
    this.#best = this.#current;
    this.#plan = this.#state.plan.map((slots) => slots!.slice());
  }

  #bonusOf(team: number, slots: Int32Array): number {
    const { bonus } = this.options;
    if (!bonus) return 0;
    let sum = 0;
    for (const slot of slots) sum += bonus[team * this.m.slots + slot]!;
    return sum;
  }

  #total(): number {
    const again = new PlanState(this.m);
    let sum = 0;
    this.#state.plan.forEach((slots, team) => (sum += again.put(team, slots!) + this.#bonusOf(team, slots!)));
    return sum;
  }

  /** Best year of a team, the others being as they are; drawn near to where the team to be placed next could come too. */
  #path(team: number, noise: number, guide = NONE, share = 0): TeamPath | null {
    const { m } = this;
    const node = this.#node;
    const { bonus } = this.options;
    this.#state.nodes(team, node);
    const possible = m.possible[team]!;
    const saved = guide === NONE ? 0 : this.#saving[team * m.teams + guide]!;
    for (let j = 0; j < possible.length; j++) {
      if (node[j]! >= IMPOSSIBLE) continue;
      const slot = possible[j]!;
      if (bonus) node[j]! += bonus[team * m.slots + slot]!;
      if (noise > 0) node[j]! += noise * this.#next();
      if (saved > 0) {
        const other = m.missing[guide * m.slots + slot]!;
        if (other < IMPOSSIBLE) node[j]! -= share * Math.max(0, saved - (other - this.#leastMissing[guide]!));
      }
    }
    return teamPath(m, team, node);
  }
}

/** What one outing for two teams of a half-day saves over two outings, at `team * teams + other`; 0 where they cannot share it. */
function savings(m: Meetings): Float64Array {
  const saved = new Float64Array(m.teams ** 2);
  for (let a = 0; a < m.teams; a++)
    for (let b = 0; b < m.teams; b++) {
      const k = m.coordinator[a]!;
      if (a === b || m.coordinator[b] !== k) continue;
      const both = dayCost(m, k, a, b, NONE, NONE);
      if (both >= IMPOSSIBLE) continue;
      const alone = (e: number) => dayCost(m, k, e, NONE, NONE, NONE);
      saved[a * m.teams + b] = Math.max(0, alone(a) + alone(b) - both);
    }
  return saved;
}
