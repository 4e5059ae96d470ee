// The three cards: those that the file keeps for the usual settings, or those of a search, as plans of the page; the one that is taken.
import { createContext } from 'svelte';
import {
  CARD_AIMS,
  firstChoice,
  keptCards,
  unplacedRequest,
  type CardAim,
  type CardPlan,
  type CardsProgress,
  type MoveReason
} from '$lib/engines/cards';
import { teamPlaces } from '$lib/engines/travel/index.ts';
import { applyMoves, diffPlans, movesOfUnits } from '$lib/model/assignment/plan-moves.ts';
import { tourRequest } from '$lib/figures/plan-loads.ts';
import { requestKey } from '$lib/model/assignment/request-key.ts';
import type { Plan, Unit } from '$lib/model/plan.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';
import { cardsClient, type CardsClient } from '$lib/workers/cards/client.ts';
import type { PlanRequest } from '$lib/workers/assignment/protocol.ts';
import type { FoundCards, SearchRequest } from '$lib/workers/cards/protocol.ts';
import type { Graphs } from '$lib/workers/travel/protocol.ts';
import { WorkerFailure } from '$lib/workers/worker-call.ts';
import { planChanges } from './plan-figures.ts';
import type { EditedPlan } from './edited-plan.ts';

/** A card and its plan. */
export interface FoundCard extends CardPlan {
  plan: Plan;
}

export interface ShownFigures {
  /** Share of its target by which a post misses it most, today and by the card; null as the road is, where it counts the road. */
  deviation: { before: number; after: number } | null;
  /** Minutes a week, today and by the card; null until the tours of both are known: an estimate is not beside tours. */
  road: { before: number; after: number } | null;
  schools: number;
  pupils: number;
  allPupils: number;
}

/** What cards are of: the plan that their moves start from, and its units. */
interface Asked {
  from: Plan;
  units: readonly Unit[];
}

export class CardsSearch {
  readonly #request = new Request<FoundCards, CardsProgress>({
    stop: () => this.#client.stop(),
    mostItems: 1
  });
  /** Why each unit of the plan on screen changes; its key tells of which plan. */
  readonly #reasons = new Request<readonly MoveReason[]>();
  readonly #sectors: EditedPlan;
  readonly #client: CardsClient;
  #asked: Asked | null = $state.raw(null);
  /** The last search, done or under way. */
  #searching: Promise<void> = Promise.resolve();
  #now = $derived.by(() => {
    const request = this.#sectors.request();
    return { request, key: requestKey(request) };
  });
  /** Those of the file, where the rules on screen are the usual ones. */
  #kept = $derived.by(() => keptCards(this.#sectors.file, this.#now.request));
  /** A search under the rules on screen was asked, and has not failed. */
  #isAsked = $derived.by(() => {
    const { key, phase } = this.#request;
    return key === this.#now.key && phase !== 'failed';
  });
  /** Those of the file that were shown, until a search is asked: the rules have changed since. */
  #last: readonly CardPlan[] = $state.raw([]);
  #isFromFile: boolean = $derived.by(() => {
    const isFound = this.#isAsked && this.phase === 'done';
    return this.#kept !== null && !isFound;
  });
  #cards: readonly FoundCard[] = $derived.by(() => {
    const { today } = this.#sectors;
    if (this.#isFromFile) return plansOf(this.#kept!.cards, today, []);
    if (!this.#asked) return plansOf(this.#last, today, []);
    const cards = this.#request.value?.cards ?? this.#request.items.at(-1)?.cards ?? [];
    return plansOf(cards, this.#asked.from, this.#asked.units);
  });
  /** The cards whose plan is on screen. */
  shown: readonly CardAim[] = $derived.by(() =>
    this.#cards.filter(({ plan }) => diffPlans(plan, this.#sectors.plan).length === 0).map(({ aim }) => aim)
  );
  /** The cards are of other rules than those on screen. */
  isStale: boolean = $derived.by(() => {
    const { key, phase } = this.#request;
    if (this.#isFromFile || phase === 'pending') return false;
    return phase === 'idle' ? this.#last.length > 0 : key !== this.#now.key;
  });
  /** Cards under the rules on screen are there, or were looked for. */
  isKnown: boolean = $derived.by(() => this.#isFromFile || this.#isAsked);

  constructor(sectors: EditedPlan, graphs: () => Graphs, client?: CardsClient) {
    this.#sectors = sectors;
    const { communes, schools } = sectors.dashboard;
    this.#client =
      client ??
      cardsClient(() => ({
        graphs: graphs(),
        places: teamPlaces(communes, schools),
        times: sectors.file.times
      }));
  }

  get phase(): RequestPhase {
    return this.#request.phase;
  }

  /** Share of the work done, 0 to 1. */
  get progress(): number {
    return this.#request.items.at(-1)?.share ?? 0;
  }

  get outOfMemory(): boolean {
    const { error } = this.#request;
    return error instanceof WorkerFailure && error.outOfMemory;
  }

  /** Largest deviation of the plan met that came nearest to the band, where none kept it. */
  get nearest(): number | null {
    const reason = this.#request.value?.reason;
    return reason?.why === 'not-found' && Number.isFinite(reason.nearest) ? reason.nearest : null;
  }

  /** Plans of the cards, whose tours are to be known; none while they are looked for. */
  get plans(): readonly Plan[] {
    return this.phase === 'pending' ? [] : this.#cards.map(({ plan }) => plan);
  }

  of(aim: CardAim): FoundCard | null {
    return this.#cards.find((card) => card.aim === aim) ?? null;
  }

  /** The other cards of the same plan. */
  #sameAs(aim: CardAim): readonly CardAim[] {
    const card = this.of(aim);
    if (!card) return [];
    return this.#cards
      .filter((other) => other.aim !== aim && diffPlans(other.plan, card.plan).length === 0)
      .map((other) => other.aim);
  }

  /** A plan of little estimated road that the search met under the rules of a request (unit -> referent), for the solver to start from. */
  startFor(request: PlanRequest): FoundCards['start'] {
    const { key, value } = this.#request;
    const found = key === requestKey(request) ? value?.start : null;
    return found ?? keptCards(this.#sectors.file, request)?.start ?? null;
  }

  /** Its rule is that of `firstChoice`; null without a card. */
  firstChoice: CardAim | null = $derived.by(() => {
    const found = this.#cards.flatMap((card) => {
      const { road, pupils } = this.figuresOf(card);
      return road ? [{ aim: card.aim, road: road.after, pupils }] : [];
    });
    // Where some road is not known yet, none is first.
    if (found.length < this.#cards.length) return null;
    return firstChoice(found, this.#sectors.todayFigures.travel)?.aim ?? null;
  });

  /** Cards to show: one for each plan, under the names of all its aims. */
  distinct: readonly { aim: CardAim; same: readonly CardAim[] }[] = $derived.by(() =>
    CARD_AIMS.flatMap((aim, at) => {
      const same = this.#sameAs(aim);
      return CARD_AIMS.slice(0, at).some((earlier) => same.includes(earlier)) ? [] : [{ aim, same }];
    })
  );

  /** The four figures of a card, by the functions of the page. */
  figuresOf({ plan }: FoundCard): ShownFigures {
    const sectors = this.#sectors;
    const [before, after] = [sectors.todayFigures, sectors.figuresOf(plan)];
    const { moved, pupils } = planChanges(sectors, plan);
    const isSampled = sectors.roadsOf(sectors.today) !== null && sectors.roadsOf(plan) !== null;
    const deviation = { before: before.spread.maxDeviation, after: after.spread.maxDeviation };
    return {
      deviation: isSampled || sectors.settings.measure !== 'hours' ? deviation : null,
      road: isSampled ? { before: before.travel, after: after.travel } : null,
      schools: moved.length,
      pupils,
      allPupils: sectors.schools.reduce((sum, school) => sum + school.pupils, 0)
    };
  }

  /** Searches under the rules on screen, unless their cards are known; one under other rules is stopped. */
  async ensure(): Promise<void> {
    if (this.#kept) this.#last = this.#kept.cards;
    if (!this.isKnown) await this.search();
  }

  /** Searches under the rules on screen; the plan on screen stays. */
  search(): Promise<void> {
    return (this.#searching = this.#search());
  }

  async #search(): Promise<void> {
    const { plan, file, schools, settings, tours } = this.#sectors;
    const { request, key } = this.#now;
    this.stop();
    this.#request.reset();
    this.#asked = { from: plan, units: request.problem.units };
    await this.#request.send(key, async (push) => {
      const found = await this.#client.search(this.#searchOf(request), push);
      if (found.cards && found.road === 'tours')
        for (const card of plansOf(found.cards, plan, request.problem.units))
          tours.hold(tourRequest({ file, schools, settings }, card.plan), card.roads);
      return found;
    });
    if (this.phase === 'failed') console.warn('cards', this.#request.error);
  }

  /** Why the schools of the plan on screen change, once the search under way is done. */
  async explained(): Promise<void> {
    await this.#searching;
    await this.explain();
  }

  /** Asks why the schools of the plan on screen change, unless it is known; a search under way goes first. */
  async explain(): Promise<void> {
    const sectors = this.#sectors;
    if (this.phase === 'pending' || sectors.unassigned.length > 0) return;
    const request = sectors.request();
    const { referents } = sectors.plan;
    const plan = Object.fromEntries(
      request.problem.units.map(({ id, schools }) => [id, referents[schools?.[0] ?? id] ?? ''])
    );
    await this.#reasons.ensure(this.#reasonKey(), () => this.#client.reasons(this.#searchOf(request), plan));
    if (this.#reasons.phase === 'failed') console.warn('reasons', this.#reasons.error);
  }

  /** Why a school of the plan on screen changes; null until it is known. */
  reasonOf(uai: string): MoveReason | null {
    if (this.#reasons.key !== this.#reasonKey()) return null;
    const units = this.#sectors.unitOf(uai);
    return this.#reasons.value?.find(({ unit }) => unit === uai || this.#unitHolds(unit, units)) ?? null;
  }

  #unitHolds(unit: string, schools: readonly string[]): boolean {
    const held = this.#sectors.units.find(({ id }) => id === unit)?.schools ?? [];
    return held.some((uai) => schools.includes(uai));
  }

  #reasonKey(): string {
    return JSON.stringify([requestKey(this.#sectors.request()), this.#sectors.plan.referents]);
  }

  #searchOf(request: PlanRequest): SearchRequest {
    const { file, schools, settings } = this.#sectors;
    return { ...unplacedRequest(request, file, schools), road: settings.road };
  }

  take(aim: CardAim): void {
    const card = this.of(aim);
    if (card) this.#sectors.take(card.plan, '');
  }

  stop(): void {
    this.#request.stop();
  }
}

/** @param units those of the search; without any, an assignment is by school */
const plansOf = (cards: readonly CardPlan[], from: Plan, units: readonly Unit[]): FoundCard[] =>
  cards.map((card) => {
    const named = units.length > 0 ? units : Object.keys(card.assignment).map((id) => ({ id }));
    return { ...card, plan: applyMoves(from, movesOfUnits(from, named, card.assignment)) };
  });

export const [cardsSearch, provideCardsSearch] = createContext<CardsSearch>();
