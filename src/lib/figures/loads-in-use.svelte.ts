// Loads of the répartition in use, with the settings that it was made with and its road by tours: one record for the tab, whichever page asks.
import { createContext, untrack } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { coordinatorsByPost, factsOf, planRequest, unitSchools } from '$lib/engines/assignment/index.ts';
import { keptCards } from '$lib/engines/cards/index.ts';
import { atTownHall, teamPlaces, withTownHalls } from '$lib/engines/travel/index.ts';
import {
  coordinatorsOf,
  todayPlan,
  type AssignmentFile,
  type AssignmentPost
} from '$lib/model/assignment/assignment-file.ts';
import type { Balance } from '$lib/model/assignment/balance.ts';
import { usableCriteria } from '$lib/model/assignment/commune-criteria.ts';
import type { FairLoad } from '$lib/model/assignment/fair-load.ts';
import {
  DEFAULT_ASSIGNMENT_SETTINGS,
  type AssignmentRules,
  type AssignmentSettings,
  type UnitSchool
} from '$lib/model/assignment/settings.ts';
import { diffPlans } from '$lib/model/assignment/plan-moves.ts';
import type { Move, Plan } from '$lib/model/plan.ts';
import { atPeak } from '$lib/model/travel/travel-settings.ts';
import { decision, type Decision } from '$lib/session/decision/decision.svelte.ts';
import { splitRulesOf, settingsOf } from '$lib/session/decision/sectors-address.ts';
import { siteData } from '$lib/session/site-data.svelte.ts';
import { keptRecord } from './kept-record.svelte.ts';
import {
  countedProblem,
  fairLoads,
  loadsUnder,
  tourRequest,
  type LoadShares,
  type RoadMinutes
} from './plan-loads.ts';
import { roadsOfTerritory, type PlanRoads } from './roads.svelte.ts';

export class LoadsInUse {
  readonly file: AssignmentFile;
  readonly dashboard: Dashboard;
  /** Holds the plan in use, which all pages follow. */
  readonly decision: Decision;
  readonly tours: PlanRoads;
  /** Today's assignment. */
  readonly today: Plan;
  readonly facts;
  /** UAI of the schools without a known position, drawn and reckoned at the town hall of their commune. */
  readonly atTownHall: readonly string[];
  readonly coordinators: readonly string[];

  /** With the road of every page; criteria of communes without those that say nothing here. */
  settings: AssignmentSettings = $derived.by(() => {
    const chosen = this.chosenSettings();
    const known = this.file.schools.flatMap(({ uai }) => this.facts.get(uai) ?? []);
    const communeCriteria = usableCriteria(chosen.communeCriteria, known, chosen.parts);
    return { ...chosen, communeCriteria, road: this.decision.road };
  });
  plan: Plan = $derived.by(() => this.decision.planOf(this.file));
  schools: UnitSchool[] = $derived.by(() => unitSchools(this.file, this.facts, this.settings));
  #counted = $derived.by(() => countedProblem(this, this.today));
  /** Coordinator of each post. */
  leaders: Readonly<Record<string, string>> = $derived.by(() => coordinatorsByPost(this.file, this.plan));
  /** Minutes on the road of each post, by tours; null until they are sampled: figures are then the solver's estimate. */
  roads: RoadMinutes | null = $derived.by(() => this.roadsOf(this.plan));
  figures: Balance = $derived.by(() => this.figuresOf(this.plan));
  /** Loads count a road that is still an estimate: none of them is shown before it is known. */
  isPending: boolean = $derived.by(() => this.settings.measure === 'hours' && this.roads === null);
  /** Those of today's plan, under the settings shown. */
  todayFigures: Balance = $derived.by(() => this.figuresOf(this.today));
  /** Moves from today's plan to the plan in use, by school. */
  changes: Move[] = $derived.by(() => diffPlans(this.today, this.plan));
  unassigned: UnitSchool[] = $derived.by(() => {
    const { referents } = this.plan;
    return this.schools.filter(({ uai }) => referents[uai] === undefined);
  });
  /** Null until the road of each post is known: the one reading of a load, on every page. */
  shares: LoadShares | null = $derived.by(() => {
    if (this.roads === null) return null;
    const { tolerance, measure } = this.settings;
    const posts = this.figures.referents.map(({ id, deviation }) => ({ id, deviation }));
    return { posts, tolerance, withRoad: measure === 'hours' };
  });
  /** The same with what they are of, in the order of the posts; null as above. */
  fair: FairLoad[] | null = $derived.by(() => this.roads && fairLoads(this, this.plan, this.figures));

  constructor(file: AssignmentFile, dashboard: Dashboard, decision: Decision, tours: PlanRoads) {
    this.file = file;
    this.dashboard = dashboard;
    this.decision = decision;
    this.tours = tours;
    this.today = todayPlan(file);
    this.atTownHall = atTownHall(dashboard.schools);
    this.coordinators = coordinatorsOf(file);
    this.facts = factsOf(withTownHalls(dashboard.schools, dashboard.communes));
    const settings = DEFAULT_ASSIGNMENT_SETTINGS;
    const usual = { file, settings, schools: unitSchools(file, this.facts, settings) };
    const kept = file.cards && keptCards(file, planRequest(file, usual.schools, this.today, settings));
    const cards = kept?.cards ?? [];
    const known = Object.keys(file.roads).length > 0 ? [file, ...cards] : cards;
    for (const { assignment, roads } of known)
      tours.hold(tourRequest(usual, { ...this.today, referents: assignment }), roads);
  }

  /** Those that the plan in use was made with; a page that changes them gives its own. */
  protected chosenSettings(): AssignmentSettings {
    return settingsOf(this.decision.split?.settings ?? {});
  }

  /** Schools pinned and posts locked, likewise. */
  get rules(): AssignmentRules {
    return splitRulesOf(this.decision.split?.settings ?? {}, this.file);
  }

  /** Minutes on the road of each post under a plan and these settings; null until its tours are sampled. */
  roadsOf(plan: Plan): RoadMinutes | null {
    return this.tours.minutesOf(tourRequest(this, plan));
  }

  /** Figures of any plan under these settings. */
  figuresOf(plan: Plan): Balance {
    return loadsUnder(this, this.#counted, plan, this.roadsOf(plan));
  }

  /** Plans shown whose tours are not known. */
  get unsampled(): readonly Plan[] {
    return this.roads === null ? [this.plan] : [];
  }

  /** Samples the tours of plans, where they are not known; by default those shown once those asked for before are known. */
  sampleTours(plans?: readonly Plan[]): Promise<void> {
    const { communes, schools } = this.dashboard;
    return this.tours.compute(() => (plans ?? this.unsampled).map((plan) => tourRequest(this, plan)), {
      times: this.file.times,
      places: () => teamPlaces(communes, schools)
    });
  }

  /** Estimated minutes on the road a week that a school adds to a post; null without a route. */
  estimatedRoad(uai: string, post: string): number | null {
    const { units, referents, travel, m } = this.#counted;
    const [i, j] = [units.indexOf(uai), referents.indexOf(post)];
    const tenths = i < 0 || j < 0 ? Infinity : travel[i * m + j]!;
    return Number.isFinite(tenths) ? tenths / 10 : null;
  }

  /** Estimated minutes on the road a week that schools add or save when they alone go from a post to another; null without a route. */
  roadChangeOf(uais: readonly string[], from: string | null, to: string | null): number | null {
    const at = (post: string | null) =>
      uais.reduce<number | null>((sum, uai) => {
        const minutes = post === null ? 0 : this.estimatedRoad(uai, post);
        return sum === null || minutes === null ? null : sum + minutes;
      }, 0);
    const [before, after] = [at(from), at(to)];
    return before === null || after === null ? null : after - before;
  }

  get isChanged(): boolean {
    return this.changes.length > 0;
  }

  post(id: string): AssignmentPost | undefined {
    return this.file.posts.find((one) => one.id === id);
  }

  /** Minutes one way from a post's base to a school; null when unassigned, or without a route. */
  minutesOf(uai: string, post = this.plan.referents[uai]): number | null {
    const base = this.file.bases.indexOf(this.post(post ?? '')?.base ?? '');
    const column = this.file.schools.findIndex((school) => school.uai === uai);
    return atPeak(this.file.minutes[base]?.[column] ?? null, this.settings.road);
  }
}

/** Loads that a page shows, by the settings on its screen. */
export const [shownLoads, provideShownLoads] = createContext<LoadsInUse>();

/** Of each tab: its decision is that of one territory. */
const loadsOf = keptRecord<Decision, LoadsInUse>();

/** To be called once, while a page or a panel that shows loads is made; their road is asked for where it is not known. */
export function useLoads(file: AssignmentFile): LoadsInUse {
  const [{ dashboard }, decided, tours] = [siteData(), decision(), roadsOfTerritory()];
  const loads = loadsOf(decided, () => new LoadsInUse(file, dashboard, decided, tours));
  $effect(() => {
    if (loads.roads === null) void untrack(() => loads.sampleTours());
  });
  return loads;
}
