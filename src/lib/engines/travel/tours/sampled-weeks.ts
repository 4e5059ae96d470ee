// The weeks of visits of a post, drawn at random: the one draw of every page and of every search.
import { xorshift32 } from '../../../algorithms/random.ts';
import { OUTINGS_PER_WEEK } from '../../../model/workload.ts';
import { SAMPLED_WEEKS } from '../../../model/travel/travel-settings.ts';

export interface WeekDraw {
  weeks: number;
  outings: number;
  seed: number;
}

/** The draw that figures are shown by, unless a setting changes it. */
export const USUAL_DRAW: Readonly<WeekDraw> = { weeks: SAMPLED_WEEKS, outings: OUTINGS_PER_WEEK, seed: 1 };

/**
 * The visits of each week in a random order, the fraction of a visit occurring with that probability: visit `k` belongs to the outing
 * `k % outings`. It depends on the expected visits and their order alone.
 *
 * @param visits expected a week, by stop
 * @returns for each week, the stop of each visit; the array is used again for the next
 */
export function* sampledWeeks(
  visits: ArrayLike<number>,
  { weeks, seed }: Pick<WeekDraw, 'weeks' | 'seed'> = USUAL_DRAW
): Generator<Int32Array> {
  const draw = xorshift32(seed ^ 0x9e3779b9 || 1);
  let most = 0;
  for (let stop = 0; stop < visits.length; stop++) most += Math.floor(visits[stop]!) + 1;
  const bag = new Int32Array(most);
  for (let week = 0; week < weeks; week++) {
    let count = 0;
    for (let stop = 0; stop < visits.length; stop++) {
      const expected = visits[stop]!;
      const whole = Math.floor(expected) + (draw() < expected % 1 ? 1 : 0);
      for (let k = 0; k < whole; k++) bag[count++] = stop;
    }
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(draw() * (i + 1));
      const last = bag[i]!;
      bag[i] = bag[j]!;
      bag[j] = last;
    }
    yield bag.subarray(0, count);
  }
}
