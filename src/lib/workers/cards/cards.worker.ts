// The cards worker: the times between schools once, then searches by the tours that pages show.
import { expose } from 'comlink';
import { moveReasons, searchCards, type Card, type CardPlaces } from '../../engines/cards/index.ts';
import { checkPlan } from '../../engines/proof/index.ts';
import { UnusableInput } from '../../model/findings.ts';
import { TravelCache } from '../travel/travel-cache.ts';
import { toResult } from '../worker-call.ts';
import type { CardsApi, CardsSetup, SearchRequest } from './protocol.ts';

let setUp: { setup: CardsSetup; cache: TravelCache } | null = null;

/** Times over the places of the setup; null where their file is missing or damaged: the pages then show the estimate too. */
async function placesOf({ bases, schools }: SearchRequest): Promise<CardPlaces | null> {
  if (!setUp) throw new Error('requested before the setup');
  const rows = new Map(setUp.setup.places.map(({ id }, row) => [id, row]));
  try {
    const { seconds, destinations } = await setUp.cache.matrix({ mode: 'car', peak: 1, closed: [] });
    const found = Object.entries(bases).flatMap(([id, base]) => {
      const row = rows.get(base);
      return row === undefined ? [] : [[id, row] as const];
    });
    return {
      seconds,
      size: destinations,
      bases: Object.fromEntries(found),
      schools: schools.map(({ uai, visits }) => ({ uai, visits, row: rows.get(uai) ?? null }))
    };
  } catch (error) {
    if (error instanceof UnusableInput) return null;
    throw error;
  }
}

/** The rules that hold by the solver's estimate, tested by code apart. */
function check({ problem, balance, teams }: SearchRequest, cards: readonly Card[]): void {
  for (const { assignment, coordinators } of cards) {
    const { breaches } = checkPlan(problem, assignment, { balance, teams, coordinators });
    if (breaches.length > 0)
      throw new Error(`the checker refuses a card: ${breaches.map(({ rule }) => rule.rule).join(', ')}`);
  }
}

const api: CardsApi = {
  setUp: (setup) =>
    toResult(() => {
      setUp = { setup, cache: new TravelCache(setup) };
    }),

  search: (request, onProgress) =>
    toResult(async () => {
      const places = await placesOf(request);
      const { work } = request;
      const found = searchCards({ ...request, places }, { work, onProgress });
      check(request, found.cards ?? []);
      return { ...found, times: places && (setUp?.setup.times.car ?? 'roads') };
    }),

  reasons: (request, plan) =>
    toResult(async () => moveReasons({ ...request, places: await placesOf(request) }, plan))
};

expose(api);
