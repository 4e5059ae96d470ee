// How many pieces some blocks of a sector are in, those of exempt units alone left out: what the searches of plans ask at each move.
import type { Problem } from '../problem/compile-problem.ts';
import { isExempt } from '../problem/contiguity.ts';

/** Counts pieces, in buffers made once. */
export class PieceCount {
  readonly #isExempt: Uint8Array;
  /** The mark of a count where a unit is of the blocks, 0 again once it is met. */
  readonly #left: Int32Array;
  readonly #queue: Int32Array;
  #mark = 0;

  /** @param members units of each block */
  constructor(
    readonly problem: Pick<Problem, 'n' | 'neighbours' | 'freed'>,
    readonly members: readonly (readonly number[])[]
  ) {
    const { n } = problem;
    this.#isExempt = Uint8Array.from({ length: n }, (_, i) => (isExempt(problem, i) ? 1 : 0));
    this.#left = new Int32Array(n);
    this.#queue = new Int32Array(n);
  }

  isExempt(unit: number): boolean {
    return this.#isExempt[unit] === 1;
  }

  of(blocks: readonly number[]): number {
    const { members, problem } = this;
    const [left, queue] = [this.#left, this.#queue];
    const mark = ++this.#mark;
    for (const b of blocks) for (const i of members[b]!) left[i] = mark;
    let pieces = 0;
    for (const b of blocks) {
      for (const first of members[b]!) {
        if (left[first] !== mark) continue;
        left[first] = 0;
        queue[0] = first;
        let isLeftOut = true;
        for (let [at, end] = [0, 1]; at < end; at++) {
          const i = queue[at]!;
          if (this.#isExempt[i] === 0) isLeftOut = false;
          for (const v of problem.neighbours[i]!) {
            if (left[v] !== mark) continue;
            left[v] = 0;
            queue[end++] = v;
          }
        }
        if (!isLeftOut) pieces++;
      }
    }
    return pieces;
  }
}
