// The cards worker: the times between schools once, then searches by the tours that pages show.
import { expose } from 'comlink';
import {
  moveReasons,
  placedRequest,
  searchCards,
  type Card,
  type CardsRequest
} from '../../engines/cards/index.ts';
import { checkPlan } from '../../engines/proof/index.ts';
import { UnusableInput } from '../../model/findings.ts';
import { TravelCache } from '../travel/travel-cache.ts';
import { toResult } from '../worker-call.ts';
import type { CardsApi, CardsSetup, SearchRequest } from './protocol.ts';

let setUp: { setup: CardsSetup; cache: TravelCache } | null = null;

/** With the times over the places of the setup; without them where their file is missing or damaged: the pages then show the estimate too. */
async function placed(request: SearchRequest): Promise<CardsRequest> {
  if (!setUp) throw new Error('requested before the setup');
  try {
    const matrix = await setUp.cache.matrix({ mode: 'car', peak: request.road?.peak ?? 1, closed: [] });
    return placedRequest(request, setUp.setup.places, matrix);
  } catch (error) {
    if (error instanceof UnusableInput) return { ...request, places: null };
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
      const asked = await placed(request);
      const { work } = request;
      const found = searchCards(asked, { work, onProgress });
      check(request, found.cards ?? []);
      return { ...found, times: asked.places && (setUp?.setup.times.car ?? 'roads') };
    }),

  reasons: (request, plan) => toResult(async () => moveReasons(await placed(request), plan))
};

expose(api);
