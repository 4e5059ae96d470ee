// What a post is with some blocks: its loads, its pieces, its road. It depends on nothing else, so that its road is computed once.
import { random } from '../../../algorithms/random.ts';
import { PieceCount } from '../../assignment/index.ts';
import type { PostRoads } from '../roads/post-roads.ts';
import type { Rules } from './rules.ts';

export interface PostPart {
  readonly post: number;
  /** Ascending. */
  readonly blocks: readonly number[];
  /** Minutes a week: work, and travel as the solver estimates it. */
  readonly work: number;
  readonly travel: number;
  readonly moved: number;
  /** What coordinators share. */
  readonly measures: readonly number[];
}

/** Roads kept at once, a power of two: one that comes where another is takes its place. */
const keptOf = (blocks: number) => 1 << Math.min(18, 32 - Math.clz32(blocks ** 3));

/** The parts of posts, with their pieces and roads. */
export class Parts {
  readonly #roads: Float64Array;
  readonly #keys: Int32Array;
  readonly #checks: Int32Array;
  /** Two numbers a post, and two a block: a set of blocks has theirs joined. */
  readonly #codes: Int32Array;
  readonly #pieces: PieceCount;

  constructor(
    readonly rules: Rules,
    readonly roads: PostRoads
  ) {
    const { blocks, posts, problem, members } = rules;
    const kept = keptOf(blocks);
    this.#roads = new Float64Array(kept);
    this.#keys = new Int32Array(kept);
    this.#checks = new Int32Array(kept);
    const draw = random(1);
    this.#codes = Int32Array.from({ length: 2 * (posts + blocks) }, () => Math.floor(draw() * 2 ** 32) | 0);
    this.#pieces = new PieceCount(problem, members);
  }

  /** @param blocks ascending */
  of(post: number, blocks: readonly number[]): PostPart {
    const { work, travel, moved, posts, measures } = this.rules;
    let [ofWork, ofTravel, ofMoved] = [0, 0, 0];
    for (const b of blocks) {
      ofWork += work[b]!;
      ofTravel += travel[b * posts + post]!;
      ofMoved += moved[b * posts + post]!;
    }
    return {
      post,
      blocks,
      work: ofWork,
      travel: ofTravel / 10,
      moved: ofMoved,
      measures: measures.map((measure) => blocks.reduce((sum, b) => sum + measure[b]!, 0))
    };
  }

  /** Minutes on the road a week. */
  road({ post, blocks }: PostPart): number {
    const codes = this.#codes;
    let [key, check] = [codes[2 * post]!, codes[2 * post + 1]!];
    for (const b of blocks) {
      const at = 2 * (this.rules.posts + b);
      key ^= codes[at]!;
      check ^= codes[at + 1]!;
    }
    const at = key & (this.#keys.length - 1);
    if (this.#keys[at] === key && this.#checks[at] === check) return this.#roads[at]!;
    this.#keys[at] = key;
    this.#checks[at] = check;
    return (this.#roads[at] = this.roads.minutes(post, blocks));
  }

  /** Pieces beyond the first, where sectors must be in one, and pairs that should be apart. */
  broken({ blocks }: PostPart): number {
    const extra = this.rules.problem.contiguous ? Math.max(0, this.#pieces.of(blocks) - 1) : 0;
    return extra + this.#clashes(blocks);
  }

  #clashes(blocks: readonly number[]): number {
    const { apart } = this.rules;
    let pairs = 0;
    for (const b of blocks) for (const other of apart[b]!) if (other > b && blocks.includes(other)) pairs++;
    return pairs;
  }
}

/** The parts of a plan. @param at post of each block */
export function partsOf(parts: Parts, at: ArrayLike<number>): PostPart[] {
  const lists = Array.from({ length: parts.rules.posts }, (): number[] => []);
  for (let b = 0; b < at.length; b++) lists[at[b]!]!.push(b);
  return lists.map((blocks, post) => parts.of(post, blocks));
}
