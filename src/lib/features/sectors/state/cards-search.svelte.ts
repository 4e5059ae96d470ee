// The three cards: those that the file keeps for the usual settings, or those of a search, as plans of the page; the one that is taken.
import { createContext } from 'svelte';
import { CARD_AIMS, firstChoice, type CardAim, type MoveReason } from '$lib/engines/cards';
import { plansOf, reasonsKey, type FoundCard, type PlanCards } from '$lib/figures/plan-cards.svelte.ts';
import { diffPlans } from '$lib/model/assignment/plan-moves.ts';
import { requestKey } from '$lib/model/assignment/request-key.ts';
import type { Plan } from '$lib/model/plan.ts';
import type { RequestPhase } from '$lib/session/request.svelte.ts';
import { WorkerFailure } from '$lib/workers/worker-call.ts';
import { planChanges } from './plan-figures.ts';
import type { EditedPlan } from './edited-plan.ts';

export interface ShownFigures {
  /** Share of its target by which a post misses it most, today and by the card; null as the road is, where it counts the road. */
  deviation: { before: number; after: number } | null;
  /** Minutes a week, today and by the card; null until the tours of both are known: an estimate is not beside tours. */
  road: { before: number; after: number } | null;
  schools: number;
  pupils: number;
  allPupils: number;
}

export class CardsSearch {
  readonly #sectors: EditedPlan;
  readonly #record: PlanCards;
  #known = $derived.by(() => this.#record.known(this.#sectors));
  /** The last search was under the rules on screen. */
  #isCurrent = $derived.by(() => this.#record.search.key === requestKey(this.#sectors.request));
  /** Those of the rules on screen, those on the way, or the last ones that were shown. */
  #cards: readonly FoundCard[] = $derived.by(() => {
    const { value, items } = this.#record.search;
    const found = this.#known ?? value ?? items.at(-1);
    return found ? plansOf(found, this.#sectors.plan) : [];
  });
  /** The cards whose plan is on screen. */
  shown: readonly CardAim[] = $derived.by(() => this.#aimsOf(this.#sectors.plan));
  /** Cards under the rules on screen are there, or were looked for. */
  isKnown: boolean = $derived.by(() => this.#known !== null || (this.#isCurrent && this.phase !== 'failed'));
  /** The cards are of other rules than those on screen. */
  isStale: boolean = $derived.by(
    () => !this.#known && !this.#isCurrent && this.phase !== 'idle' && this.phase !== 'pending'
  );

  constructor(sectors: EditedPlan, record: PlanCards) {
    this.#sectors = sectors;
    this.#record = record;
  }

  get phase(): RequestPhase {
    return this.#record.search.phase;
  }

  /** Share of the work done, 0 to 1. */
  get progress(): number {
    return this.#record.search.items.at(-1)?.share ?? 0;
  }

  get outOfMemory(): boolean {
    const { error } = this.#record.search;
    return error instanceof WorkerFailure && error.outOfMemory;
  }

  /** Largest deviation of the plan met that came nearest to the band, where none kept it. */
  get nearest(): number | null {
    const reason = this.#record.search.value?.reason;
    return reason?.why === 'not-found' && Number.isFinite(reason.nearest) ? reason.nearest : null;
  }

  /** Plans of the cards, whose tours are to be known; none while they are looked for. */
  get plans(): readonly Plan[] {
    return this.phase === 'pending' ? [] : this.#cards.map(({ plan }) => plan);
  }

  of(aim: CardAim): FoundCard | null {
    return this.#cards.find((card) => card.aim === aim) ?? null;
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
      const card = this.of(aim);
      const same = card ? this.#aimsOf(card.plan).filter((other) => other !== aim) : [];
      return CARD_AIMS.slice(0, at).some((earlier) => same.includes(earlier)) ? [] : [{ aim, same }];
    })
  );

  #aimsOf(plan: Plan): readonly CardAim[] {
    return this.#cards.filter((one) => diffPlans(one.plan, plan).length === 0).map(({ aim }) => aim);
  }

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
    if (this.#known || !this.isKnown) await this.#record.ensure(this.#sectors);
  }

  /** Searches under the rules on screen; the plan on screen stays. */
  search(): Promise<void> {
    return this.#record.look(this.#sectors);
  }

  /** Why the schools of the plan on screen change, once the search under way is done. */
  async explained(): Promise<void> {
    await this.#record.searching;
    await this.explain();
  }

  /** Asks why the schools of the plan on screen change, unless it is known; a search under way goes first. */
  async explain(): Promise<void> {
    if (this.phase !== 'pending' && this.#sectors.unassigned.length === 0)
      await this.#record.explain(this.#sectors);
  }

  /** Why a school of the plan on screen changes; null until it is known. */
  reasonOf(uai: string): MoveReason | null {
    const { key, value } = this.#record.reasons;
    if (key !== reasonsKey(this.#sectors)) return null;
    const together = this.#sectors.unitOf(uai);
    const units = this.#sectors.units.filter(({ schools }) => schools.some((one) => together.includes(one)));
    return value?.find(({ unit }) => unit === uai || units.some(({ id }) => id === unit)) ?? null;
  }

  take(aim: CardAim): void {
    const card = this.of(aim);
    if (card) this.#sectors.take(card.plan, '');
  }

  stop(): void {
    this.#record.search.stop();
  }
}

export const [cardsSearch, provideCardsSearch] = createContext<CardsSearch>();
