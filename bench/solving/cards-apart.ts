// A second search of cards, apart from that of the engine: one long simulated annealing over a plan's units, in moves of one, two and three of
// them. It shares with the engine what a plan is worth (the tours of each post) and nothing of how one is looked for. For problems of one
// school a unit, without pins, pairs or coordinators.
import { mulberry32 } from '../../src/lib/algorithms/random.ts';
import type { CardAim, CardPlaces, CardsRequest } from '../../src/lib/engines/cards/index.ts';
import type { PostRoads } from '../../src/lib/engines/cards/roads/post-roads.ts';
import { roadsOf } from '../../src/lib/engines/cards/roads-of.ts';
import { compileRules } from '../../src/lib/engines/cards/search/rules.ts';

export interface ApartPlan {
  /** Minutes a week, largest deviation, pupils who change. */
  road: number;
  deviation: number;
  moved: number;
  /** unit -> referent */
  assignment: Record<string, string>;
}

export interface ApartOptions {
  aim: CardAim;
  /** Most minutes on the road. */
  mostRoad: number;
  /** Of processor time. */
  seconds: number;
  seed: number;
  /** Where each annealing begins: unit -> referent; grown from the bases without it. */
  from?: Readonly<Record<string, string>>;
}

const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** Annealings of equal time: all but the last each from a start of its own, the last from the best that they found, less hot. */
const ANNEALINGS = 3;
/** The last of the plans that bettered the best, driven by exact tours in the end. */
const KEPT = 20;
const HOT = 20;
const WARM = 5;
const COLD = 0.15;
/** Minutes for a whole target missed, and for a piece too many, at first and at last. */
const PRICES = [500, 5000] as const;
const PIECE_PRICES = [10, 500] as const;
/** For a minute of road too many. */
const ROAD_PRICES = [1, 30] as const;
/** Minutes or so for what an aim counts: a point of deviation, a pupil, a minute. */
const WORTH: Readonly<Record<CardAim, (figures: Figures) => number>> = {
  road: ({ road }) => road,
  even: ({ deviation }) => 6000 * deviation,
  fewest: ({ moved, road }) => 0.05 * moved + 1e-5 * road
};

interface Figures {
  road: number;
  deviation: number;
  moved: number;
  /** Shares of targets outside the band: by the tours, and by the estimate. */
  missed: number;
  /** Beyond one a sector, where sectors must be in one. */
  pieces: number;
}

/** The second search; null where it meets no plan that keeps the rules. */
export function searchApart(
  request: CardsRequest & { places: CardPlaces },
  options: ApartOptions
): ApartPlan | null {
  return new Apart(request, options).run();
}

class Apart {
  readonly #units: readonly string[];
  readonly #posts: readonly string[];
  readonly #n: number;
  readonly #m: number;
  readonly #work: Float64Array;
  readonly #estimate: Float64Array;
  readonly #pupils: Float64Array;
  readonly #current: Int32Array;
  readonly #beside: readonly (readonly number[])[];
  readonly #tolerance: number;
  readonly #inOnePiece: boolean;
  /** Nearly the shortest tours, for the search, and those of the pages, for what it ends with. */
  readonly #quick: PostRoads;
  readonly #exact: PostRoads;
  readonly #known: Map<string, number>[];
  readonly #draw: () => number;
  readonly #until: number;
  #at: Int32Array;
  readonly #kept: Int32Array[] = [];
  #least = Infinity;

  constructor(
    request: CardsRequest & { places: CardPlaces },
    readonly options: ApartOptions
  ) {
    const rules = compileRules(request)!;
    const { problem } = request;
    this.#units = rules.problem.units;
    this.#posts = rules.problem.referents;
    const [n, m] = [this.#units.length, this.#posts.length];
    [this.#n, this.#m] = [n, m];
    const unitOf = new Map(problem.units.map((unit) => [unit.id, unit]));
    const rowOf = new Map(problem.referents.map(({ id }, j) => [id, problem.minutes[j]!]));
    const columnOf = new Map(problem.units.map(({ id }, i) => [id, i]));
    const units = this.#units.map((id) => unitOf.get(id)!);
    this.#work = Float64Array.from(units, ({ workload }) => workload);
    this.#pupils = Float64Array.from(units, ({ pupils }) => pupils);
    this.#current = Int32Array.from(units, ({ current }) => this.#posts.indexOf(current ?? ''));
    this.#estimate = Float64Array.from({ length: n * m }, (_, cell) => {
      const { id, visits, stopMinutes = 0 } = units[Math.floor(cell / m)]!;
      const way = rowOf.get(this.#posts[cell % m]!)![columnOf.get(id)!]!;
      return Math.round(20 * visits * way + 10 * stopMinutes) / 10;
    });
    const index = new Map(this.#units.map((id, i) => [id, i]));
    const beside = this.#units.map((): number[] => []);
    for (const [a, b] of problem.neighbours) {
      beside[index.get(a)!]!.push(index.get(b)!);
      beside[index.get(b)!]!.push(index.get(a)!);
    }
    this.#beside = beside;
    this.#tolerance = problem.tolerance;
    this.#inOnePiece = problem.contiguous;
    const { quick, exact } = roadsOf(rules, request.places);
    [this.#quick, this.#exact] = [quick, exact];
    this.#known = this.#posts.map(() => new Map<string, number>());
    this.#draw = mulberry32(7919 * options.seed + 13);
    this.#until = processorSeconds() + options.seconds;
    this.#at = this.#begun();
  }

  run(): ApartPlan | null {
    for (let k = 0; k < ANNEALINGS; k++) {
      const share = (this.#until - processorSeconds()) / (ANNEALINGS - k);
      const best = k === ANNEALINGS - 1 ? this.#kept.at(-1) : undefined;
      if (k > 0) this.#at = best?.slice() ?? this.#begun();
      this.#anneal(processorSeconds() + share, best ? WARM : HOT);
    }
    return this.#bestShown();
  }

  /** Of the plans kept, the best that keeps the rules by the figures of the pages. */
  #bestShown(): ApartPlan | null {
    const worthOf = WORTH[this.options.aim];
    const shown = this.#kept.flatMap((at) => {
      const members = this.#membersOf(at);
      const roads = members.map((list, j) => this.#exact.minutes(j, list));
      const figures = this.#figures(
        members,
        roads,
        members.map((list) => this.#pieces(list))
      );
      return this.#isKept(figures) ? [{ at, figures }] : [];
    });
    const [best] = shown.sort((a, b) => worthOf(a.figures) - worthOf(b.figures));
    if (!best) return null;
    const { road, deviation, moved } = best.figures;
    const assignment = Object.fromEntries(this.#units.map((id, i) => [id, this.#posts[best.at[i]!]!]));
    return { road, deviation, moved, assignment };
  }

  #membersOf = (at: Int32Array): number[][] =>
    this.#posts.map((_, j) => [...at.keys()].filter((i) => at[i] === j));

  #int = (most: number): number => Math.floor(this.#draw() * most);

  #begun(): Int32Array {
    const { from } = this.options;
    return from ? Int32Array.from(this.#units, (id) => this.#posts.indexOf(from[id]!)) : this.#grown();
  }

  /** Sectors grown from the bases, the lightest first: in one piece where units touch. */
  #grown(): Int32Array {
    const [n, m] = [this.#n, this.#m];
    const at = new Int32Array(n).fill(-1);
    const loads = new Float64Array(m);
    const take = (i: number, j: number) => {
      at[i] = j;
      loads[j]! += this.#work[i]!;
    };
    const cost = (i: number, j: number) => this.#estimate[i * m + j]! * (0.8 + 0.4 * this.#draw());
    for (let j = 0; j < m; j++) {
      const free = [...at.keys()].filter((i) => at[i] === -1);
      take(
        free.reduce((a, b) => (cost(b, j) < cost(a, j) ? b : a)),
        j
      );
    }
    for (let left = n - m; left > 0; left--) {
      const order = [...loads.keys()].sort((a, b) => loads[a]! - loads[b]!);
      const bordering = (j: number) =>
        [...at.keys()].filter(
          (i) => at[i] === -1 && (!this.#inOnePiece || this.#beside[i]!.some((v) => at[v] === j))
        );
      const [j, list] = order
        .map((one) => [one, bordering(one)] as const)
        .find(([, open]) => open.length > 0)!;
      take(
        list.reduce((a, b) => (cost(b, j) < cost(a, j) ? b : a)),
        j
      );
    }
    return at;
  }

  #road(j: number, members: readonly number[]): number {
    const key = members.join();
    const known = this.#known[j]!;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size > 200_000) known.clear();
    const minutes = this.#quick.minutes(j, members);
    known.set(key, minutes);
    return minutes;
  }

  /** Pieces beyond the first. */
  #pieces(members: readonly number[]): number {
    if (!this.#inOnePiece) return 0;
    const left = new Set(members);
    let pieces = 0;
    for (const first of left) {
      left.delete(first);
      const piece = [first];
      for (const i of piece) for (const v of this.#beside[i]!) if (left.delete(v)) piece.push(v);
      pieces++;
    }
    return Math.max(0, pieces - 1);
  }

  #figures(
    members: readonly (readonly number[])[],
    roads: ArrayLike<number>,
    broken: readonly number[]
  ): Figures {
    const m = this.#m;
    const shown = new Float64Array(m);
    const estimated = new Float64Array(m);
    let [road, moved, missed, deviation] = [0, 0, 0, 0];
    members.forEach((list, j) => {
      road += roads[j]!;
      shown[j]! += roads[j]!;
      for (const i of list) {
        shown[j]! += this.#work[i]!;
        estimated[j]! += this.#work[i]! + this.#estimate[i * m + j]!;
        if (this.#current[i] !== -1 && this.#current[i] !== j) moved += this.#pupils[i]!;
      }
    });
    for (const loads of [shown, estimated]) {
      const target = loads.reduce((a, b) => a + b, 0) / m;
      for (const load of loads) {
        const off = Math.abs(load / target - 1);
        if (loads === shown) deviation = Math.max(deviation, off);
        missed += Math.max(0, off - this.#tolerance - 1e-9);
      }
    }
    return { road, deviation, moved, missed, pieces: broken.reduce((a, b) => a + b, 0) };
  }

  /** Units that change referent together, and to whom: one, two that are exchanged, or three in a ring. */
  #move(): [number, number][] {
    const beside = (i: number): number[] => {
      const near = this.#beside[i]!;
      return near.length > 0 && (this.#inOnePiece || this.#draw() < 0.7)
        ? near.map((v) => this.#at[v]!)
        : [...Array(this.#m).keys()];
    };
    const goal = (i: number): number => {
      const posts = beside(i).filter((j) => j !== this.#at[i]);
      return posts.length === 0 ? -1 : posts[this.#int(posts.length)]!;
    };
    const one = this.#int(this.#n);
    const to = goal(one);
    if (to < 0) return [];
    const kind = this.#draw();
    if (kind < 0.35) return [[one, to]];
    const from = this.#at[one]!;
    const others = [...this.#at.keys()].filter((i) => this.#at[i] === to);
    if (others.length === 0) return [[one, to]];
    const two = others[this.#int(others.length)]!;
    if (kind < 0.8 || this.#m < 3) return [[one, to], [two, from]]; // prettier-ignore
    const then = goal(two);
    if (then < 0) return [];
    if (then === from || kind < 0.9) return [[one, to], [two, then]]; // prettier-ignore
    const last = [...this.#at.keys()].filter((i) => this.#at[i] === then);
    return [[one, to], [two, then], [last[this.#int(last.length)]!, from]]; // prettier-ignore
  }

  #anneal(until: number, hot: number): void {
    const { aim, mostRoad } = this.options;
    let members = this.#membersOf(this.#at);
    let roads = Float64Array.from(members, (list, j) => this.#road(j, list));
    let broken = members.map((list) => this.#pieces(list));
    let figures = this.#figures(members, roads, broken);
    const began = processorSeconds();
    let [temperature, price, piecePrice, roadPrice]: number[] = [
      hot,
      PRICES[0],
      PIECE_PRICES[0],
      ROAD_PRICES[0]
    ];
    const energyOf = (one: Figures) =>
      WORTH[aim](one) +
      price! * one.missed +
      piecePrice! * one.pieces +
      roadPrice! * Math.max(0, one.road - mostRoad);
    const between = ([first, last]: readonly [number, number], done: number) =>
      first * (last / first) ** done;
    for (let step = 0; ; step++) {
      if (step % 64 === 0) {
        const now = processorSeconds();
        if (now > until) return;
        const done = (now - began) / (until - began);
        temperature = between([hot, COLD], done);
        price = between(PRICES, done);
        piecePrice = between(PIECE_PRICES, done);
        roadPrice = between(ROAD_PRICES, done);
      }
      const move = this.#move();
      if (move.length === 0) continue;
      const changed = new Map<number, number[]>();
      const listOf = (j: number) => {
        if (!changed.has(j)) changed.set(j, [...members[j]!]);
        return changed.get(j)!;
      };
      for (const [i, to] of move) {
        const own = listOf(this.#at[i]!);
        own.splice(own.indexOf(i), 1);
        listOf(to).push(i);
      }
      const lists = [...changed.values()];
      if (lists.some((list) => list.length === 0)) continue;
      for (const list of lists) list.sort((a, b) => a - b);
      const next = members.map((list, j) => changed.get(j) ?? list);
      const limit = -temperature! * Math.log(this.#draw() || 1e-12);
      const now = energyOf(figures);
      // What the bands and the pupils alone make too dear is not driven.
      const parted = next.map((list, j) => (changed.has(j) ? this.#pieces(list) : broken[j]!));
      const least = this.#figures(next, roads, parted);
      if (aim !== 'even' && energyOf({ ...least, road: 0.9 * figures.road }) - now > limit + 60) continue;
      const driven = roads.slice();
      for (const [j, list] of changed) driven[j] = this.#road(j, list);
      const found = this.#figures(next, driven, parted);
      if (energyOf(found) - now > limit) continue;
      for (const [i, to] of move) this.#at[i] = to;
      [members, roads, broken, figures] = [next, driven, parted, found];
      this.#keep(figures);
    }
  }

  #isKept = ({ missed, pieces, road }: Figures): boolean =>
    missed === 0 && pieces === 0 && road <= this.options.mostRoad + 1e-6;

  #keep(figures: Figures): void {
    const worth = WORTH[this.options.aim](figures);
    if (worth >= this.#least - 1e-9 || !this.#isKept(figures)) return;
    this.#least = worth;
    this.#kept.push(this.#at.slice());
    if (this.#kept.length > KEPT) this.#kept.shift();
  }
}
