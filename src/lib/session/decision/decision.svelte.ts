// The decision in use in this tab: place, year, répartition, calendar of meetings, posts asked. It drives every page, and survives navigation, Back, reload
// and link: see docs/decisions/024-decision-in-use.md.
import { createContext } from 'svelte';
import { todayPlan, type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { diffPlans } from '$lib/model/assignment/plan-moves.ts';
import { planCode, readPlanCode } from '$lib/model/assignment/plan-code.ts';
import type { PlaceRef, Territory } from '$lib/model/place.ts';
import type { Plan } from '$lib/model/plan.ts';
import { tidyName, type Scenario } from '$lib/model/scenario.ts';
import { isUsualRoad, sameRoad, USUAL_ROAD, type RoadSettings } from '$lib/model/travel/travel-settings.ts';
import { isSchoolYear, type SchoolYear } from '$lib/model/school-year.ts';
import { KeptShelf } from '$lib/session/kit/kept-shelf.svelte.ts';
import {
  isCost,
  isPosts,
  keepDecision,
  keptDecision,
  NO_DECISION,
  type DecidedCalendar,
  type DecidedCost,
  type DeclaredAbsence,
  type KeptDecision
} from '$lib/storage/kept-decision.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import { scenarioStore } from '$lib/storage/scenario-list.ts';
import { isKeptOpen } from '$lib/storage/kept-territory.ts';
import { today } from '../today.ts';
import {
  FILTERS,
  readDecisionLink,
  roadOf,
  withDecision,
  withFilters,
  type FollowedFilter
} from './decision-link.ts';

/** A répartition in use other than today's. */
export interface DecidedSplit {
  plan: Plan;
  /** Settings that it was made with, as in the address of its page. */
  settings: Readonly<Record<string, string>>;
  /** Empty until it is saved under one. */
  name: string;
  /** Kept under its name, as it is. */
  saved: boolean;
  /** A link brought it: nothing is lost with the tab. */
  linked?: true;
  /** A folder of version 1.0 brought it, without a number of visits. */
  former?: true;
}

/** What would be lost with the tab. */
export type DecidedPart = 'split' | 'calendar' | 'means';

interface Places {
  communes: readonly { code: string }[];
  qpvs: readonly { code: string }[];
  /** Groups of schools, where they are places. */
  groups?: readonly { code: string }[];
}

interface DecisionSources {
  dashboard: { territory: Pick<Territory, 'siren' | 'demonstration'> } & Places;
  /** Places of the dashboard, where it is completed later. */
  places?: () => Places;
  /** Posts and schools of the territory, where pages may show them; null elsewhere. */
  loadFile?: () => Promise<AssignmentFile | null>;
  /** The territory is the reader's: its file carries all that this tab keeps. */
  isOwn?: boolean;
}

export class Decision {
  /** Répartitions kept under a name. */
  readonly shelf: KeptShelf<Scenario>;
  #now: KeptDecision = $state.raw(NO_DECISION);
  /** A link held a répartition of another territory, or of other schools. */
  foreign = $state(false);
  readonly #key: string;
  readonly #places: () => Places;
  readonly #loadFile: () => Promise<AssignmentFile | null>;
  readonly #isOwn: boolean;
  #file: Promise<AssignmentFile | null> | null = null;
  /** What the tab kept is back; what is decided is written in its session storage from then on. */
  isRestored = $state(false);
  /** What was saved as decided on this computer, another day or in another tab, and is in use here; null once another is chosen. */
  resumed: Scenario | null = $state.raw(null);
  /** What was chosen since the page was opened. */
  #chosen: Partial<KeptDecision> = {};
  #fitted: { file: AssignmentFile; from: Plan | null; plan: Plan } | null = null;

  place: PlaceRef | null = $derived(this.#now.place);
  /** Null: the latest, or all. */
  year: SchoolYear | null = $derived(this.#now.year);
  /** Null: today's répartition. */
  split: DecidedSplit | null = $derived.by(() => this.#told(this.#now.split));
  calendar: DecidedCalendar | null = $derived(this.#now.calendar);
  means: { posts: number } | null = $derived(this.#now.means);
  /** What a post costs: euros a year as typed, `sheet` for that of the service's sheet; null: not said. */
  cost: DecidedCost = $derived(this.#now.cost);
  /** Outings, parking and peak hour of every figure of the road. */
  road: RoadSettings = $derived(this.#now.road ?? USUAL_ROAD);
  /** A post declared absent, which every page of the service follows until it ends or is taken away; never in a link. */
  absence: DeclaredAbsence | null = $derived(this.#now.absence);
  unsaved: readonly DecidedPart[] = $derived.by(() => {
    const { split } = this;
    const { calendar, means } = this.#now;
    return [
      ...(split && !split.saved && !split.linked ? (['split'] as const) : []),
      ...(calendar && !calendar.saved ? (['calendar'] as const) : []),
      ...(means ? (['means'] as const) : [])
    ];
  });

  constructor({
    dashboard,
    places = () => dashboard,
    loadFile = () => Promise.resolve(null),
    isOwn = false
  }: DecisionSources) {
    this.#key = keptKeyOf(dashboard.territory);
    this.#places = places;
    this.#loadFile = loadFile;
    this.#isOwn = isOwn;
    this.shelf = new KeptShelf(scenarioStore(this.#key));
  }

  choosePlace(place: PlaceRef | null): void {
    if (place?.code !== this.place?.code) this.#set({ place });
  }

  chooseYear(year: SchoolYear | null): void {
    if (year !== this.year) this.#set({ year });
  }

  /** Puts a répartition in use. @param one without a name: proposed, not saved */
  adopt({ plan, settings, name }: Pick<DecidedSplit, 'plan' | 'settings'> & { name?: string }): void {
    this.#set({ split: { plan, settings, name: tidyName(name ?? '') } });
  }

  /** Back to today's répartition. */
  revert(): void {
    if (this.split) this.#set({ split: null });
    this.#markInUse(null);
  }

  /** Keeps the répartition in use under a name, on this computer and in the territory's file. */
  save(name: string): Scenario | null {
    const { split } = this;
    if (!split) return null;
    const one = this.shelf.add({ name, plan: split.plan, settings: split.settings });
    this.adopt(one);
    this.shelf.keep(true);
    this.#markInUse(one.id);
    return one;
  }

  /** Puts a kept répartition in use. */
  take(id: string): void {
    const one = this.shelf.find(id);
    if (!one) return;
    this.adopt(one);
    this.#markInUse(id);
  }

  /** Nothing is decided any more, nor kept by the tab. */
  clear(): void {
    this.#set(NO_DECISION);
  }

  useCalendar(calendar: DecidedCalendar | null): void {
    this.#set({ calendar });
  }

  /** @param posts full-time equivalents by halves; null: none asked */
  askPosts(posts: number | null): void {
    if (posts !== null && !isPosts(posts)) return;
    if (posts !== (this.means?.posts ?? null)) this.#set({ means: posts === null ? null : { posts } });
  }

  /** @param cost euros a year of a full-time post, `sheet` for that of the service's sheet; null: not said */
  chooseCost(cost: DecidedCost): void {
    if (cost !== null && !isCost(cost)) return;
    if (cost !== this.cost) this.#set({ cost });
  }

  chooseRoad({ outings, parkingMinutes, peak, homeMetres }: RoadSettings): void {
    const road = { outings, parkingMinutes, peak, homeMetres };
    if (!sameRoad(road, this.road)) this.#set({ road: isUsualRoad(road) ? null : road });
  }

  declareAbsence(absence: DeclaredAbsence | null): void {
    this.#set({ absence });
  }

  /** The plan in use in a territory's file, today's without any: the same object while neither changes. */
  planOf(file: AssignmentFile): Plan {
    const from = this.split?.plan ?? null;
    if (this.#fitted?.file !== file || this.#fitted.from !== from)
      this.#fitted = { file, from, plan: from ? fitTo(file, from) : todayPlan(file) };
    return this.#fitted.plan;
  }

  /** Posts and schools of the territory; null where pages may not show them, or they cannot be read. */
  file(): Promise<AssignmentFile | null> {
    this.#file ??= this.#loadFile().catch((cause: unknown) => {
      console.warn(cause);
      return null;
    });
    return this.#file;
  }

  /**
   * Brings back the decision of this tab, else the répartition that was saved as decided on this computer; what pages have chosen since stays.
   * Browser only.
   * @returns how to stop
   */
  restore(): () => void {
    const stop = this.shelf.restore();
    const kept = keptDecision(this.#key);
    const [last] = this.shelf.stored
      ? this.shelf.named.filter(({ used }) => used).sort((one, other) => other.used! - one.used!)
      : [];
    if (kept === null && last && !('split' in this.#chosen)) this.resumed = last;
    const split = this.resumed && { plan: last!.plan, settings: last!.settings, name: last!.name };
    this.#now = { ...(kept ?? { ...NO_DECISION, split }), ...this.#chosen };
    // An absence that has ended is none.
    if (this.#now.absence && this.#now.absence.to < today()) this.#now = { ...this.#now, absence: null };
    this.isRestored = true;
    this.#keep();
    return stop;
  }

  /** Reads the decision of a link. @returns whether it held one */
  async arrive(link: Pick<URL, 'searchParams' | 'hash'>): Promise<boolean> {
    const { code, posts, cost, road } = readDecisionLink(link);
    if (posts !== null) this.askPosts(posts);
    if (cost !== null) this.chooseCost(cost);
    if (road !== null) this.chooseRoad(road);
    if (code === null) return posts !== null || cost !== null || road !== null;
    const file = await this.file();
    const plan = file && readPlanCode(file, code);
    this.foreign = plan === null;
    if (plan && diffPlans(plan, todayPlan(file)).length === 0) this.revert();
    else if (plan) this.#set({ split: { plan, settings: {}, name: '', linked: true } });
    return true;
  }

  /** The parameters of a link that holds the decision in use. @param file null where the territory has no posts to show */
  inLink(params: URLSearchParams, file: AssignmentFile | null): URLSearchParams {
    const code = file && this.split ? planCode(file, this.planOf(file)) : null;
    return withDecision(params, code, { means: this.means, cost: this.cost, road: this.road });
  }

  /** The parameters of a page that is opened: the filters that it has follow, where its own link says nothing of them. */
  followed(params: URLSearchParams, filters: readonly FollowedFilter[]): URLSearchParams {
    return withFilters(params, this, filters);
  }

  /** Takes over the filters that a page shows. */
  chooseFilters(shown: URLSearchParams, filters: readonly FollowedFilter[]): void {
    const year = shown.get(FILTERS.year) ?? '';
    if (filters.includes('place')) this.choosePlace(this.placeOf(shown.get(FILTERS.place)));
    if (filters.includes('road')) this.chooseRoad(roadOf(shown));
    if (filters.includes('year')) this.chooseYear(isSchoolYear(year) ? year : null);
  }

  /** The place of a code of a link; null for any other. */
  placeOf(code: string | null): PlaceRef | null {
    const { communes, qpvs, groups = [] } = this.#places();
    const is = (places: readonly { code: string }[]) => places.some((one) => one.code === code);
    const kind = is(communes) ? 'commune' : is(qpvs) ? 'qpv' : is(groups) ? 'group' : null;
    return code !== null && kind ? { kind, code } : null;
  }

  /** A répartition with the name that it is kept under, whichever page kept or renamed it. */
  #told(split: KeptDecision['split']): DecidedSplit | null {
    if (!split) return null;
    const same = this.shelf.named.filter(({ plan }) => diffPlans(plan, split.plan).length === 0);
    const kept = same.find(({ name }) => name === split.name) ?? same[0];
    const saved = kept !== undefined && (this.shelf.stored || (this.#isOwn && isKeptOpen()));
    return { ...split, name: kept?.name ?? split.name, saved };
  }

  /** @param id of the répartition that is in use as decided, the next day and in a new tab; null: today's */
  #markInUse(id: string | null): void {
    for (const { used, ...one } of this.shelf.named)
      if (one.id === id) this.shelf.put({ ...one, used: Date.now() });
      else if (used !== undefined) this.shelf.put(one);
  }

  #set(part: Partial<KeptDecision>): void {
    if ('split' in part) this.resumed = null;
    this.#chosen = { ...this.#chosen, ...part };
    this.#now = { ...this.#now, ...part };
    this.#keep();
  }

  #keep(): void {
    if (this.isRestored) keepDecision(this.#key, this.#now);
  }
}

/** Schools and posts that a territory no longer has leave its plan. */
function fitTo({ schools, posts }: AssignmentFile, { referents, coordinators }: Plan): Plan {
  const [known, held] = [new Set(schools.map(({ uai }) => uai)), new Set(posts.map(({ id }) => id))];
  const kept = (table: Readonly<Record<string, string>>, is: (entry: [string, string]) => boolean) =>
    Object.fromEntries(Object.entries(table).filter(is));
  return {
    referents: kept(referents, ([uai, post]) => known.has(uai) && held.has(post)),
    coordinators: kept(coordinators, ([post]) => held.has(post))
  };
}

export const [decision, provideDecision] = createContext<Decision>();
