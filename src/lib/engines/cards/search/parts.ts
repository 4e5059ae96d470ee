// What a post is with some blocks: its loads, its pieces, its road. It depends on nothing else, so that each is computed once.
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
  /** Pieces beyond the first, where sectors must be in one; pairs that should be apart. */
  readonly extra: number;
  readonly clashes: number;
  /** What coordinators share. */
  readonly measures: readonly number[];
}

/** Parts kept at most: beyond, all are forgotten. */
const MOST_KEPT = 400_000;

/** The parts of every post and set of blocks met, with their roads. */
export class Parts {
  readonly #kept = new Map<string, PostPart>();
  readonly #roads = new Map<PostPart, number>();
  readonly #met: Int32Array;
  readonly #inside: Int32Array;
  #mark = 0;

  constructor(
    readonly rules: Rules,
    readonly roads: PostRoads
  ) {
    this.#met = new Int32Array(rules.problem.n);
    this.#inside = new Int32Array(rules.problem.n);
  }

  /** @param blocks ascending */
  of(post: number, blocks: readonly number[]): PostPart {
    const key = String.fromCharCode(post, ...blocks);
    const known = this.#kept.get(key);
    if (known) return known;
    if (this.#kept.size >= MOST_KEPT) {
      this.#kept.clear();
      this.#roads.clear();
    }
    const { work, travel, moved, posts, measures, problem } = this.rules;
    const sum = (figure: (b: number) => number) => blocks.reduce((all, b) => all + figure(b), 0);
    const part: PostPart = {
      post,
      blocks,
      work: sum((b) => work[b]!),
      travel: sum((b) => travel[b * posts + post]!) / 10,
      moved: sum((b) => moved[b * posts + post]!),
      extra: problem.contiguous ? Math.max(0, this.#pieces(blocks) - 1) : 0,
      clashes: this.#clashes(blocks),
      measures: measures.map((measure) => sum((b) => measure[b]!))
    };
    this.#kept.set(key, part);
    return part;
  }

  /** Minutes on the road a week. */
  road(part: PostPart): number {
    const known = this.#roads.get(part);
    if (known !== undefined) return known;
    const minutes = this.roads.minutes(part.post, part.blocks);
    this.#roads.set(part, minutes);
    return minutes;
  }

  /** Pieces of some blocks, those of exempt units alone left out. */
  #pieces(blocks: readonly number[]): number {
    const { members, exempt, problem } = this.rules;
    const mark = ++this.#mark;
    for (const b of blocks) for (const i of members[b]!) this.#inside[i] = mark;
    let pieces = 0;
    for (const b of blocks) {
      for (const first of members[b]!) {
        if (this.#met[first] === mark) continue;
        this.#met[first] = mark;
        const piece = [first];
        let isExempt = true;
        for (const i of piece) {
          if (exempt[i] === 0) isExempt = false;
          for (const v of problem.neighbours[i]!) {
            if (this.#inside[v] !== mark || this.#met[v] === mark) continue;
            this.#met[v] = mark;
            piece.push(v);
          }
        }
        if (!isExempt) pieces++;
      }
    }
    return pieces;
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
