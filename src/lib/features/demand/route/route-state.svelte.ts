// State of the route: what the reader sets, the request to the worker, the figures of each year, and the route before this one.
import { searchSeconds } from '$lib/session/kit/search-time.ts';
import { createContext } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import {
  calendarOf,
  type CoupledBound,
  type ReadRoute,
  type RouteFile,
  type RouteProgress,
  type RouteResult,
  type RouteYearPlan
} from '$lib/engines/route/index.ts';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { DEFAULT_SETTINGS } from '$lib/model/travel/travel-settings.ts';
import { PlanTours } from '$lib/features/sectors/state/plan-tours.svelte.ts';
import type { Finding } from '$lib/model/findings.ts';
import { schoolYear, startYear, type SchoolYear } from '$lib/model/school-year.ts';
import { DEFAULT_WORKLOAD } from '$lib/model/workload.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';
import { assignmentClient, type AssignmentClient } from '$lib/workers/assignment/client.ts';
import type { Graphs, TeamRequest } from '$lib/workers/travel/protocol.ts';
import type { CapacityChoice } from '../demand-address.ts';
import type { DemandState } from '../demand-state.svelte.ts';
import {
  DEFAULT_ROUTE,
  postsByYear,
  routeAddress,
  ROUTE_YEARS,
  STABILITY,
  type RouteAddress
} from './route-address.ts';
import { askedRoute, estimatedRoad, askedTeam } from './asked-route.ts';

/** Longest computation of the page, seconds. */
const SECONDS = 20;

/** What the rest of the page is set to. */
export interface RouteInputs {
  postsAYear: number;
  /** Schools of a post; null: as today. */
  schoolsPerPost: number | null;
  /** As the reader said it. */
  choice: CapacityChoice;
}

/** A count of the coming years, with its range. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

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
  /** Euros a year added to today's. */
  cost: number;
}

/** Today, then each coming year. */
export type RouteColumns = readonly [RouteColumn, ...RouteColumn[]];

/** A route in a line, to compare. */
export interface RouteSummary {
  posts: readonly number[];
  followed: number;
  waiting: number;
  moved: number | null;
  road: number | null;
  isSampled: boolean;
  /** Euros of all its years. */
  cost: number;
}

export class RouteState {
  readonly file: AssignmentFile;
  readonly dashboard: Dashboard;
  readonly tours: PlanTours;
  readonly team: number;
  readonly firstYear: SchoolYear;
  readonly years: readonly SchoolYear[];
  address: RouteAddress = $state.raw(DEFAULT_ROUTE);
  /** The route computed before this one with other posts, kept while the page is open. */
  previous: RouteSummary | null = $state.raw(null);
  readonly #inputs: () => RouteInputs;
  readonly #client: AssignmentClient;
  readonly #request = new Request<RouteResult & Pick<ReadRoute, 'findings'>, RouteProgress>({
    stop: () => this.#client.stop(),
    mostItems: 1
  });
  /** The route on screen was summed up, to be compared with the next one. */
  #summary: RouteSummary | null = null;

  posts: number[] = $derived.by(() => postsByYear(this.address, this.team, this.#inputs().postsAYear));
  /** Posts are neither those of the link nor those of the page, which creates none. */
  isTrial: boolean = $derived.by(() => this.address.posts === null && this.#inputs().postsAYear <= 0);
  #asked: ReadRoute = $derived.by(() =>
    askedRoute(this.file, this.dashboard, {
      years: this.years,
      posts: this.posts,
      growth: this.address.growth,
      stability: STABILITY[this.address.continuity],
      schoolsPerPost: this.#inputs().schoolsPerPost
    })
  );
  /** What is asked of the worker. */
  route: RouteFile = $derived(this.#asked.route);
  #key: string = $derived.by(() => {
    const { posts, address } = this;
    return JSON.stringify([posts, address.growth, address.continuity, this.#inputs().schoolsPerPost]);
  });
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
    return this.phase === 'done' ? ROUTE_YEARS : (this.#request.items.at(-1)?.settled ?? 0);
  });
  findings: readonly Finding[] = $derived.by(() =>
    this.phase === 'done'
      ? (this.#request.value?.findings ?? []).filter(({ code }) => code.startsWith('route'))
      : []
  );
  /** Units opened each year: known at once, without a plan. */
  calendar: string[][] = $derived.by(() => calendarOf(this.route));
  columns: RouteColumns = $derived.by(() => this.#columns());
  summary: RouteSummary = $derived.by(() => {
    const [now, ...coming] = this.columns;
    const last = coming.at(-1) ?? now;
    const moved = coming.map((column) => column.moved);
    return {
      posts: this.posts,
      followed: last.followed,
      waiting: last.waiting.length,
      moved: moved.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0),
      road: last.road,
      isSampled: last.isSampled,
      cost: this.columns.reduce((sum, { cost }) => sum + cost, 0)
    };
  });
  /** No new post: what waits goes on waiting. */
  today: RouteSummary = $derived.by(() => {
    const [now] = this.columns;
    const posts = this.years.map(() => this.team);
    return {
      posts,
      followed: now.followed,
      waiting: now.waiting.length,
      moved: 0,
      road: now.road,
      isSampled: true,
      cost: 0
    };
  });

  /** @param graphs evaluated when tours are first sampled */
  constructor(
    file: AssignmentFile,
    dashboard: Dashboard,
    inputs: () => RouteInputs,
    graphs: () => Graphs,
    client: AssignmentClient = assignmentClient()
  ) {
    this.file = file;
    this.dashboard = dashboard;
    this.#inputs = inputs;
    this.#client = client;
    this.tours = new PlanTours(dashboard, file.times, graphs);
    this.team = askedTeam(file);
    this.firstYear = dashboard.years.at(-1)!;
    this.years = Array.from({ length: ROUTE_YEARS }, (_, t) => schoolYear(startYear(this.firstYear) + t + 1));
  }

  get capacityChoice(): CapacityChoice {
    return this.#inputs().choice;
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

  setPosts(at: number, value: number): void {
    this.change({ posts: this.posts.map((one, t) => (t === at ? value : one)) });
  }

  /** Computes the route of what is set. What was computed before is kept, to compare. */
  async run(): Promise<void> {
    const [key, { route, findings }] = [this.#key, this.#asked];
    if (this.#request.key === key && this.phase !== 'failed' && this.phase !== 'stopped') return;
    if (this.#summary && JSON.stringify(this.#summary.posts) !== JSON.stringify(this.posts))
      this.previous = this.#summary;
    this.#summary = null;
    this.stop();
    await this.#request.send(key, async (push) => {
      const result = await this.#client.route({ route, seconds: searchSeconds(SECONDS) }, push);
      return { ...result, findings };
    });
    if (this.phase === 'failed') console.warn('route', this.#request.error);
    if (this.phase !== 'done' && this.phase !== 'stopped') return;
    // Kept at once, by the solver's estimate, then by tours: posts may be changed before these are sampled.
    this.#keepSummary(key);
    await this.sampleTours();
    this.#keepSummary(key);
  }

  #keepSummary(key: string): void {
    if (this.#request.key === key && !this.isStale && this.plans) this.#summary = this.summary;
  }

  /** Stops the computation; the years known stay. */
  stop(): void {
    this.#request.stop();
  }

  /** Hours of each year by sampled tours, as Secteurs gives those of its plans. */
  async sampleTours(): Promise<void> {
    if (!this.plans) return;
    await this.tours.compute(
      this.plans.filter(({ objective }) => objective !== null).map((plan) => this.#tourRequest(plan))
    );
  }

  read(params: URLSearchParams): void {
    this.address = routeAddress.update(this.address, params);
  }

  write(): URLSearchParams {
    return routeAddress.write(this.address);
  }

  #tourRequest({ assignment, bases }: RouteYearPlan): TeamRequest {
    const own = (post: string) =>
      this.file.schools.flatMap((school) => {
        const { uai } = school;
        return assignment[uai] === post ? [{ uai, pupils: school.pupils, meetings: school.meetings }] : [];
      });
    const posts = [
      ...this.file.posts.map(({ id, base }) => ({ id, base, schools: own(id) })),
      ...Object.entries(bases).map(([id, base]) => ({ id, base, schools: own(id) }))
    ];
    return { posts, closed: [], settings: { ...DEFAULT_SETTINGS, ...DEFAULT_WORKLOAD } };
  }

  #columns(): RouteColumns {
    const { route, calendar, plans, file, team, address } = this;
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
      road: Object.values(file.roads).reduce((sum, one) => sum + one, 0),
      isSampled: true,
      cost: 0
    };
    return [
      now,
      ...this.years.map((label, t): RouteColumn => {
        const plan = plans?.[t] ?? null;
        const opened = calendar[t] ?? [];
        waiting = waiting.filter((id) => !opened.includes(id));
        followed += opened.length;
        const known = plan && plan.objective !== null ? plan : null;
        const week = known && this.tours.weekOf(this.#tourRequest(known));
        return {
          label,
          plan,
          posts: this.posts[t]!,
          opened,
          waiting,
          followed,
          moved: known?.pupilsMoved ?? null,
          road: week ? week.hours * 60 : known ? estimatedRoad(route, known) : null,
          isSampled: week !== null,
          cost: (this.posts[t]! - team) * address.cost
        };
      })
    ];
  }
}

/** The route under the hypotheses of the page. */
export const routeOf = (file: AssignmentFile, demand: DemandState, graphs: () => Graphs): RouteState =>
  new RouteState(
    file,
    demand.cube.dashboard,
    () => ({
      postsAYear: demand.address.postsAYear,
      schoolsPerPost: demand.chosenSchools,
      choice: demand.address
    }),
    graphs
  );

export const [routeState, provideRouteState] = createContext<RouteState>();
