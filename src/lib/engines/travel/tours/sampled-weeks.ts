// The weeks of visits of a post, drawn at random: the one draw of every page and of every search.
import { OUTINGS_PER_WEEK } from '../../../model/workload.ts';
import { SAMPLED_WEEKS } from '../../../model/travel/travel-settings.ts';

export interface WeekDraw {
  weeks: number;
  outings: number;
  seed: number;
}

/** The draw that figures are shown by, unless a setting changes it. */
export const USUAL_DRAW: Readonly<WeekDraw> = { weeks: SAMPLED_WEEKS, outings: OUTINGS_PER_WEEK, seed: 1 };

let bag = new Int32Array(64);

/**
 * The visits of each week in a random order, the fraction of a visit occurring with that probability: visit `k` belongs to the outing
 * `k % outings`. It depends on the expected visits and their order alone.
 *
 * @param visits expected a week, of the first `stops` of an array
 * @param take given each week: the stop of each visit, in the first `count` of an array that is used again for the next
 */
export function sampleWeeks(
  visits: ArrayLike<number>,
  stops: number,
  { weeks, seed }: Pick<WeekDraw, 'weeks' | 'seed'>,
  take: (week: Int32Array, count: number) => void
): void {
  // The generator of `xorshift32`, in place: a search draws millions of weeks.
  let state = (seed ^ 0x9e3779b9 || 1) | 0;
  let most = 0;
  for (let stop = 0; stop < stops; stop++) most += Math.floor(visits[stop]!) + 1;
  if (bag.length < most) bag = new Int32Array(2 * most);
  for (let week = 0; week < weeks; week++) {
    let count = 0;
    for (let stop = 0; stop < stops; stop++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const whole = Math.floor(visits[stop]!);
      const calls = whole + ((state >>> 0) / 2 ** 32 < visits[stop]! - whole ? 1 : 0);
      for (let k = 0; k < calls; k++) bag[count++] = stop;
    }
    for (let i = count - 1; i > 0; i--) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      const j = Math.floor(((state >>> 0) / 2 ** 32) * (i + 1));
      const last = bag[i]!;
      bag[i] = bag[j]!;
      bag[j] = last;
    }
    take(bag, count);
  }
}
