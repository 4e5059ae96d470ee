/**
 * Three cards: plans of an assignment problem, each the best found by the figures that pages show, under the rules of the problem.
 *
 * `searchCards` looks for the plan of the least road, the most even one and the one that changes least, by searches on the sampled tours
 * themselves: nothing of it is proven, and the bound of the estimate stays with `engines/assignment`. Roads are minutes a week.
 *
 * @example
 * ```ts
 * import { readProblem } from '$lib/engines/assignment';
 * import { searchCards } from '$lib/engines/cards';
 *
 * const { problem } = readProblem({
 *   units: [
 *     { id: 'north', workload: 60, visits: 1, pupils: 90, current: 'B' },
 *     { id: 'south', workload: 60, visits: 1, pupils: 110, current: 'A' }
 *   ],
 *   referents: [{ id: 'A' }, { id: 'B' }],
 *   minutes: [[5, 20], [20, 10]]
 * });
 * const { cards, road } = searchCards({ problem, balance: 'workload', places: null });
 * road; // => "estimate"
 * cards[0].assignment; // => {"north": "A", "south": "B"}
 * cards[0].figures; // => {"maxDeviation": 0, "roadMinutes": 30, "pupilsMoved": 200, "schoolsMoved": 2}
 * ```
 */
export {
  CARD_AIMS,
  type Card,
  type CardAim,
  type CardFigures,
  type CardPlaces,
  type CardSchool,
  type CardsOptions,
  type CardsProgress,
  type CardsRequest,
  type CardsResult,
  type NoCards,
  type PlanStanding,
  type UnplacedRequest
} from './cards.ts';
export { firstChoice } from './first-choice.ts';
export { MOST_ROAD, searchCards } from './search-cards.ts';
export { moveReasons, type MoveReason, type PostWithout } from './move-reasons.ts';
export { keptCards, placedRequest, unplacedRequest, usualCards, type CardPlan } from './usual-cards.ts';
