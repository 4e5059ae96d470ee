// Minutes on the road a week of a post with some blocks of units: what a search asks again and again.

/** Minutes on the road a week, by post and blocks. */
export interface PostRoads {
  /** @param blocks of the post, in ascending order */
  minutes(post: number, blocks: readonly number[]): number;
}

/** The solver's estimate: a sum over blocks. */
export class EstimatedRoads implements PostRoads {
  /** @param travel tenths of a minute a week of block b with post j, at `b * posts + j` */
  constructor(
    readonly travel: Float64Array,
    readonly posts: number
  ) {}

  minutes(post: number, blocks: readonly number[]): number {
    let sum = 0;
    for (const b of blocks) sum += this.travel[b * this.posts + post]!;
    return sum / 10;
  }
}
