// The road of a post as foretold from tours computed before: a search that asks for millions of them finds where the good plans are.
import { NO_ROUTE } from '../../../model/travel/travel-times.ts';
import type { PostRoads } from './post-roads.ts';
import type { TourPlaces } from './sampled-roads.ts';

/**
 * What a road is foretold by: the estimate; the visits; what two visits save when they are of one outing, summed over pairs and divided by the
 * visits, since each is beside few others; a constant. Off by 3 % of the road of a post or so, of which half is the luck of the weeks drawn.
 */
const FIGURES = 4;
/** Weight of what was learnt before, after each road: a half after 1,400. */
const FORGOTTEN = 0.9995;
/** Share of its diagonal added to the system: a fit of few roads stays near the estimate. */
const RIDGE = 1e-6;

/** Minutes a week foretold by least squares, post by post, from each road that `learning` computes; the estimate until the first `fit`. */
export class ForetoldRoads implements PostRoads {
  /** Visits a week of each block; minutes from a base and back, times visits, at `b * posts + j`; between two blocks, times the visits of both. */
  readonly #visits: Float64Array;
  readonly #home: Float64Array;
  readonly #between: Float64Array;
  readonly #blocks: number;
  readonly #posts: number;
  readonly #sums: readonly Float64Array[];
  readonly #weights: Float64Array[];
  readonly #figures = new Float64Array(FIGURES);

  /** @param computed what is foretold @param estimate the solver's */
  constructor(
    { seconds, size, baseRows, schools, blocks }: TourPlaces,
    readonly computed: PostRoads,
    readonly estimate: PostRoads
  ) {
    const [n, m] = [blocks.length, baseRows.length];
    [this.#blocks, this.#posts] = [n, m];
    const minutes = (a: number | null, b: number | null) => {
      if (a === null || b === null) return 0;
      const [there, back] = [seconds[a * size + b]!, seconds[b * size + a]!];
      return there === NO_ROUTE || back === NO_ROUTE ? 0 : (there + back) / 120;
    };
    const sum = (list: readonly number[], figure: (school: (typeof schools)[number]) => number) =>
      list.reduce((all, at) => all + figure(schools[at]!), 0);
    this.#visits = Float64Array.from(blocks, (list) => sum(list, ({ visits }) => visits));
    this.#home = Float64Array.from({ length: n * m }, (_, at) =>
      sum(blocks[Math.floor(at / m)]!, ({ row, visits }) => visits * minutes(baseRows[at % m]!, row))
    );
    this.#between = Float64Array.from({ length: n * n }, (_, at) =>
      sum(blocks[Math.floor(at / n)]!, (a) =>
        sum(blocks[at % n]!, (b) => a.visits * b.visits * minutes(a.row, b.row))
      )
    );
    this.#sums = baseRows.map(() => new Float64Array(FIGURES * (FIGURES + 1)));
    this.#weights = baseRows.map(() => Float64Array.of(1, 0, 0, 0));
  }

  /** Roads computed, each learnt from. */
  readonly learning: PostRoads = {
    minutes: (post, blocks) => {
      const minutes = this.computed.minutes(post, blocks);
      this.#learn(post, blocks, minutes);
      return minutes;
    }
  };

  minutes(post: number, blocks: readonly number[]): number {
    this.#read(post, blocks);
    const weights = this.#weights[post]!;
    let minutes = 0;
    for (let k = 0; k < FIGURES; k++) minutes += weights[k]! * this.#figures[k]!;
    return minutes;
  }

  #read(post: number, blocks: readonly number[]): void {
    const [n, m] = [this.#blocks, this.#posts];
    const [visits, home, between] = [this.#visits, this.#home, this.#between];
    let [all, far, own, near] = [0, 0, 0, 0];
    for (let k = 0; k < blocks.length; k++) {
      const b = blocks[k]!;
      const [called, away] = [visits[b]!, home[b * m + post]!];
      all += called;
      far += away;
      own += called * away;
      for (let l = 0; l < k; l++) near += between[b * n + blocks[l]!]!;
    }
    const figures = this.#figures;
    figures[0] = this.estimate.minutes(post, blocks);
    figures[1] = all;
    figures[2] = all > 0 ? (far * all - own - near) / all : 0;
    figures[3] = 1;
  }

  #learn(post: number, blocks: readonly number[], minutes: number): void {
    this.#read(post, blocks);
    const [figures, sums] = [this.#figures, this.#sums[post]!];
    for (let r = 0; r < FIGURES; r++) {
      const row = r * (FIGURES + 1);
      for (let c = 0; c <= FIGURES; c++)
        sums[row + c] = FORGOTTEN * sums[row + c]! + figures[r]! * (c === FIGURES ? minutes : figures[c]!);
    }
  }

  /** Takes what was learnt into account. */
  fit(): void {
    this.#sums.forEach((sums, post) => (this.#weights[post] = solved(sums)));
  }
}

/** Weights of least squares, by elimination; the diagonal raised a little, the first weight towards one. */
function solved(sums: Float64Array): Float64Array {
  const width = FIGURES + 1;
  const rows = sums.slice();
  for (let k = 0; k < FIGURES; k++) {
    const ridge = RIDGE * sums[k * width + k]! + 1e-9;
    rows[k * width + k]! += ridge;
    if (k === 0) rows[FIGURES]! += ridge;
  }
  for (let k = 0; k < FIGURES; k++) {
    for (let r = 0; r < FIGURES; r++) {
      if (r === k) continue;
      const factor = rows[r * width + k]! / rows[k * width + k]!;
      for (let c = k; c < width; c++) rows[r * width + c]! -= factor * rows[k * width + c]!;
    }
  }
  return Float64Array.from({ length: FIGURES }, (_, k) => rows[k * width + FIGURES]! / rows[k * width + k]!);
}
