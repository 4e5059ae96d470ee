// State of the route: what the reader sets, the request to the worker, the figures of each year, and the route before this one.
import { searchSeconds } from '$lib/session/kit/search-time.ts';
import { createContext } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import {
  type CoupledBound,
  type ReadRoute,
  type RouteFile,
  type RouteProgress,
  type RouteResult,
  type RouteYearPlan
} from '$lib/engines/route/index.ts';
import { todayPlan, type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { diffPlans } from '$lib/model/assignment/plan-moves.ts';
import { DEFAULT_SETTINGS, isUsualRoad, type RoadSettings } from '$lib/model/travel/travel-settings.ts';
import { teamPlaces } from '$lib/engines/travel/index.ts';
import { PlanRoads } from '$lib/figures/roads.svelte.ts';
import type { OpeningsState } from '$lib/figures/openings-state.svelte.ts';
import type { Finding } from '$lib/model/findings.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';
import { assignmentClient, type AssignmentClient } from '$lib/workers/assignment/client.ts';
import type { TeamRequest } from '$lib/workers/travel/protocol.ts';
import { DEFAULT_ROUTE, routeAddress, STABILITY, type RouteAddress } from './route-address.ts';
import { askedRoute, estimatedRoad, askedTeam } from './asked-route.ts';

/** Longest computation of the page, seconds. */
const SECONDS = 20;

/** A column of the table. */
export interface RouteColumn {
  label: SchoolYear;
  /** null for today. */
  plan: RouteYearPlan | null;
  posts: number;
  opened: readonly string[];
  waiting: readonly string[];
  followed: number;
  /** null today, and where no plan is known. */
  moved: number | null;
  /** Minutes on the road of the team a week; null where no plan is known. */
  road: number | null;
  /** By sampled tours; the solver's estimate otherwise. */
  isSampled: boolean;
  /** Euros a year added to today's; null where a post's cost is not known. */
  cost: number | null;
}

/** Today, then each coming year. */
export type RouteColumns = readonly [RouteColumn, ...RouteColumn[]];

/** The posts asked and their calendar: the openings of every page. */
type AskedOpenings = Pick<OpeningsState, 'view' | 'chosen' | 'plan'>;

export class RouteState {
  readonly file: AssignmentFile;
  readonly dashboard: Dashboard;
  readonly tours: PlanRoads;
  readonly team: number;
  address: RouteAddress = $state.raw(DEFAULT_ROUTE);
  readonly #openings: AskedOpenings;
  readonly #client: AssignmentClient;
  readonly #request = new Request<RouteResult & Pick<ReadRoute, 'findings'>, RouteProgress>({
    stop: () => this.#client.stop(),
    mostItems: 1
  });

  firstYear: SchoolYear = $derived.by(() => this.#openings.view.year);
  years: readonly SchoolYear[] = $derived.by(() => this.#openings.view.rentrees);
  posts: number[] = $derived.by(() =>
    this.years.map((_, t) => this.#openings.chosen?.years[t]?.posts ?? this.team)
  );
  /** Schools opened each year: known at once, without a plan. */
  calendar: string[][] = $derived.by(() =>
    this.years.map((_, t) => [...(this.#openings.chosen?.years[t]?.opened ?? [])])
  );
  /** Outings, parking and peak hour: those of every page. */
  road: RoadSettings = $derived.by(() => this.#openings.view.road);
  #asked: ReadRoute = $derived.by(() =>
    askedRoute(this.file, this.dashboard, {
      years: this.years,
      posts: this.posts,
      openings: this.calendar,
      plan: this.#openings.plan,
      stability: STABILITY[this.address.continuity],
      road: this.road
    })
  );
  /** What is asked of the worker. */
  route: RouteFile = $derived(this.#asked.route);
  #key: string = $derived.by(() =>
    JSON.stringify([
      this.posts,
      this.calendar,
      this.years,
      this.address.continuity,
      this.#openings.plan?.referents ?? null,
      this.road
    ])
  );
  /** Plans of the years for what is set now; null before the first map, and as soon as something else is set. */
  plans: readonly RouteYearPlan[] | null = $derived.by(() => {
    const { value, items, key } = this.#request;
    if (key !== this.#key) return null;
    if (this.phase === 'done' && value) return value.years;
    return items.at(-1)?.years ?? null;
  });
  coupled: CoupledBound | null = $derived.by(() => {
    const { value, items, key } = this.#request;
    if (key !== this.#key) return null;
    return (this.phase === 'done' ? value?.coupled : items.at(-1)?.coupled) ?? null;
  });
  /** Years whose plan is final. */
  settled: number = $derived.by(() => {
    if (this.#request.key !== this.#key) return 0;
    return this.phase === 'done' ? this.years.length : (this.#request.items.at(-1)?.settled ?? 0);
  });
  findings: readonly Finding[] = $derived.by(() =>
    this.phase === 'done'
      ? (this.#request.value?.findings ?? []).filter(({ code }) => code.startsWith('route'))
      : []
  );
  columns: RouteColumns = $derived.by(() => this.#columns());

  /** @param tours that pages share */
  constructor(
    file: AssignmentFile,
    dashboard: Dashboard,
    openings: AskedOpenings,
    tours: PlanRoads,
    client: AssignmentClient = assignmentClient()
  ) {
    this.file = file;
    this.dashboard = dashboard;
    this.#openings = openings;
    this.#client = client;
    this.tours = tours;
    this.team = askedTeam(file);
  }

  get phase(): RequestPhase {
    return this.#request.phase;
  }

  /** What was computed is not what is set. */
  get isStale(): boolean {
    return this.#request.key !== null && this.#request.key !== this.#key;
  }

  get stage(): RouteProgress['stage'] | null {
    return this.#request.items.at(-1)?.stage ?? null;
  }

  change(part: Partial<RouteAddress>): void {
    this.address = { ...this.address, ...part };
  }

  /** Computes the route of what is set. */
  async run(): Promise<void> {
    const [key, { route, findings }] = [this.#key, this.#asked];
    if (this.#request.key === key && this.phase !== 'failed' && this.phase !== 'stopped') return;
    this.stop();
    await this.#request.send(key, async (push) => {
      const result = await this.#client.route({ route, seconds: searchSeconds(SECONDS) }, push);
      return { ...result, findings };
    });
    if (this.phase === 'failed') console.warn('route', this.#request.error);
    if (this.phase !== 'done' && this.phase !== 'stopped') return;
    await this.sampleTours();
  }

  /** Stops the computation; the years known stay. */
  stop(): void {
    this.#request.stop();
  }

  /** Hours of each year by sampled tours, as Secteurs gives those of its plans. */
  async sampleTours(): Promise<void> {
    const { plans } = this;
    if (!plans) return;
    const known = plans.filter(({ objective }) => objective !== null);
    await this.tours.compute(
      () => [...(this.#isUsual ? [] : [this.#start]), ...known].map((plan) => this.#tourRequest(plan)),
      {
        times: this.file.times,
        places: () => teamPlaces(this.dashboard.communes, this.dashboard.schools)
      }
    );
  }

  read(params: URLSearchParams): void {
    this.address = routeAddress.update(this.address, params);
  }

  write(): URLSearchParams {
    return routeAddress.write(this.address);
  }

  /** The répartition that the years start from. */
  get #start(): Pick<RouteYearPlan, 'assignment' | 'bases'> {
    const waits = this.route.waiting.map(({ id }) => id);
    const referents = Object.entries(this.#openings.plan?.referents ?? this.file.assignment);
    return { assignment: Object.fromEntries(referents.filter(([uai]) => !waits.includes(uai))), bases: {} };
  }

  /** It is today's, under the usual road: the file has its tours. */
  get #isUsual(): boolean {
    const { plan } = this.#openings;
    return isUsualRoad(this.road) && (!plan || diffPlans(plan, todayPlan(this.file)).length === 0);
  }

  #roadOf(plan: Pick<RouteYearPlan, 'assignment' | 'bases'>): Pick<RouteColumn, 'road' | 'isSampled'> {
    const week = this.tours.weekOf(this.#tourRequest(plan));
    return { road: week ? week.hours * 60 : estimatedRoad(this.route, plan), isSampled: week !== null };
  }

  #tourRequest({ assignment, bases }: Pick<RouteYearPlan, 'assignment' | 'bases'>): TeamRequest {
    const own = (post: string) => this.file.schools.filter(({ uai }) => assignment[uai] === post);
    const posts = [
      ...this.file.posts.map(({ id, base }) => ({ id, base, schools: own(id) })),
      ...Object.entries(bases).map(([id, base]) => ({ id, base, schools: own(id) }))
    ];
    return { posts, closed: [], settings: { ...DEFAULT_SETTINGS, ...this.road } };
  }

  #columns(): RouteColumns {
    const { route, calendar, plans, file, team } = this;
    let waiting: readonly string[] = route.waiting.map(({ id }) => id);
    let followed = route.problem.units.length - waiting.length;
    const now: RouteColumn = {
      label: this.firstYear,
      plan: null,
      posts: team,
      opened: [],
      waiting,
      followed,
      moved: null,
      ...(this.#isUsual && Object.keys(file.roads).length > 0
        ? { road: Object.values(file.roads).reduce((sum, one) => sum + one, 0), isSampled: true }
        : this.#roadOf(this.#start)),
      cost: null
    };
    return [
      now,
      ...this.years.map((label, t): RouteColumn => {
        const plan = plans?.[t] ?? null;
        const opened = calendar[t] ?? [];
        waiting = waiting.filter((id) => !opened.includes(id));
        followed += opened.length;
        const known = plan && plan.objective !== null ? plan : null;
        return {
          label,
          plan,
          posts: this.posts[t]!,
          opened,
          waiting,
          followed,
          moved: known?.pupilsMoved ?? null,
          ...(known ? this.#roadOf(known) : { road: null, isSampled: false }),
          cost: this.#openings.chosen?.years[t]?.cost ?? null
        };
      })
    ];
  }
}

export const [routeState, provideRouteState] = createContext<RouteState>();
