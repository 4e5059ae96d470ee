// The three cards under some rules, and why the schools of a plan move: those of the file, else asked of one worker, once for the tab.
import type { planRequest } from '$lib/engines/assignment/index.ts';
import { keptCards, unplacedRequest, type CardPlan, type MoveReason } from '$lib/engines/cards/index.ts';
import { teamPlaces } from '$lib/engines/travel/index.ts';
import { applyMoves, movesOfUnits } from '$lib/model/assignment/plan-moves.ts';
import { requestKey } from '$lib/model/assignment/request-key.ts';
import type { Plan, Unit } from '$lib/model/plan.ts';
import { Request } from '$lib/session/request.svelte.ts';
import { cardsClient } from '$lib/workers/cards/client.ts';
import type { FoundCards } from '$lib/workers/cards/protocol.ts';
import { keptRecord } from './kept-record.svelte.ts';
import type { LoadsInUse } from './loads-in-use.svelte.ts';
import { tourRequest } from './plan-loads.ts';
import type { PlanRoads } from './roads.svelte.ts';

/** A card and its plan. */
export interface FoundCard extends CardPlan {
  plan: Plan;
}

/** No card where no plan keeps the rules; and where the solver may start from. */
export interface CardsFound extends Partial<Pick<FoundCards, 'start' | 'reason'>> {
  cards: readonly CardPlan[];
  /** Those of their plans; none: each is by school. */
  units: readonly Unit[];
}

/** A plan with its rules, as a request to the solver. */
export interface AskedPlan extends Pick<LoadsInUse, 'file' | 'schools' | 'settings' | 'plan'> {
  readonly request: ReturnType<typeof planRequest>;
}

export class PlanCards {
  /** The last search, or what was known without one; its items are the share of the work done, 0 to 1, and the best cards so far. */
  readonly search = new Request<CardsFound, CardsFound & { share: number }>({
    stop: () => this.#client.stop(),
    mostItems: 1
  });
  /** Why each unit of a plan changes, by the key of that plan. */
  readonly reasons = new Request<readonly MoveReason[]>();
  #found: Readonly<Record<string, CardsFound>> = $state.raw({});
  /** Ends with the search under way. */
  searching: Promise<void> = Promise.resolve();
  readonly #tours: PlanRoads;
  readonly #client;

  constructor({ file, dashboard: { communes, schools }, tours }: LoadsInUse) {
    this.#tours = tours;
    this.#client = cardsClient(() => ({
      graphs: tours.graphs(),
      places: teamPlaces(communes, schools),
      times: file.times
    }));
  }

  /** Those found before, or that the file keeps; null before a search. */
  known(asked: AskedPlan): CardsFound | null {
    const request = asked.request;
    const found = this.#found[requestKey(request)] ?? keptCards(asked.file, request);
    return found && { units: [], ...found };
  }

  /** Looks for the cards, unless they are known. */
  async ensure(asked: AskedPlan): Promise<void> {
    const known = this.known(asked);
    this.search.stop();
    if (known) this.search.set(requestKey(asked.request), known);
    else await this.look(asked);
  }

  /** Looks for them in any case; another search under way is stopped. */
  look(asked: AskedPlan): Promise<void> {
    return (this.searching = this.#look(asked));
  }

  async #look(asked: AskedPlan): Promise<void> {
    const { file, schools, settings, plan } = asked;
    const { units } = asked.request.problem;
    const [key, request] = [requestKey(asked.request), unplacedRequest(asked, asked.request)];
    this.search.stop();
    this.search.reset();
    await this.search.send(key, async (push) => {
      const { cards, road, start, reason } = await this.#client.search(request, (best) =>
        push({ ...best, units })
      );
      const found = { cards: cards ?? [], units, start, reason };
      if (road === 'tours')
        for (const card of plansOf(found, plan))
          this.#tours.hold(tourRequest({ file, schools, settings }, card.plan), card.roads);
      this.#found = { ...this.#found, [key]: found };
      return found;
    });
    if (this.search.phase === 'failed') console.warn('cards', this.search.error);
  }

  /** Asks why the schools of a plan change, unless it is known; no search is under way. */
  async explain(asked: AskedPlan): Promise<void> {
    const [request, { referents }] = [asked.request, asked.plan];
    const posts = request.problem.units.map(({ id, schools }) => [id, referents[schools[0] ?? id] ?? '']);
    const search = unplacedRequest(asked, request);
    await this.reasons.ensure(reasonsKey(asked), () =>
      this.#client.reasons(search, Object.fromEntries(posts) as Record<string, string>)
    );
    if (this.reasons.phase === 'failed') console.warn('reasons', this.reasons.error);
  }

  /** Ends its worker; what was found stays. */
  close(): void {
    this.#client.stop();
    this.search.reset();
  }
}

export const reasonsKey = (asked: AskedPlan): string =>
  JSON.stringify([requestKey(asked.request), asked.plan.referents]);

/** The plan on screen with the schools of each card moved. */
export const plansOf = ({ cards, units }: CardsFound, from: Plan): FoundCard[] =>
  cards.map((card) => {
    const named = units.length > 0 ? units : Object.keys(card.assignment).map((id) => ({ id }));
    return { ...card, plan: applyMoves(from, movesOfUnits(from, named, card.assignment)) };
  });

const cardsOf = keptRecord<PlanRoads, PlanCards>();

/** Those of the territory, beside its roads. */
export const planCards = (loads: LoadsInUse): PlanCards => cardsOf(loads.tours, () => new PlanCards(loads));
