/**
 * What a service asks of a plan: an absence, a new post, schools that wait, how many posts it takes, the price of a choice.
 *
 * Each takes a problem of `engines/assignment`, most of them a plan and a linear solver. Times are in minutes, objectives in tenths of a
 * minute a week.
 *
 * @example
 * ```ts
 * import { readProblem } from '$lib/engines/assignment';
 * import { absence } from '$lib/engines/situations';
 * import { bootHighs } from '$lib/solver/highs.ts';
 *
 * const { problem } = readProblem({
 *   units: [
 *     { id: 'north', workload: 60, visits: 1 },
 *     { id: 'south', workload: 60, visits: 1 }
 *   ],
 *   referents: [{ id: 'A' }, { id: 'B' }],
 *   minutes: [[5, 20], [20, 10]]
 * });
 * const { moves } = absence(await bootHighs(), problem, { north: 'A', south: 'B' }, 'A');
 * moves; // => [{"kind": "unit", "id": "north", "from": "A", "to": "B"}]
 * ```
 */
export { absence, type Absence } from './absence.ts';
export {
  handOver,
  type HandedUnit,
  type HandOver,
  type HandOverFacts,
  type HandOverRow,
  type TakenOver,
  type Telling
} from './hand-over.ts';
export { fewestChanges, type FewestChanges } from './fewest-changes.ts';
export { forcedPrices, type ForcedPrice } from './forced-price.ts';
export { newPosts, withPost, type NewPost, type PostPlace } from './new-post.ts';
export { offersFor, type Offer } from './waiting.ts';
