// Nearly the shortest tour, for searches that need a hundred thousand of them: cheapest insertion, then stops moved and parts reversed.

/** Tours up to so many stops are inserted exactly. */
const FEW = 3;
const MOST_PASSES = 6;

/** Lengths of quick tours, over symmetric times. */
export class QuickTours {
  #order = new Int32Array(64);

  /** @param seconds square over `size` places, the same there and back */
  constructor(
    readonly seconds: Float64Array,
    readonly size: number
  ) {}

  /** Seconds from `base` through the first `count` stops, all different, and back. */
  length(base: number, stops: ArrayLike<number>, count: number): number {
    if (count === 0) return 0;
    if (this.#order.length <= count + 1) this.#order = new Int32Array(2 * count + 2);
    const length = this.#inserted(base, stops, count);
    if (count > FEW) {
      for (let pass = 0; pass < MOST_PASSES; pass++) {
        const moved = this.#moveStops(length);
        if (!this.#reverseParts(length) && !moved) break;
      }
    }
    let sum = 0;
    for (let at = 0; at < length; at++) sum += this.#step(at, length);
    return sum;
  }

  #step(at: number, length: number): number {
    return this.seconds[this.#order[at]! * this.size + this.#order[at + 1 === length ? 0 : at + 1]!]!;
  }

  #inserted(base: number, stops: ArrayLike<number>, count: number): number {
    const order = this.#order;
    const { seconds, size } = this;
    order[0] = base;
    order[1] = stops[0]!;
    let length = 2;
    for (let k = 1; k < count; k++) {
      const row = stops[k]! * size;
      let best = 1;
      let least = Infinity;
      for (let at = 0; at < length; at++) {
        const a = order[at]!;
        const b = order[at + 1 === length ? 0 : at + 1]!;
        const more = seconds[row + a]! + seconds[row + b]! - seconds[a * size + b]!;
        if (more < least) {
          least = more;
          best = at + 1;
        }
      }
      for (let at = length; at > best; at--) order[at] = order[at - 1]!;
      order[best] = stops[k]!;
      length++;
    }
    return length;
  }

  /** Each stop where it costs least. @returns whether one moved */
  #moveStops(length: number): boolean {
    const order = this.#order;
    const { seconds, size } = this;
    let isBetter = false;
    for (let from = 1; from < length; from++) {
      const stop = order[from]!;
      const row = stop * size;
      const before = order[from - 1]!;
      const after = order[from + 1 === length ? 0 : from + 1]!;
      let least = seconds[row + before]! + seconds[row + after]! - seconds[before * size + after]! - 1e-9;
      let to = -1;
      for (let at = 0; at < length; at++) {
        if (at === from || at === from - 1) continue;
        const a = order[at]!;
        const b = order[at + 1 === length ? 0 : at + 1]!;
        const more = seconds[row + a]! + seconds[row + b]! - seconds[a * size + b]!;
        if (more < least) {
          least = more;
          to = at;
        }
      }
      if (to < 0) continue;
      isBetter = true;
      if (to > from) order.copyWithin(from, from + 1, to + 1);
      else order.copyWithin(to + 2, to + 1, from);
      order[to > from ? to : to + 1] = stop;
    }
    return isBetter;
  }

  #reverseParts(length: number): boolean {
    const order = this.#order;
    const { seconds, size } = this;
    let isBetter = false;
    for (let p = 0; p < length - 2; p++) {
      for (let q = p + 2; q < length; q++) {
        const a = order[p]!;
        const b = order[p + 1]!;
        const c = order[q]!;
        const d = order[q + 1 === length ? 0 : q + 1]!;
        if (a === d) continue;
        const now = seconds[a * size + b]! + seconds[c * size + d]!;
        if (seconds[a * size + c]! + seconds[b * size + d]! >= now - 1e-9) continue;
        order.subarray(p + 1, q + 1).reverse();
        isBetter = true;
      }
    }
    return isBetter;
  }
}
