// Balanced splits in one piece drawn at random, to see where a plan stands among thousands: a recombination Markov chain (ReCom; D. DeFord,
// M. Duchin and J. Solomon, 2021). Two territories that touch are merged, a random spanning tree of both is drawn (D. Wilson, 1996), and
// cut where both loads keep their balance. The chain is not uniform over plans: no probability may be read from it.
import { random, type Random } from '../../algorithms/random.ts';
import { bounds, type Problem, blocksOf } from '../assignment/index.ts';
import { effectiveSize, splitRHat } from '../../algorithms/chain-diagnostics.ts';
import { cheapestMatching } from '../../algorithms/cheapest-matching.ts';

export interface RecomOptions {
  /** Plans in all, and chains that share them; 5,000 and 4 unless told. */
  plans?: number;
  chains?: number;
  /** Recombinations tried from one plan that is kept to the next. */
  thinning?: number;
  seed?: number;
  onProgress?: (progress: { plans: number; seconds: number }) => void;
  /** Polled: `true` ends with the plans drawn so far. */
  stop?: () => boolean;
}

/** Plans drawn, and the figures of each. */
export interface RecomPlans {
  status: 'drawn' | 'stopped';
  /** Of each plan, in tenths of a minute: each territory goes to the referent who makes the whole cheapest. */
  objectives: Float64Array;
  /** Pupils who change referent, of each plan. */
  moved: Float64Array;
  /** Referent of unit i in plan p, at `p * n + i`. */
  assignments: Int16Array;
  distinct: number;
  /** Agreement of the chains on the objective, 1 when perfect (split R-hat); null with too few plans. */
  rHat: number | null;
  /** How many independent plans they are worth. */
  effectiveSize: number | null;
  /** Share of the recombinations tried that gave a new plan. */
  accepted: number;
  /** Links added to units, or groups of them, that touch no other. */
  joined: number;
  seconds: number;
}

/** `no-neighbours`: nothing says which units touch. `no-start`: no balanced plan in one piece was found to start from. */
export type RecomResult =
  RecomPlans | { status: 'no-neighbours' | 'no-start' | 'stopped-early'; seconds: number };

const PLANS = 5000;
const CHAINS = 4;
const THINNING = 250;
/** Recombinations tried before the first plan is kept, and to find a first balanced plan. */
const WARM_UP = 1000;
const START_TRIES = 4000;
const MOST_GROWTHS = 100;
const PROGRESS_EVERY = 50;

/**
 * Draws plans that keep balance, pins, ties and separations, each territory in one piece. The cap on pupils who change and the
 * coordinators' balance are not kept. Deterministic for a seed.
 */
export function drawPlans(problem: Problem, options: RecomOptions = {}): RecomResult {
  const { plans = PLANS, chains = CHAINS, thinning = THINNING, seed = 1, onProgress, stop } = options;
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  if (problem.neighbours.every((list) => list.length === 0))
    return { status: 'no-neighbours', seconds: seconds() };
  const graph = graphOf(problem);
  if (graph === null) return { status: 'no-start', seconds: seconds() };
  const { n } = problem;
  const perChain = Math.ceil(plans / chains);
  const objectives: number[][] = [];
  const moved: number[] = [];
  const assignments = new Int16Array(perChain * chains * n);
  const seen = new Set<string>();
  let [drawn, tried, accepted] = [0, 0, 0];
  let isStopped = false;
  for (let c = 0; c < chains && !isStopped; c++) {
    const chain = new Chain(graph, random(seed * 1009 + c));
    if (!chain.start(stop)) return { status: stop?.() ? 'stopped-early' : 'no-start', seconds: seconds() };
    for (let turn = 0; turn < WARM_UP; turn++) chain.recombine();
    const own: number[] = [];
    objectives.push(own);
    while (own.length < perChain && !isStopped) {
      for (let turn = 0; turn < thinning; turn++) {
        tried++;
        if (chain.recombine()) accepted++;
      }
      const { assignment, objective, pupils } = chain.plan();
      own.push(objective);
      moved.push(pupils);
      seen.add(assignment.join());
      assignments.set(assignment, n * drawn++);
      if (drawn % PROGRESS_EVERY !== 0) continue;
      onProgress?.({ plans: drawn, seconds: seconds() });
      isStopped = stop?.() === true;
    }
  }
  return {
    status: isStopped ? 'stopped' : 'drawn',
    objectives: Float64Array.from(objectives.flat()),
    moved: Float64Array.from(moved),
    assignments: assignments.subarray(0, drawn * n),
    distinct: seen.size,
    rHat: splitRHat(objectives),
    effectiveSize: effectiveSize(objectives),
    accepted: accepted / Math.max(1, tried),
    joined: graph.joined,
    seconds: seconds()
  };
}

/** What the chains walk on: blocks of units that stay together, and which of them touch. */
interface Graph {
  n: number;
  /** Referents who work, and their number in the problem. */
  m: number;
  referents: readonly number[];
  members: readonly (readonly number[])[];
  edges: readonly (readonly [number, number])[];
  /** Neighbours of block b: `beside[from[b]] .. beside[from[b + 1]]`. */
  from: Int32Array;
  beside: Int32Array;
  load: Float64Array;
  /** At `b * m + j`; the cost is Infinity where a pin or a missing way forbids it. */
  cost: Float64Array;
  moved: Float64Array;
  apart: readonly (readonly [number, number])[];
  /** Balance of each referent. */
  target: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  joined: number;
}

function graphOf(problem: Problem): Graph | null {
  const { neighbours, workload, targets, file } = problem;
  const blocks = blocksOf(problem);
  if (blocks === null) return null;
  const { members, of } = blocks;
  const referents = problem.referents.flatMap((_, j) => (targets[j]! > 0 ? [j] : []));
  if (referents.length > members.length) return null;
  const shared = (table: Float64Array) =>
    Float64Array.from(members.flatMap((_, b) => referents.map((j) => table[b * problem.m + j]!)));
  const touching = members.map(
    (units, b) => new Set(units.flatMap((i) => neighbours[i]!.map((v) => of[v]!)).filter((v) => v !== b))
  );
  const joined = joinPieces(problem, members, touching);
  const lists = touching.map((set) => [...set].sort((a, b) => a - b));
  const from = new Int32Array(members.length + 1);
  lists.forEach((list, b) => (from[b + 1] = from[b]! + list.length));
  const balance = referents.map((j) => bounds(targets[j]!, file.tolerance, workload));
  return {
    ...{ n: problem.n, m: referents.length, referents, members, from, joined },
    cost: shared(blocks.cost),
    moved: shared(blocks.moved),
    target: Float64Array.from(referents, (j) => targets[j]!),
    edges: lists.flatMap((list, a) => list.filter((b) => a < b).map((b) => [a, b] as const)),
    beside: Int32Array.from(lists.flat()),
    load: Float64Array.from(members, (units) => units.reduce((sum, i) => sum + workload[i]!, 0)),
    apart: blocks.apart.flatMap((list, a) => list.filter((b) => a < b).map((b) => [a, b] as const)),
    lower: Float64Array.from(balance, ({ lower }) => lower),
    upper: Float64Array.from(balance, ({ upper }) => upper)
  };
}

/** Links each piece that touches no other to the block most like it, seen from the bases. Returns how many links were added. */
function joinPieces({ m, minutes }: Problem, members: Graph['members'], touching: Set<number>[]): number {
  const apartness = (a: number, b: number) => {
    let sum = 0;
    for (let j = 0; j < m; j++) {
      const [one, other] = [minutes[members[a]![0]! * m + j]!, minutes[members[b]![0]! * m + j]!];
      if (one !== other) sum += Math.abs(Math.min(one, 1e6) - Math.min(other, 1e6));
    }
    return sum;
  };
  const reached = new Set([0]);
  const reach = () => {
    for (const b of reached) for (const next of touching[b]!) reached.add(next);
  };
  let joined = 0;
  for (reach(); reached.size < members.length; reach()) {
    let [least, inside, outside] = [Infinity, -1, -1];
    for (const a of reached) {
      for (let b = 0; b < members.length; b++) {
        if (reached.has(b) || apartness(a, b) >= least) continue;
        [least, inside, outside] = [apartness(a, b), a, b];
      }
    }
    touching[inside]!.add(outside);
    touching[outside]!.add(inside);
    reached.add(outside);
    joined++;
  }
  return joined;
}

/** One walk: a referent for each block, changed by one recombination at a time. */
class Chain {
  readonly at: Int32Array;
  readonly #load: Float64Array;
  /** Of the spanning tree: each block's parent, blocks in an order that parents lead, and load and forbidden blocks of each subtree. */
  readonly #parent: Int32Array;
  readonly #order: Int32Array;
  readonly #isIn: Uint8Array;
  readonly #below: Float64Array;
  readonly #forbidden: [Int32Array, Int32Array];
  readonly #matrix: Float64Array;

  constructor(
    readonly graph: Graph,
    readonly random: Random
  ) {
    const { members, m } = graph;
    const size = members.length;
    this.at = new Int32Array(size).fill(-1);
    this.#load = new Float64Array(m);
    this.#parent = new Int32Array(size);
    this.#order = new Int32Array(size);
    this.#isIn = new Uint8Array(size);
    this.#below = new Float64Array(size);
    this.#forbidden = [new Int32Array(size), new Int32Array(size)];
    this.#matrix = new Float64Array(m ** 2);
  }

  #pick(count: number): number {
    return Math.floor(this.random() * count);
  }

  /** Grows a territory from a random block for each referent, then recombines until loads are balanced. False when they never are. */
  start(stop?: () => boolean): boolean {
    for (let growth = 0; growth < MOST_GROWTHS && !stop?.(); growth++) {
      this.#grow();
      for (let turn = 0; turn < START_TRIES; turn++) {
        if (this.#isBalanced()) return true;
        this.#move(true);
      }
    }
    return false;
  }

  #grow(): void {
    const { m, members, cost, load, from, beside, target } = this.graph;
    const free = members.map((_, b) => b);
    this.at.fill(-1);
    for (let j = 0; j < m; j++) {
      const pinned = free.filter((b) => isOnly(cost, m, b, j));
      const list = pinned.length > 0 ? pinned : free;
      const b = list[this.#pick(list.length)]!;
      free.splice(free.indexOf(b), 1);
      this.at[b] = j;
      this.#load[j] = load[b]!;
    }
    const edge = (j: number) =>
      members
        .flatMap((_, b) => (this.at[b] === j ? [...beside.subarray(from[b], from[b + 1])] : []))
        .filter((b) => this.at[b] === -1);
    for (let left = free.length; left > 0; left--) {
      const order = Array.from({ length: m }, (_, j) => j).sort(
        (a, b) => this.#load[a]! / target[a]! - this.#load[b]! / target[b]!
      );
      const j = order.find((one) => edge(one).length > 0)!;
      const list = edge(j);
      const b = list[this.#pick(list.length)]!;
      this.at[b] = j;
      this.#load[j]! += load[b]!;
    }
  }

  #isBalanced(): boolean {
    const { m, lower, upper, cost, apart } = this.graph;
    return (
      this.#load.every((load, j) => load >= lower[j]! && load <= upper[j]!) &&
      this.at.every((j, b) => cost[b * m + j] !== Infinity) &&
      apart.every(([a, b]) => this.at[a] !== this.at[b])
    );
  }

  /** One recombination of a balanced plan; false when it gave none and the plan stands. */
  recombine(): boolean {
    return this.#move(false);
  }

  /** @param isStart take the cut nearest to balance, instead of one at random among those that keep it */
  #move(isStart: boolean): boolean {
    const { m, edges, load, cost, target, lower, upper, apart } = this.graph;
    const [one, other] = edges[this.#pick(edges.length)]!;
    const pair = [this.at[one]!, this.at[other]!] as const;
    if (pair[0] === pair[1]) return false;
    const count = this.#spanningTree(pair);
    const [order, parent, below] = [this.#order, this.#parent, this.#below];
    const sum = this.#load[pair[0]]! + this.#load[pair[1]]!;
    for (let t = 0; t < count; t++) {
      const b = order[t]!;
      below[b] = load[b]!;
      for (const side of [0, 1] as const)
        this.#forbidden[side][b] = cost[b * m + pair[side]] === Infinity ? 1 : 0;
    }
    for (let t = count - 1; t > 0; t--) {
      const b = order[t]!;
      below[parent[b]!]! += below[b]!;
      for (const list of this.#forbidden) list[parent[b]!]! += list[b]!;
    }
    const miss = (value: number, j: number) =>
      isStart ? (value / target[j]! - 1) ** 2 : Math.max(0, lower[j]! - value, value - upper[j]!);
    const root = order[0]!;
    let [found, cut, side, least] = [0, -1, 0, Infinity];
    for (let t = 1; t < count; t++) {
      const b = order[t]!;
      for (const way of [0, 1] as const) {
        const [mine, theirs] = [this.#forbidden[way], this.#forbidden[1 - way]!];
        const wrong = mine[b]! + theirs[root]! - theirs[b]!;
        const off = miss(below[b]!, pair[way]) + miss(sum - below[b]!, pair[way === 0 ? 1 : 0]) + wrong * sum;
        if (isStart ? off >= least : off > 0) continue;
        least = off;
        // One among those found, each as likely as the others.
        if (isStart || this.random() * ++found < 1) [cut, side] = [b, way];
      }
    }
    if (cut === -1) return false;
    const before = apart.length > 0 && !isStart ? this.at.slice() : null;
    const [inner, outer] = side === 0 ? pair : [pair[1], pair[0]];
    for (let t = 0; t < count; t++) {
      const b = order[t]!;
      const isInner = b === cut || (t > 0 && this.#isIn[parent[b]!] === 2);
      this.#isIn[b] = isInner ? 2 : 1;
      this.at[b] = isInner ? inner : outer;
    }
    if (before && !apart.every(([a, b]) => this.at[a] !== this.at[b])) {
      this.at.set(before);
      return false;
    }
    this.#load[inner] = below[cut]!;
    this.#load[outer] = sum - below[cut]!;
    return true;
  }

  /** A uniform spanning tree of the blocks of two territories, by loop-erased random walks. Returns how many blocks it has. */
  #spanningTree([a, b]: readonly [number, number]): number {
    const { from, beside } = this.graph;
    const [at, parent, order, isIn] = [this.at, this.#parent, this.#order, this.#isIn];
    const blocks: number[] = [];
    for (let block = 0; block < at.length; block++) {
      if (at[block] !== a && at[block] !== b) continue;
      blocks.push(block);
      isIn[block] = 0;
    }
    const root = blocks[this.#pick(blocks.length)]!;
    isIn[root] = 1;
    order[0] = root;
    let count = 1;
    for (const first of blocks) {
      for (let block = first; !isIn[block];) {
        const next = beside[from[block]! + this.#pick(from[block + 1]! - from[block]!)]!;
        if (at[next] !== a && at[next] !== b) continue;
        parent[block] = next;
        block = next;
      }
      const begin = count;
      for (let block = first; !isIn[block]; block = parent[block]!) {
        isIn[block] = 1;
        order[count++] = block;
      }
      order.subarray(begin, count).reverse();
    }
    return count;
  }

  /** The plan of the present territories, each given to the referent who makes the whole cheapest. */
  plan(): { assignment: Int16Array; objective: number; pupils: number } {
    const { n, m, members, cost, moved, lower, upper } = this.graph;
    const matrix = this.#matrix.fill(0);
    this.at.forEach((territory, b) => {
      for (let j = 0; j < m; j++) matrix[territory * m + j]! += cost[b * m + j]!;
    });
    this.#load.forEach((load, territory) => {
      for (let j = 0; j < m; j++)
        if (load < lower[j]! || load > upper[j]!) matrix[territory * m + j] = Infinity;
    });
    // There is a matching: each territory suits the referent that it is named after.
    const given = cheapestMatching(matrix, m)!;
    const assignment = new Int16Array(n);
    let [objective, pupils] = [0, 0];
    this.at.forEach((territory, b) => {
      const j = given[territory]!;
      objective += cost[b * m + j]!;
      pupils += moved[b * m + j]!;
      for (const i of members[b]!) assignment[i] = this.graph.referents[j]!;
    });
    return { assignment, objective, pupils };
  }
}

function isOnly(cost: Float64Array, m: number, b: number, j: number): boolean {
  for (let other = 0; other < m; other++)
    if ((cost[b * m + other] !== Infinity) !== (other === j)) return false;
  return true;
}
