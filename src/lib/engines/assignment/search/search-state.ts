// The plan that the heuristic works on: its cost, and by how much it misses bands and rules, updated at every move.
import type { Problem } from '../problem/compile-problem.ts';
import type { Blocks } from './blocks.ts';
import { PieceCount } from './piece-count.ts';

/** Penalties of broken rules, in tenths of a minute. They change as the search goes. */
export interface Penalties {
  /** A minute (or pupil, or meeting) outside a band. */
  band: number;
  /** A pupil above the cap. */
  pupil: number;
  /** A pair that is not apart, a sector's piece beyond the first, a pair under two coordinators. */
  rule: number;
}

export class SearchState {
  /** Referent of each block and of each unit. */
  readonly at: Int32Array;
  readonly unitAt: Int32Array;
  readonly load: Float64Array;
  /** Blocks of each referent, and the place of each block in its list. */
  readonly lists: number[][];
  readonly place: Int32Array;
  cost = 0;
  moved = 0;
  /** Broken pairs, and pieces beyond the first of each sector. */
  broken = 0;
  readonly #m: number;
  readonly #cap: number;
  /** Pieces of each sector, kept only where they must be one. */
  readonly #pieces: Int32Array | null;
  readonly #count: PieceCount;

  constructor(
    readonly problem: Problem,
    readonly blocks: Blocks,
    start: ArrayLike<number>
  ) {
    this.#m = problem.m;
    this.#cap = problem.cap ?? Infinity;
    this.at = new Int32Array(blocks.members.length);
    this.unitAt = new Int32Array(problem.n);
    this.load = new Float64Array(problem.bands.length);
    this.lists = Array.from({ length: problem.m }, () => []);
    this.place = new Int32Array(blocks.members.length);
    this.#pieces = problem.contiguous ? new Int32Array(problem.m) : null;
    this.#count = new PieceCount(problem, blocks.members);
    this.reset(start);
  }

  /** Takes another plan, by block. */
  reset(start: ArrayLike<number>): void {
    const { blocks, problem } = this;
    const m = this.#m;
    this.load.fill(0);
    this.cost = 0;
    this.moved = 0;
    for (const list of this.lists) list.length = 0;
    for (let b = 0; b < this.at.length; b++) {
      const j = start[b]!;
      this.at[b] = j;
      for (const i of blocks.members[b]!) this.unitAt[i] = j;
      this.place[b] = this.lists[j]!.push(b) - 1;
      this.cost += blocks.cost[b * m + j]!;
      this.moved += blocks.moved[b * m + j]!;
      for (const band of blocks.both[j * m + j]!) this.load[band]! += blocks.weights[band]![b * m + j]!;
    }
    this.broken = 0;
    for (let b = 0; b < this.at.length; b++) this.broken += this.#clashes(b, this.at[b]!) / 2;
    if (this.#pieces) {
      for (const [j, list] of this.lists.entries()) {
        this.#pieces[j] = this.#count.of(list);
        this.broken += Math.max(0, this.#pieces[j]! - 1);
      }
    }
    for (const [a, b] of problem.sameCoordinator) this.broken += this.#isSplit(a, b) ? 1 : 0;
  }

  /** Sum of what lies outside the bands. */
  outside(): number {
    let sum = 0;
    for (let band = 0; band < this.load.length; band++) sum += this.#miss(band, this.load[band]!);
    return sum;
  }

  isFeasible(): boolean {
    return this.broken === 0 && this.moved <= this.#cap + 1e-9 && this.outside() <= 1e-6;
  }

  energy({ band, pupil, rule }: Penalties): number {
    return this.cost + band * this.outside() + pupil * this.#over(this.moved) + rule * this.broken;
  }

  #over(moved: number): number {
    return moved > this.#cap ? moved - this.#cap : 0;
  }

  #miss(band: number, load: number): number {
    const { lower, upper } = this.blocks;
    const short = lower[band]! - load;
    const long = load - upper[band]!;
    return short > 0 ? short : long > 0 ? long : 0;
  }

  /** Change of energy if block b went to k, pairs and contiguity apart. */
  shiftDelta(b: number, k: number, penalties: Penalties): number {
    const { cost, moved, weights, only, both } = this.blocks;
    const m = this.#m;
    const j = this.at[b]!;
    const [from, to] = [b * m + j, b * m + k];
    let outside = 0;
    for (const band of only[j * m + k]!) {
      const load = this.load[band]!;
      outside += this.#miss(band, load - weights[band]![from]!) - this.#miss(band, load);
    }
    for (const band of only[k * m + j]!) {
      const load = this.load[band]!;
      outside += this.#miss(band, load + weights[band]![to]!) - this.#miss(band, load);
    }
    for (const band of both[j * m + k]!) {
      const load = this.load[band]!;
      const weight = weights[band]!;
      outside += this.#miss(band, load + weight[to]! - weight[from]!) - this.#miss(band, load);
    }
    const after = this.#over(this.moved + moved[to]! - moved[from]!) - this.#over(this.moved);
    return cost[to]! - cost[from]! + penalties.band * outside + (after === 0 ? 0 : penalties.pupil * after);
  }

  /** The same if b and c exchanged referents. */
  swapDelta(b: number, c: number, penalties: Penalties): number {
    const { cost, moved, weights, only, both } = this.blocks;
    const m = this.#m;
    const [j, k] = [this.at[b]!, this.at[c]!];
    const [bj, bk, cj, ck] = [b * m + j, b * m + k, c * m + j, c * m + k];
    let outside = 0;
    for (const band of only[j * m + k]!) {
      const load = this.load[band]!;
      const weight = weights[band]!;
      outside += this.#miss(band, load - weight[bj]! + weight[cj]!) - this.#miss(band, load);
    }
    for (const band of only[k * m + j]!) {
      const load = this.load[band]!;
      const weight = weights[band]!;
      outside += this.#miss(band, load + weight[bk]! - weight[ck]!) - this.#miss(band, load);
    }
    for (const band of both[j * m + k]!) {
      const load = this.load[band]!;
      const weight = weights[band]!;
      const next = load + weight[bk]! - weight[bj]! + weight[cj]! - weight[ck]!;
      outside += this.#miss(band, next) - this.#miss(band, load);
    }
    const change = moved[bk]! - moved[bj]! + moved[cj]! - moved[ck]!;
    const after = this.#over(this.moved + change) - this.#over(this.moved);
    return (
      cost[bk]! -
      cost[bj]! +
      cost[cj]! -
      cost[ck]! +
      penalties.band * outside +
      (after === 0 ? 0 : penalties.pupil * after)
    );
  }

  /** Moves block b to k. */
  shift(b: number, k: number): void {
    const { blocks } = this;
    const m = this.#m;
    const j = this.at[b]!;
    const [from, to] = [b * m + j, b * m + k];
    this.broken -= this.#clashes(b, j) + this.#splits(b);
    this.at[b] = k;
    for (const i of blocks.members[b]!) this.unitAt[i] = k;
    this.broken += this.#clashes(b, k) + this.#splits(b);

    for (const band of blocks.both[j * m + j]!) this.load[band]! -= blocks.weights[band]![from]!;
    for (const band of blocks.both[k * m + k]!) this.load[band]! += blocks.weights[band]![to]!;
    this.cost += blocks.cost[to]! - blocks.cost[from]!;
    this.moved += blocks.moved[to]! - blocks.moved[from]!;
    const list = this.lists[j]!;
    const last = list.pop()!;
    if (last !== b) {
      list[this.place[b]!] = last;
      this.place[last] = this.place[b]!;
    }
    this.place[b] = this.lists[k]!.push(b) - 1;
    if (this.#pieces) {
      this.#recount(j, b);
      this.#recount(k, b);
    }
  }

  /** Counts the pieces of sector j again, after block b went to it or left it. */
  #recount(j: number, b: number): void {
    const pieces = this.#pieces!;
    const before = pieces[j]!;
    const after = this.#quickCount(j, b) ?? this.#count.of(this.lists[j]!);
    pieces[j] = after;
    this.broken += Math.max(0, after - 1) - Math.max(0, before - 1);
  }

  /** The count where the block touches no unit of the sector, or one only; null where it has to be made. */
  #quickCount(j: number, b: number): number | null {
    const { unitAt, problem, blocks } = this;
    const [i, other] = blocks.members[b]!;
    if (other !== undefined || this.#count.isExempt(i!) || problem.freed.size > 0) return null;
    let touching = 0;
    for (const v of problem.neighbours[i!]!) if (unitAt[v] === j) touching++;
    if (touching > 1) return null;
    const change = touching === 1 ? 0 : unitAt[i!] === j ? 1 : -1;
    return this.#pieces![j]! + change;
  }

  #clashes(b: number, j: number): number {
    let count = 0;
    for (const other of this.blocks.apart[b]!) if (this.at[other] === j) count++;
    return count;
  }

  #isSplit(a: number, b: number): boolean {
    const { coordinator } = this.problem;
    return coordinator[this.unitAt[a]!] !== coordinator[this.unitAt[b]!];
  }

  #splits(b: number): number {
    let count = 0;
    for (const [u, v] of this.problem.sameCoordinator) {
      if (this.blocks.of[u] === b || this.blocks.of[v] === b) count += this.#isSplit(u, v) ? 1 : 0;
    }
    return count;
  }
}
