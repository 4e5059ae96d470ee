// Cuts over three points (subset rows): of the clusters of a plan, at most one holds two or more of the three.
import type { MedianColumn } from './median-columns.ts';

export type Triple = readonly [number, number, number];

/** Cuts added in a round, those on one point among them, and the least violation. */
const MOST_CUTS = 30;
const MOST_PER_POINT = 3;
const LEAST_VIOLATION = 0.02;
const TINY = 1e-6;

/** Subset-row cuts (M. Jepsen, B. Petersen, S. Spoorendonk and D. Pisinger, 2008), with the cuts that each point is in. */
export class Cuts {
  readonly of: number[][];
  readonly #met: Int32Array;

  constructor(
    readonly n: number,
    readonly triples: readonly Triple[] = []
  ) {
    this.of = Array.from({ length: n }, () => []);
    triples.forEach((triple, s) => triple.forEach((i) => this.of[i]!.push(s)));
    this.#met = new Int32Array(triples.length);
  }

  /** Cuts with two or three of these points. */
  paidBy(points: Iterable<number>): number[] {
    const paid: number[] = [];
    this.#met.fill(0);
    for (const i of points) for (const s of this.of[i]!) if (++this.#met[s]! === 2) paid.push(s);
    return paid;
  }

  /** The most violated cuts of a fractional choice of columns, few on any one point. */
  violated(columns: readonly MedianColumn[], weight: ArrayLike<number>): Triple[] {
    const { n } = this;
    const used = columns
      .map(({ points }, c) => ({ points: new Set(points), weight: weight[c]! }))
      .filter((one) => one.weight > TINY && one.weight < 1 - TINY);
    const columnsOf: (typeof used)[] = Array.from({ length: n }, () => []);
    const together = new Float64Array(n * n);
    for (const one of used) {
      for (const a of one.points) {
        columnsOf[a]!.push(one);
        for (const b of one.points) together[a * n + b]! += one.weight;
      }
    }
    const known = new Set(this.triples.map((triple) => triple.join(',')));
    const found: { triple: Triple; violation: number }[] = [];
    for (let a = 0; a < n; a++) {
      const beside = Array.from({ length: n - a - 1 }, (_, k) => a + 1 + k).filter(
        (b) => together[a * n + b]! > TINY
      );
      for (const b of beside) {
        for (const c of beside) {
          if (c <= b) continue;
          const pairs = together[a * n + b]! + together[a * n + c]! + together[b * n + c]!;
          if (pairs <= 1 + LEAST_VIOLATION || known.has(`${a},${b},${c}`)) continue;
          const all = columnsOf[a]!.reduce(
            (sum, one) => sum + (one.points.has(b) && one.points.has(c) ? one.weight : 0),
            0
          );
          const violation = pairs - 2 * all - 1;
          if (violation > LEAST_VIOLATION) found.push({ triple: [a, b, c], violation });
        }
      }
    }
    found.sort((one, other) => other.violation - one.violation);
    const times = new Int32Array(n);
    const chosen: Triple[] = [];
    for (const { triple } of found) {
      if (chosen.length === MOST_CUTS) break;
      if (triple.some((i) => times[i]! >= MOST_PER_POINT)) continue;
      triple.forEach((i) => times[i]!++);
      chosen.push(triple);
    }
    return chosen;
  }
}
