// The three cards: searches by the figure shown, their exact figures, and the best of each aim.
import { compileProblem, heuristic, namedAssignment } from '../assignment/index.ts';
import {
  CARD_AIMS,
  type Card,
  type CardAim,
  type CardsOptions,
  type CardsRequest,
  type CardsResult,
  type PlanStanding
} from './cards.ts';
import { roadsOf, type RoadsOfRules } from './roads-of.ts';
import { searchPlans, type AimedSearch, type PlanAt } from './search/annealing.ts';
import { grownTogether } from './search/one-piece.ts';
import { Parts, partsOf } from './search/parts.ts';
import { compileRules, type Rules } from './search/rules.ts';
import { deviationsOf, keepsRules, standingOf, teamSums, type Standing } from './search/standing.ts';
import { bestGrouping } from './search/teams.ts';

/** Most road of the two other cards, as a multiple of the least. */
export const MOST_ROAD = 1.05;
/** Moves of an annealing for each block; more where there are few blocks, or few a post: a move costs little there. */
const MOVES = { perBlock: 190, few: 600, least: 13_000, byPost: 145_000 };
const ROUNDS = 3;
/** Searches on roads foretold: their moves for each block, annealings, and minutes of temperature at first. A move costs more where pieces are counted. */
const FORETOLD = { free: 1800, inOnePiece: 600, rounds: 2, hot: 20 };
/** Searches for a start, until one keeps the rules. */
const STARTS = 9;
/** Searches for any plan, where those of the road meet none. */
const FINDS = 12;
/**
 * Then longer searches of the fewest by tours, in chains: each from the least road or from today, it goes on from its best while it is bettered, and
 * no other begins once `met` have ended with as few pupils; at last from the best of all, until `missed` in a row find nothing better. Moves are
 * more where posts have few schools, since which towns change is decided while it is hot; searches are fewer where tours are long and seldom
 * met again, and a share of them is kept for the best of all.
 */
const CHAINS = { moves: { rate: 1200, least: 1.4, most: 3 }, searches: { rate: 9.8e11, least: 2, most: 24 }, rounds: 5, hot: 20, met: 3, again: 0.3, missed: 3 }; // prettier-ignore
/**
 * Searches of the least road with fewer pupils than the best of the fewest, at most; none after two that find nothing. Under the most road, what
 * it costs to leave one plan for another is steep; under the most pupils it is not.
 */
const FEWER = 6;
/** Searches of each aim, each from its own seed: by tours, on roads foretold, and by tours again from the best. */
const SEEDS: Readonly<Record<CardAim, { driven: number; foretold: number; again: number }>> = {
  road: { driven: 6, foretold: 0, again: 0 },
  even: { driven: 2, foretold: 4, again: 1 },
  fewest: { driven: 4, foretold: 6, again: 2 }
};
/** Those, that of the start, all the chains for as many as six, and two of fewer pupils. */
const CHAINED = 6;
const SEARCHES = 34;
/** Territories of so few plans have them all tried. */
const MOST_PLANS = 4096;

/** A plan whose exact figures are known. */
interface Known {
  at: PlanAt;
  standing: Standing;
}

/**
 * The three cards of a problem, each the best plan found by the figures that pages show: least road, most even, fewest pupils who change
 * (the last two within 5 % of the least road). Both bands are held, by tours and by the solver's estimate, so that the solver's bound speaks
 * of every card. The same on every machine, whatever the order of rows.
 */
export function searchCards(request: CardsRequest, options: CardsOptions = {}): CardsResult {
  const rules = compileRules(request);
  const road = request.places ? 'tours' : 'estimate';
  const none = { cards: null, road, today: null, start: null, tried: 'all', stopped: false } as const;
  if (rules === null || rules.blocks === 0) return { ...none, reason: { why: 'no-referent' } };
  return new CardSearch(rules, request, options).run();
}

class CardSearch {
  readonly #roads: RoadsOfRules;
  readonly #quick: Parts;
  readonly #exact: Parts;
  readonly #estimated: Parts;
  /** Plans that keep the rules by their exact figures, by post of each block. */
  readonly #pool = new Map<string, Known>();
  #done = 0;
  #nearest = Infinity;
  readonly #moves: number;

  constructor(
    readonly rules: Rules,
    readonly request: CardsRequest,
    readonly options: CardsOptions
  ) {
    this.#roads = roadsOf(rules, request.places);
    const { quick, exact, estimate } = this.#roads;
    this.#quick = new Parts(rules, quick);
    this.#exact = new Parts(rules, exact);
    this.#estimated = new Parts(rules, estimate);
    const work = options.work ?? 1;
    const { blocks, posts } = rules;
    const most = Math.max(MOVES.least, (MOVES.byPost * posts) / blocks);
    const moves = Math.max(MOVES.perBlock * blocks, Math.min(most, MOVES.few * blocks));
    this.#moves = Math.ceil(work * moves);
  }

  run(): CardsResult {
    const today = this.#today();
    const plans = this.rules.choices.reduce((product, list) => product * list.length, 1);
    const tried = plans <= MOST_PLANS ? 'all' : 'some';
    const start = tried === 'all' ? this.#tryAll(plans) : this.#trySome(today);
    const cards = this.#cards();
    return {
      cards: cards.length > 0 ? cards : null,
      reason: cards.length > 0 ? null : { why: 'not-found', nearest: this.#nearest },
      road: this.request.places ? 'tours' : 'estimate',
      today: today && this.#shown(today),
      start: start && this.#named(start),
      tried,
      stopped: this.#isStopped()
    };
  }

  #isStopped = () => this.options.stop?.() === true;

  /** Today's plan; null where it leaves a block without a referent, or cuts one in two. */
  #today(): PlanAt | null {
    const { problem, members, open, posts } = this.rules;
    const at = Int32Array.from(members, (units, b) => {
      const [post = -1, ...others] = units.map((i) => problem.current[i]!);
      return post >= 0 && others.every((one) => one === post) && open[b * posts + post] === 1 ? post : -1;
    });
    return at.includes(-1) ? null : at;
  }

  /** Offers every plan there is. @returns the one of least estimated road that keeps the rules */
  #tryAll(plans: number): PlanAt | null {
    const { choices } = this.rules;
    const at = new Int32Array(choices.length);
    for (let code = 0; code < plans && !this.#isStopped(); code++) {
      let left = code;
      choices.forEach((list, b) => {
        at[b] = list[left % list.length]!;
        left = Math.floor(left / list.length);
      });
      this.#offer(at.slice());
    }
    this.options.onProgress?.({ share: 1, cards: this.#cards() });
    const roadOf = ({ at: plan }: Known) => standingOf(this.#estimated, partsOf(this.#estimated, plan)).road;
    const known = [...this.#pool.values()].map((one) => ({ plan: one.at, road: roadOf(one) }));
    return known.sort((a, b) => a.road - b.road)[0]?.plan ?? null;
  }

  /** Searches by aim. @returns a plan of little estimated road that keeps the rules */
  #trySome(today: PlanAt | null): PlanAt | null {
    if (today) this.#offer(today);
    const { best, from } = this.#start(today);
    this.#search('road', from);
    if (this.#pool.size === 0 && this.#isFound(grownTogether(this.rules, today ?? from(1))))
      this.#search('road', () => this.#best('road')!.at);
    const least = this.#best('road');
    if (least) {
      this.#search('even', () => least.at);
      this.#search('fewest', (seed) => (seed % 2 === 1 && today ? today : least.at));
      this.#searchChains(least.at, today ?? least.at);
      this.#searchFewer();
    }
    return best;
  }

  /** A plan of little estimated road, where one keeps the rules, and where searches of the road begin: there or, half of them, where the first search for it ended. */
  #start(today: PlanAt | null): { best: PlanAt | null; from: (seed: number) => PlanAt } {
    const rough = heuristic(roughProblem(this.rules.problem), { stop: this.#isStopped });
    const of = rough && Int32Array.from(this.rules.members, ([first]) => rough.assignment[first!]!);
    const quick = of ?? today ?? Int32Array.from(this.rules.choices, ([first]) => first!);
    const first = this.rules.problem.contiguous ? grownTogether(this.rules, quick) : quick;
    this.#offer(first);
    const ends: PlanAt[] = [first];
    let best: PlanAt | null = null;
    for (let seed = 1; seed <= STARTS && best === null && !this.#isStopped(); seed++) {
      const options = { ...this.#plan('road', seed), isWide: seed > 1 };
      const { kept, last } = searchPlans(this.#estimated, ends.at(-1)!, options);
      best = kept.at(-1) ?? null;
      ends.push(last);
    }
    this.#tell();
    if (best) this.#offer(best);
    return { best, from: (seed) => (seed % 2 === 0 ? ends[1] : (best ?? ends.at(-1)))! };
  }

  /** Whether searches for even loads, by the estimate and then on roads foretold, meet a plan that keeps the rules, where those of the road met none. */
  #isFound(start: PlanAt): boolean {
    let at = start;
    for (const seed of [1, 2]) {
      const plan = { ...this.#plan('even', seed), ...this.#long(FORETOLD.free), isWide: seed === 1 };
      const { kept, last } = searchPlans(this.#estimated, at, plan);
      at = kept.at(-1) ?? last;
    }
    // Roads foretold learn where loads are even.
    this.#driven(at, this.#plan('even', 1)).kept.forEach(this.#offer);
    for (let seed = 1; seed <= FINDS && this.#pool.size === 0 && !this.#isStopped(); seed++)
      this.#foretold(at, this.#plan('even', seed), FORETOLD.free).kept.forEach(this.#offer);
    return this.#pool.size > 0;
  }

  #plan(aim: CardAim, seed: number, mostRoad = Infinity) {
    return {
      aim,
      seed: seed - 1 + (this.options.firstSeed ?? 1),
      mostRoad,
      moves: this.#moves,
      rounds: ROUNDS,
      stop: this.#isStopped
    };
  }

  #search(aim: CardAim, from: (seed: number) => PlanAt): void {
    const { driven, foretold, again } = SEEDS[aim];
    const ends = driven + foretold;
    for (let seed = 1; seed <= ends + again && !this.#isStopped(); seed++) {
      const search = seed > driven && seed <= ends ? this.#foretold : this.#driven;
      const start = seed > ends ? this.#best(aim)!.at : from(seed);
      const mostRoad = aim === 'road' ? Infinity : this.#mostRoad();
      const { kept, last } = search(start, this.#plan(aim, seed, mostRoad));
      for (const at of kept) this.#offer(at);
      this.#offer(last);
      this.#tell();
    }
  }

  /** Chains of searches of the fewest, each from one of two plans in turn; then searches from the best, until some in a row find nothing better. */
  #searchChains(...starts: readonly [PlanAt, PlanAt]): void {
    const { blocks, posts } = this.rules;
    const { rounds, hot, met, missed } = CHAINS;
    const few = posts / blocks;
    const moves = Math.ceil(within(few * few * few, CHAINS.moves) * this.#moves);
    const known = (few * few) / blocks;
    const searches = Math.round(within(known * known * known, CHAINS.searches));
    let left = searches;
    const search = (at: PlanAt, seed: number, isWide: boolean) => {
      left--;
      const plan = { ...this.#plan('fewest', seed, this.#mostRoad()), moves, rounds, hot, isWide };
      const best = this.#offered(searchPlans(this.#quick, at, plan));
      this.#tell(CHAINED / searches);
      return best;
    };
    const ends: number[] = [];
    const isMet = () => ends.filter((moved) => moved === Math.min(...ends)).length >= met;
    const isOver = () => this.#isStopped() || left <= CHAINS.again * (searches - CHAINS.searches.least);
    for (let seed = 1; !isMet() && !isOver();) {
      let [at, moved] = [starts[ends.length % 2]!, Infinity];
      for (let isBetter = true; isBetter && !isOver();) {
        const best = search(at, ++seed, false);
        isBetter = best !== null && best.standing.moved < moved;
        if (best && isBetter) [at, moved] = [best.at, best.standing.moved];
      }
      ends.push(moved);
    }
    for (let [seed, none] = [6, 0]; left > 0 && none < missed && !this.#isStopped(); seed++) {
      const { at, standing } = this.#best('fewest')!;
      search(at, seed, seed % 2 === 1);
      none = this.#best('fewest')!.standing.moved < standing.moved ? 0 : none + 1;
    }
  }

  /** Searches of the least road with fewer pupils than the fewest known, from there. */
  #searchFewer(): void {
    const { hot } = CHAINS;
    for (let seed = 1, missed = 0; seed <= FEWER && missed < 2 && !this.#isStopped(); seed++) {
      const { at, standing } = this.#best('fewest')!;
      const mostMoved = standing.moved - 1;
      const plan = { ...this.#plan('road', seed), hot, isWide: seed % 2 === 0, mostMoved };
      this.#offered(searchPlans(this.#quick, at, plan));
      missed = this.#best('fewest')!.standing.moved <= mostMoved ? 0 : missed + 1;
      this.#tell();
    }
  }

  /** Offers the plans of a search. @returns the one of the fewest pupils among those that keep the rules and the most road */
  #offered({ kept, last }: { kept: PlanAt[]; last: PlanAt }): Known | null {
    const plans = [...kept, last];
    plans.forEach(this.#offer);
    return this.#best(
      'fewest',
      plans.flatMap((at) => this.#pool.get(at.join()) ?? [])
    );
  }

  #driven = (start: PlanAt, plan: AimedSearch) =>
    searchPlans(this.#quick, start, { ...plan, isWide: plan.aim === 'road' && plan.seed % 2 === 1 });

  #long = (perBlock: number) => ({
    moves: Math.ceil((this.options.work ?? 1) * perBlock * this.rules.blocks),
    rounds: FORETOLD.rounds,
    hot: FORETOLD.hot
  });

  /** Long, on roads foretold from those driven until then. */
  #foretold = (start: PlanAt, plan: AimedSearch, perBlock = this.#perBlock()) => {
    const { foretold } = this.#roads;
    foretold?.fit();
    const parts = foretold ? new Parts(this.rules, foretold) : this.#quick;
    return searchPlans(parts, start, {
      ...plan,
      ...this.#long(perBlock),
      driven: foretold ? this.#quick : undefined
    });
  };

  #perBlock = () => (this.rules.problem.contiguous ? FORETOLD.inOnePiece : FORETOLD.free);

  /** Keeps a plan if its exact figures hold the rules. */
  #offer = (at: PlanAt): void => {
    const key = at.join();
    if (this.#pool.has(key)) return;
    const standing = standingOf(this.#exact, partsOf(this.#exact, at));
    if (keepsRules(this.rules, standing)) this.#pool.set(key, { at, standing });
    else if (standing.broken === 0) this.#nearest = Math.min(this.#nearest, standing.deviation);
  };

  #mostRoad(): number {
    return MOST_ROAD * (this.#best('road')?.standing.road ?? Infinity);
  }

  /** The best plan of an aim among those known, or some of them; by name among equals. */
  #best(aim: CardAim, known: Iterable<Known> = this.#pool.values()): Known | null {
    const mostRoad = aim === 'road' ? Infinity : this.#mostRoad();
    let best: Known | null = null;
    for (const one of known) {
      if (one.standing.road > mostRoad + 1e-6) continue;
      if (best === null || isBetter(aim, one, best)) best = one;
    }
    return best;
  }

  #cards(): Card[] {
    const best = CARD_AIMS.flatMap((aim) => {
      const known = this.#best(aim);
      return known ? [{ aim, known }] : [];
    });
    return best.map(({ aim, known }): Card => {
      const grouping = this.#coordinators(known.at);
      return {
        aim,
        assignment: this.#named(known.at),
        ...(grouping && { coordinators: grouping }),
        ...this.#shown(known.at)
      };
    });
  }

  #tell(done = 1): void {
    this.#done += done;
    this.options.onProgress?.({ share: Math.min(1, this.#done / SEARCHES), cards: this.#cards() });
  }

  #named(at: PlanAt): Record<string, string> {
    return namedAssignment(
      this.rules.problem,
      this.rules.of.map((b) => at[b]!)
    );
  }

  #coordinators(at: PlanAt): Record<string, string> | null {
    const { teams, problem } = this.rules;
    if (!teams) return null;
    const { grouping } = bestGrouping(teams, teamSums(this.rules, partsOf(this.#exact, at)));
    return grouping && Object.fromEntries(problem.referents.map((id, j) => [id, teams.names[grouping[j]!]!]));
  }

  #shown(at: PlanAt): PlanStanding {
    const { problem, members, isByHours, shares } = this.rules;
    const parts = partsOf(this.#exact, at);
    const roads = parts.map((part) => this.#exact.road(part));
    const standing = standingOf(this.#exact, parts);
    const deviations = deviationsOf(
      parts.map(({ work }, j) => work + (isByHours ? roads[j]! : 0)),
      shares
    );
    const byName = (values: ArrayLike<number>) =>
      Object.fromEntries(problem.referents.map((id, j) => [id, values[j]!]));
    return {
      figures: {
        maxDeviation: standing.deviation,
        roadMinutes: standing.road,
        pupilsMoved: standing.moved,
        schoolsMoved: members.reduce((sum, units, b) => sum + schoolsMoved(this.rules, units, at[b]!), 0)
      },
      roads: byName(roads),
      deviations: byName(deviations)
    };
  }
}

/** So much of a size, between two numbers. */
const within = (size: number, { rate, least, most }: { rate: number; least: number; most: number }): number =>
  Math.max(least, Math.min(most, rate * size));

/** Tolerance under which a soft problem's first plan is looked for: at the price of soft bands it would be in too many pieces. */
const SOFT_START = 0.3;

/** What the first plan is looked for under: workloads balanced, as the quick search of the solver does best. */
function roughProblem({ file, soft }: Rules['problem']): Rules['problem'] {
  const tolerance = soft ? Math.max(SOFT_START, file.tolerance) : file.tolerance;
  return compileProblem({ ...file, soft: false, tolerance, coordinatorTolerance: null });
}

/** Schools of some units whose referent is another one today. */
const schoolsMoved = ({ problem }: Rules, units: readonly number[], post: number): number =>
  units.reduce((sum, i) => {
    const isMoved = problem.current[i] !== -1 && problem.current[i] !== post;
    return sum + (isMoved ? (problem.file.units[i]!.schools?.length ?? 1) : 0);
  }, 0);

/** Figures of an aim in order of weight: what lies outside soft bands first, the aim's own, then the others. */
function ranked(aim: CardAim, { road, deviation, moved, over, teamsOver }: Standing): number[] {
  const missed = over + teamsOver;
  if (aim === 'road') return [missed, road, moved, deviation];
  return aim === 'even' ? [missed, deviation, road, moved] : [missed, moved, road, deviation];
}

/** Whether a plan is better at an aim. */
function isBetter(aim: CardAim, one: Known, other: Known): boolean {
  const [a, b] = [ranked(aim, one.standing), ranked(aim, other.standing)];
  for (let at = 0; at < a.length; at++) if (Math.abs(a[at]! - b[at]!) > 1e-9) return a[at]! < b[at]!;
  return one.at.join() < other.at.join();
}
