// Makes the certificate of an assignment: prices from the linear relaxation, raised with every load kept whole, and a tree over units where they
// do not suffice. Nothing here has to be trusted: the checker weighs each step, here as when the certificate is read.
import { sha256Async } from '../../algorithms/sha256.ts';
import { sparseRows, type LinearSolver } from '../../model/linear.ts';
import type { ProblemFile } from '../../model/plan.ts';
import { separatorsOfShares } from '../assignment/index.ts';
import {
  certificateBounds,
  propagate,
  Refusal,
  wholeProblem,
  type CertificateBounds,
  type Certificate,
  type Separator,
  type CertificateStep,
  type TreeNode,
  type WholeProblem
} from './check-certificate.ts';
import { Lagrangian, type CoveragePrices } from './lagrangian.ts';

/** How far a certificate is. */
export interface MakingProgress {
  /** Share of the tree that is done, 0 to 1. */
  done: number;
  leaves: number;
  seconds: number;
}

export interface MakingOptions {
  /** Time of the whole; without it, until the end. */
  seconds?: number;
  onProgress?: (progress: MakingProgress) => void;
  /** Polled: `true` ends without a certificate. */
  stop?: () => boolean;
  /** In hexadecimal; a page on plain HTTP must bring its own. */
  sha256?: typeof sha256Async;
}

export type Making =
  /** `better`: a plan (unit -> referent) met on the way that costs less than the claim; the certificate is then of its cost. Null without any. */
  | {
      status: 'made';
      certificate: Certificate;
      better: Record<string, string> | null;
      leaves: number;
      seconds: number;
    }
  /** The problem was said to have no plan: this one keeps every rule. */
  | { status: 'refuted'; better: Record<string, string>; seconds: number }
  /** Stopped, or out of time. `weaker`: the certificate of what the root of the tree proves alone; null before it proves anything. */
  | {
      status: 'unfinished';
      weaker: Certificate | null;
      better: Record<string, string> | null;
      leaves: number;
      seconds: number;
    }
  /** The format cannot tell this problem; the reason is the checker's. */
  | { status: 'unsupported'; reason: string };

/** Multipliers are whole in 1 / SCALE of the unit of cost; those of an infeasible problem have no unit. */
const SCALE = 256;
const FINE_SCALE = 65536;
const FIRST_TRIES = 25;
const ROOT_TRIES = 300;
const NODE_TRIES = 40;
/** Rounds of prices at a node go on while each closes at least this share of the open pairs. */
const WORTH_A_ROUND = 0.1;
const MOST_ROUNDS = 4;
/** How fast the work expected below a child falls as its bound rises from the node's to the claim. */
const STEEPNESS = 3;

class Unfinished extends Error {}
class Refuted extends Error {}

/**
 * Makes the certificate of a claim about a problem file, as it was written.
 *
 * @param claim `atLeast` in tenths of a minute, as the answer's `objective`, rounded to what costs can be
 */
export async function makeCertificate(
  solver: LinearSolver,
  problemFile: Uint8Array,
  claim: Certificate['claim'],
  options: MakingOptions = {}
): Promise<Making> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const { sha256 = sha256Async, seconds: limit = Infinity, stop, onProgress } = options;
  const file = JSON.parse(new TextDecoder().decode(problemFile)) as ProblemFile;
  let leaves = 0;
  let search: Search | null = null;
  const signed = async ({ claim: exact, separators, tree }: Proven, scale: number): Promise<Certificate> => {
    const body = {
      ...{ version: 1 as const, claim: exact, problem: await sha256(problemFile), scale },
      ...(separators.length > 0 && { separators }),
      tree
    };
    return { ...body, digest: await sha256(new TextEncoder().encode(JSON.stringify(body))) };
  };
  const named = (plan: readonly number[]) =>
    Object.fromEntries(plan.map((j, i) => [String(file.units[i]!.id), String(file.referents[j]!.id)]));
  const better = () => (search?.better ? named(search.better) : null);
  try {
    search = searched();
    const certificate = await signed(search.prove(solver), search.scale);
    return { status: 'made', certificate, better: better(), leaves, seconds: seconds() };
  } catch (error) {
    if (error instanceof Unfinished) {
      const weaker = search?.atRoot ? await signed(search.atRoot, search.scale) : null;
      return { status: 'unfinished', weaker, better: better(), leaves, seconds: seconds() };
    }
    if (error instanceof Refusal) return { status: 'unsupported', reason: error.message };
    if (!(error instanceof Refuted)) throw error;
    return { status: 'refuted', better: better()!, seconds: seconds() };
  }

  function searched(): Search {
    return new Search(file, claim, {
      isOver: () => stop?.() === true || seconds() > limit,
      onLeaf: (done) => {
        leaves++;
        onProgress?.({ done, leaves, seconds: seconds() });
      }
    });
  }
}

/** What a certificate holds beside its signs. */
type Proven = Pick<Certificate, 'claim' | 'tree'> & { separators: Separator[] };

interface SearchOptions {
  isOver: () => boolean;
  /** @param done share of the tree, 0 to 1 */
  onLeaf: (done: number) => void;
}

class Search {
  readonly scale: number;
  /** Those met so far. Each is a rule from then on: what was excluded without it stays excluded. */
  readonly separators: Separator[] = [];
  /** What the root alone proves; null until it proves something. */
  atRoot: Proven | null = null;
  /** The plan met on the way that costs least: the claim is then its cost. What a higher claim excluded, a lower one excludes as well. */
  better: readonly number[] | null = null;
  #problem: WholeProblem;
  #lagrangian: Lagrangian;
  readonly #cost: number[];
  /** Cost and the most that the claim excludes, times the scale. */
  readonly #scaled: number[];
  #most: number;
  /** What the bound must reach, in units of cost. */
  #goal: number;
  #done = 0;

  constructor(
    readonly file: ProblemFile,
    readonly claim: Certificate['claim'],
    readonly options: SearchOptions
  ) {
    const problem = wholeProblem(file);
    const isCost = claim !== 'infeasible';
    this.#problem = problem;
    this.scale = isCost ? SCALE : FINE_SCALE;
    this.#cost = problem.cost.map((one) => (isCost ? one : 0));
    this.#scaled = this.#cost.map((one) => this.scale * one);
    this.#goal = isCost ? Math.round(claim.atLeast * problem.costUnit) : 1;
    this.#most = isCost ? this.scale * (this.#goal - 1) : 0;
    this.#lagrangian = new Lagrangian(problem, this.#cost);
  }

  prove(solver: LinearSolver): Proven {
    const tree = this.#node(this.#problem.open.slice(), this.#firstPrices(solver), null, 1);
    return { claim: this.#claimOf(this.#goal), separators: this.separators, tree };
  }

  #claimOf(cost: number): Certificate['claim'] {
    return this.claim === 'infeasible' ? 'infeasible' : { atLeast: cost / this.#problem.costUnit };
  }

  /** Duals of the relaxation, with the separators that its solutions break. */
  #firstPrices(solver: LinearSolver): CoveragePrices {
    for (;;) {
      const { prices, shares } = relaxed(solver, this.#problem, this.#cost);
      if (!shares || this.options.isOver() || !this.#separate(this.#broken(shares))) return prices;
    }
  }

  /** Separators that a solution breaks, whole or in fractions; none where sectors may be in several pieces. */
  #broken(shares: ArrayLike<number>): Separator[] {
    if (!this.file.contiguous) return [];
    const { n, m } = this.#problem;
    const broken = separatorsOfShares({ n, m, neighbours: neighboursOf(this.file) }, shares);
    return broken.map(({ units: [a, b], between }): Separator => [a, b, [...between]]);
  }

  /** @returns whether one of them is new */
  #separate(separators: readonly Separator[]): boolean {
    const known = new Set(this.separators.map((one) => JSON.stringify(one)));
    const fresh = separators.filter((one) => !known.has(JSON.stringify(one)));
    if (fresh.length === 0) return false;
    this.separators.push(...fresh);
    this.#problem = wholeProblem(this.file, this.separators);
    this.#lagrangian = new Lagrangian(this.#problem, this.#cost);
    return true;
  }

  /** What the steps of the root prove without its children. */
  #proveAtRoot(steps: readonly CertificateStep[], { all }: CertificateBounds): void {
    if (this.claim === 'infeasible') return;
    const claim = this.#claimOf(Math.ceil(all / this.scale));
    this.atRoot = { claim, separators: [...this.separators], tree: { steps: [...steps] } };
  }

  /** @param share of the whole tree */
  #node(open: Uint8Array, start: CoveragePrices, above: CertificateStep | null, share: number): TreeNode {
    const { n, m } = this.#problem;
    if (!propagate(this.#problem, open)) return this.#leaf(share, {});
    if (above && this.#apply(open.slice(), above) === null) return this.#leaf(share, {});
    const steps: CertificateStep[] = [];
    let prices = { ...start, rows: resized(start.rows, this.#problem.rows.length) };
    let bounds: CertificateBounds;
    let before: number;
    do {
      if (this.options.isOver()) throw new Unfinished();
      before = countOpen(open);
      const tries = above ? NODE_TRIES : steps.length === 0 ? FIRST_TRIES : ROOT_TRIES;
      prices = this.#lagrangian.climb(open, prices, this.#goal, tries, this.options.isOver);
      steps.push(this.#stepOf(prices));
      const found = this.#apply(open, steps.at(-1)!);
      if (found === null) return this.#leaf(share, { steps });
      bounds = found;
      if (!above) this.#proveAtRoot(steps, found);
    } while (steps.length < MOST_ROUNDS && countOpen(open) < (1 - WORTH_A_ROUND) * before);
    if (countOpen(open) === n) {
      steps.push({ prices: new Array<number>(n).fill(0) });
      if (this.#apply(open, steps.at(-1)!) === null) return this.#leaf(share, { steps });
      const plan = Array.from({ length: n }, (_, i) => open.subarray(i * m, i * m + m).indexOf(1));
      if (!this.#separate(this.#broken(open))) this.#lower(plan);
      return this.#leaf(share, { steps });
    }
    const unit = this.#branchingUnit(open, bounds);
    const referents = referentsOf(open, m, unit);
    // The most promising first: a cheaper plan met early spares the rest of the tree.
    const order = [...referents].sort((a, b) => bounds.each[unit * m + a]! - bounds.each[unit * m + b]!);
    const children = order.flatMap((j): [number, TreeNode][] => {
      const part = open.slice();
      for (const other of referents) if (other !== j) part[unit * m + other] = 0;
      const child = this.#node(part, prices, steps.at(-1)!, share / referents.length);
      return child.steps ? [[j, child]] : [];
    });
    return { steps, unit, children };
  }

  /** Goes on with the claim that a cheaper plan makes true. */
  #lower(plan: readonly number[]): void {
    this.better = plan;
    if (this.claim === 'infeasible') throw new Refuted();
    const { m } = this.#problem;
    this.#goal = plan.reduce((sum, j, i) => sum + this.#cost[i * m + j]!, 0);
    this.#most = this.scale * (this.#goal - 1);
  }

  #leaf(share: number, node: TreeNode): TreeNode {
    this.#done += share;
    this.options.onLeaf(this.#done);
    return node;
  }

  /** Closes what the step excludes, as the checker will; null when no plan is left. */
  #apply(open: Uint8Array, step: CertificateStep): CertificateBounds | null {
    const bounds = certificateBounds(this.#problem, open, this.#scaled, this.#most, step);
    if (bounds.all > this.#most) return null;
    bounds.each.forEach((one, at) => one > this.#most && (open[at] = 0));
    return propagate(this.#problem, open) ? bounds : null;
  }

  #stepOf(prices: CoveragePrices): CertificateStep {
    const rows = [...prices.rows].flatMap((multiplier, r): [number, number][] => {
      const whole = Math.round(this.scale * multiplier);
      return whole === 0 ? [] : [[r, whole]];
    });
    const units = Array.from(prices.units, (price) => Math.round(this.scale * price));
    return { prices: units, ...(rows.length > 0 && { rows }) };
  }

  /** The unit whose children promise the least work: bounds that rise, and a load that leaves little room. */
  #branchingUnit(open: Uint8Array, { all, each }: CertificateBounds): number {
    const { n, m, rows } = this.#problem;
    const gap = Math.max(1, this.#most - all);
    let [best, least] = [-1, Infinity];
    for (let i = 0; i < n; i++) {
      const referents = referentsOf(open, m, i);
      if (referents.length < 2) continue;
      const load = rows[0]!.terms[i]![1][0]!;
      const work = referents.reduce(
        (total, j) => total + Math.exp((STEEPNESS * (all - each[i * m + j]!)) / gap),
        0
      );
      const worth = work / (1 + load) ** 2;
      if (worth < least) [best, least] = [i, worth];
    }
    return best;
  }
}

const countOpen = (open: Uint8Array): number => open.reduce((total, one) => total + one, 0);

const referentsOf = (open: Uint8Array, m: number, i: number): number[] =>
  Array.from({ length: m }, (_, j) => j).filter((j) => open[i * m + j] === 1);

const resized = (values: Float64Array, size: number): Float64Array => {
  const all = new Float64Array(size);
  all.set(values);
  return all;
};

/** Units that touch each, by number in the file. */
function neighboursOf({ units, neighbours }: ProblemFile): number[][] {
  const unitAt = new Map(units.map(({ id }, i) => [String(id), i]));
  const lists = units.map((): number[] => []);
  for (const [a, b] of neighbours ?? []) {
    const [i, j] = [unitAt.get(String(a)), unitAt.get(String(b))];
    if (i === undefined || j === undefined || i === j) continue;
    lists[i]!.push(j);
    lists[j]!.push(i);
  }
  return lists;
}

/** Duals and solution of the linear relaxation, every row of which may be missed at a high price so that there always are some. */
function relaxed(
  solver: LinearSolver,
  { n, m, open, rows }: WholeProblem,
  cost: readonly number[]
): { prices: CoveragePrices; shares: Float64Array | null } {
  const size = n * m;
  const price = 100 * Math.max(0.01, ...cost);
  const misses: number[] = [];
  const entries = rows.map(({ lower, upper, terms }) => {
    const list = terms.flatMap(([i, weights]) =>
      weights.map((weight, j): [number, number] => [i * m + j, weight])
    );
    const width = list.reduce((most, [, weight]) => Math.max(most, Math.abs(weight)), 1);
    for (const [side, sign] of [
      [lower, 1],
      [upper, -1]
    ] as const) {
      if (Number.isFinite(side)) list.push([size + misses.push(price / width) - 1, sign]);
    }
    return list.filter(([, weight]) => weight !== 0);
  });
  const assigned = Array.from({ length: n }, (_, i) =>
    Array.from({ length: m }, (_, j): [number, number] => [i * m + j, 1])
  );
  const ones = new Array<number>(n).fill(1);
  const model = solver.open({
    sense: 'min',
    cost: Float64Array.from([...cost, ...misses]),
    lower: new Float64Array(size + misses.length),
    upper: Float64Array.from([...open, ...misses.map(() => Infinity)]),
    rowLower: Float64Array.from([...rows.map(({ lower }) => lower), ...ones]),
    rowUpper: Float64Array.from([...rows.map(({ upper }) => upper), ...ones]),
    rows: sparseRows([...entries, ...assigned])
  });
  try {
    const { rowDual, x } = model.solve();
    const units = rowDual?.slice(rows.length) ?? new Float64Array(n);
    const others = rowDual?.slice(0, rows.length) ?? new Float64Array(rows.length);
    rows.forEach(({ lower, upper }, r) => {
      // The balance is kept exactly and not priced; a dual of the wrong sign is rounding.
      if (r < m || !Number.isFinite(others[r]! > 0 ? lower : upper)) others[r] = 0;
    });
    return { prices: { units, rows: others }, shares: x?.slice(0, size) ?? null };
  } finally {
    model.dispose();
  }
}
