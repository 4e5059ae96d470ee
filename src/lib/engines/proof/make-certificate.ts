// Makes the certificate of an assignment: prices from the linear relaxation, raised with every load kept whole, and a tree over units where they
// do not suffice. Nothing here has to be trusted: the checker weighs each step, here as when the certificate is read.
import { sha256Async } from '../../algorithms/sha256.ts';
import { sparseRows, type LinearSolver } from '../../model/linear.ts';
import type { ProblemFile } from '../../model/plan.ts';
import { compileProblem, separatorsOf, readProblem } from '../assignment/index.ts';
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
  | { status: 'made'; certificate: Certificate; leaves: number; seconds: number }
  /** The claim is false: this plan (unit -> referent) keeps every rule and costs less. */
  | { status: 'refuted'; assignment: Record<string, string>; seconds: number }
  /** Stopped, or out of time. */
  | { status: 'unfinished'; leaves: number; seconds: number }
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
class Refuted extends Error {
  constructor(readonly plan: readonly number[]) {
    super('refuted');
  }
}

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
  try {
    const { tree, search, separators } = searched();
    const { scale } = search;
    const exact = claim === 'infeasible' ? claim : { atLeast: search.goal / search.problem.costUnit };
    const body = {
      ...{ version: 1 as const, claim: exact, problem: await sha256(problemFile), scale },
      ...(separators.length > 0 && { separators }),
      tree
    };
    const digest = await sha256(new TextEncoder().encode(JSON.stringify(body)));
    return { status: 'made', certificate: { ...body, digest }, leaves, seconds: seconds() };
  } catch (error) {
    if (error instanceof Unfinished) return { status: 'unfinished', leaves, seconds: seconds() };
    if (error instanceof Refusal) return { status: 'unsupported', reason: error.message };
    if (!(error instanceof Refuted)) throw error;
    const assignment = error.plan.map(
      (j, i) => [String(file.units[i]!.id), String(file.referents[j]!.id)] as const
    );
    return { status: 'refuted', assignment: Object.fromEntries(assignment), seconds: seconds() };
  }

  /** Searches again with more separators as long as a plan is met whose sectors are not in one piece. */
  function searched(): { tree: TreeNode; search: Search; separators: Separator[] } {
    const separators: Separator[] = [];
    for (;;) {
      const search = new Search(wholeProblem(file, separators), claim, {
        isOver: () => stop?.() === true || seconds() > limit,
        onLeaf: (done) => {
          leaves++;
          onProgress?.({ done, leaves, seconds: seconds() });
        }
      });
      leaves = 0;
      try {
        return { tree: search.tree(solver), search, separators };
      } catch (error) {
        const broken = error instanceof Refuted ? separatorsBroken(file, error.plan) : [];
        if (broken.length === 0) throw error;
        separators.push(...broken);
      }
    }
  }
}

/** Separators that a plan breaks, by number in the file; none where its sectors may be in several pieces. */
function separatorsBroken(file: ProblemFile, plan: readonly number[]): Separator[] {
  if (!file.contiguous) return [];
  // Compiling sorts by id: numbers are turned into those of the file.
  const problem = compileProblem(readProblem(file).problem);
  const unitAt = new Map(file.units.map(({ id }, i) => [String(id), i]));
  const number = problem.units.map((id) => unitAt.get(id)!);
  const referentAt = new Map(problem.referents.map((id, j) => [id, j]));
  const sorted = number.map((i) => referentAt.get(String(file.referents[plan[i]!]!.id))!);
  return separatorsOf(problem, sorted).map(({ units: [a, b], between }): Separator => [
    number[a]!,
    number[b]!,
    between.map((s) => number[s]!)
  ]);
}

interface SearchOptions {
  isOver: () => boolean;
  /** @param done share of the tree, 0 to 1 */
  onLeaf: (done: number) => void;
}

class Search {
  readonly scale: number;
  readonly #cost: number[];
  /** Cost and the most that the claim excludes, times the scale. */
  readonly #scaled: number[];
  readonly #most: number;
  /** What the bound must reach, in units of cost. */
  readonly goal: number;
  readonly #lagrangian: Lagrangian;
  #done = 0;

  constructor(
    readonly problem: WholeProblem,
    claim: Certificate['claim'],
    readonly options: SearchOptions
  ) {
    const isCost = claim !== 'infeasible';
    this.scale = isCost ? SCALE : FINE_SCALE;
    this.#cost = problem.cost.map((one) => (isCost ? one : 0));
    this.#scaled = this.#cost.map((one) => this.scale * one);
    this.goal = isCost ? Math.round(claim.atLeast * problem.costUnit) : 1;
    this.#most = isCost ? this.scale * (this.goal - 1) : 0;
    this.#lagrangian = new Lagrangian(problem, this.#cost);
  }

  tree(solver: LinearSolver): TreeNode {
    const start = relaxedPrices(solver, this.problem, this.#cost);
    return this.#node(this.problem.open.slice(), start, null, 1);
  }

  /** @param share of the whole tree */
  #node(open: Uint8Array, start: CoveragePrices, above: CertificateStep | null, share: number): TreeNode {
    const { n, m } = this.problem;
    if (!propagate(this.problem, open)) return this.#leaf(share, {});
    if (above && this.#apply(open.slice(), above) === null) return this.#leaf(share, {});
    const steps: CertificateStep[] = [];
    let prices = start;
    let bounds: CertificateBounds;
    let before: number;
    do {
      if (this.options.isOver()) throw new Unfinished();
      before = countOpen(open);
      const tries = above ? NODE_TRIES : steps.length === 0 ? FIRST_TRIES : ROOT_TRIES;
      prices = this.#lagrangian.climb(open, prices, this.goal, tries, this.options.isOver);
      steps.push(this.#stepOf(prices));
      const found = this.#apply(open, steps.at(-1)!);
      if (found === null) return this.#leaf(share, { steps });
      bounds = found;
    } while (steps.length < MOST_ROUNDS && countOpen(open) < (1 - WORTH_A_ROUND) * before);
    if (countOpen(open) === n) {
      steps.push({ prices: new Array<number>(n).fill(0) });
      if (this.#apply(open, steps.at(-1)!) === null) return this.#leaf(share, { steps });
      throw new Refuted(Array.from({ length: n }, (_, i) => open.subarray(i * m, i * m + m).indexOf(1)));
    }
    const unit = this.#branchingUnit(open, bounds);
    const referents = referentsOf(open, m, unit);
    const children = referents.flatMap((j): [number, TreeNode][] => {
      const part = open.slice();
      for (const other of referents) if (other !== j) part[unit * m + other] = 0;
      const child = this.#node(part, prices, steps.at(-1)!, share / referents.length);
      return child.steps ? [[j, child]] : [];
    });
    return { steps, unit, children };
  }

  #leaf(share: number, node: TreeNode): TreeNode {
    this.#done += share;
    this.options.onLeaf(this.#done);
    return node;
  }

  /** Closes what the step excludes, as the checker will; null when no plan is left. */
  #apply(open: Uint8Array, step: CertificateStep): CertificateBounds | null {
    const bounds = certificateBounds(this.problem, open, this.#scaled, this.#most, step);
    if (bounds.all > this.#most) return null;
    bounds.each.forEach((one, at) => one > this.#most && (open[at] = 0));
    return propagate(this.problem, open) ? bounds : null;
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
    const { n, m, rows } = this.problem;
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

/** Duals of the linear relaxation, every row of which may be missed at a high price so that there always are some. */
function relaxedPrices(
  solver: LinearSolver,
  { n, m, open, rows }: WholeProblem,
  cost: readonly number[]
): CoveragePrices {
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
    const { rowDual } = model.solve();
    const [units, others] = [rowDual?.slice(rows.length), rowDual?.slice(0, rows.length)];
    // The balance is kept exactly and not priced.
    others?.fill(0, 0, m);
    return { units: units ?? new Float64Array(n), rows: others ?? new Float64Array(rows.length) };
  } finally {
    model.dispose();
  }
}
