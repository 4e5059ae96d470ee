// State of the travel page: what its address holds, and the figures of its times.
import { createContext } from 'svelte';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { TimesKind, TravelMode } from '$lib/model/travel/travel-times.ts';
import { atTownHall, postsUnder, travelSum, teamPlaces } from '$lib/engines/travel/index.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { wholeChildren } from '$lib/model/assignment/fair-load.ts';
import type { Plan } from '$lib/model/plan.ts';
import { countedChildren } from '$lib/model/workload.ts';
import type { PostBurden, TeamFile, TeamPost } from '$lib/model/travel/team-travel.ts';
import { TRAVEL_MODES, type TeamSettings } from '$lib/model/travel/travel-settings.ts';
import type { Closure, LonLat, Stretch } from '$lib/model/travel/roads.ts';
import { History } from '$lib/session/kit/history.svelte.ts';
import { PlanRoads } from '$lib/figures/roads.svelte.ts';
import { travelClient, type TravelClient } from '$lib/workers/travel/client.ts';
import type { Graphs } from '$lib/workers/travel/protocol.ts';
import {
  MOST_CLOSED,
  NO_TRIAL,
  closureKey,
  isFormerTravelLink,
  isTrial,
  travelAddress,
  type KnownTravel,
  type TravelAddress,
  type Trial
} from './travel-address.ts';
import { RoadSearch } from './roads/road-search.svelte.ts';
import { TravelRequests, hasRoads, roadsKind, type TravelQuery } from './travel-requests.svelte.ts';

/** Data of the travel page. */
interface TravelSources {
  dashboard: Dashboard;
  file: TeamFile;
  /** Evaluated by the first request. */
  graphs: () => Graphs;
  /** Weeks of posts that pages share; its own by default. */
  tours?: PlanRoads;
}

export class TravelState {
  readonly file: TeamFile;
  readonly dashboard: Dashboard;
  /** Modes that the site has times for. */
  readonly offeredModes: readonly TravelMode[];
  /** UAI of schools without a known position: times to them are times to their town hall. */
  readonly unplaced: readonly string[];
  readonly requests: TravelRequests;
  address: TravelAddress = $state.raw() as TravelAddress;
  /** The posts under the répartition in use; null while it is today's. */
  #posts: readonly TeamPost[] | null = $state.raw(null);
  posts: readonly TeamPost[] = $derived.by(() => this.#posts ?? this.file.posts);
  /** Clicks on the map close roads instead of choosing a place. */
  isClosingRoads = $state(false);
  /** Roads by name and number, in the network of the present mode. */
  readonly roadSearch = new RoadSearch({
    named: (query) => this.requests.roadsNamed(query, this.query),
    stretches: (road) => this.requests.stretches(road, this.query)
  });
  readonly #history = new History<Trial>();

  settings: TeamSettings = $derived(this.address.settings);
  closed: readonly Closure[] = $derived(this.address.trial.closed);
  /** Kind of the site's times of the present mode. */
  timesKind: TimesKind = $derived.by(() => this.file.times[this.settings.mode] ?? 'roads');
  hasRoads: boolean = $derived.by(() => hasRoads(this.file, this.settings));
  /** The roads of the present mode are those of a schematic network. */
  hasSchematicRoads: boolean = $derived.by(() => roadsKind(this.file, this.settings) === 'schematic');
  burdens: readonly PostBurden[] = $derived.by(() => this.requests.burdens.value?.team ?? this.file.team);
  /** Whether the burdens shown are those of the répartition in use, or of another while its own are computed. */
  isCurrent: boolean = $derived.by(() => this.requests.burdens.value?.posts === this.posts);
  /** Whether the burdens shown are those of today's répartition. */
  isToday: boolean = $derived.by(() => this.requests.burdens.value?.posts === this.file.posts);
  /** The same under the trial; null without one, or until it is known. */
  trialBurdens: readonly PostBurden[] | null = $derived.by(() =>
    isTrial(this.address.trial) ? (this.requests.trialBurdens.value?.team ?? null) : null
  );
  /** Children followed by each post of the burdens shown, whole. */
  childrenOf: Readonly<Record<string, number>> = $derived.by(() => {
    const { posts } = this.requests.burdens.value ?? this.file;
    const counted = (school: TeamPost['schools'][number]) => ({
      children: countedChildren(school, this.settings)
    });
    return Object.fromEntries(posts.map(({ id, schools }) => [id, wholeChildren(schools.map(counted))]));
  });
  sum = $derived(travelSum(this.burdens));
  busiest: PostBurden | null = $derived.by(() => busiestOf(this.burdens));
  /** Those who spend most time travelling first. */
  mostFirst: readonly PostBurden[] = $derived.by(() =>
    this.burdens.toSorted((a, b) => b.hours.driving.mean - a.hours.driving.mean)
  );
  /** Place that times are counted from: the base of the busiest post unless the address names one. */
  origin: string = $derived.by(
    () => this.address.origin ?? busiestOf(this.file.team)?.base ?? this.file.towns[0] ?? ''
  );
  meta = $derived.by(() => this.requests.burdens.value?.meta ?? this.file.meta);
  /** The address tells a trip between two communes, or an order of their table. */
  tellsTowns: boolean = $derived.by(() => {
    const { order, trip } = this.address;
    return order !== null || !!trip?.every((code) => this.file.towns.includes(code));
  });
  /** What requests depend on. */
  query: TravelQuery = $derived({
    posts: this.posts,
    settings: this.settings,
    origin: this.origin,
    trip: this.address.trip,
    trial: this.address.trial,
    isClosingRoads: this.isClosingRoads
  });

  constructor({ dashboard, file, graphs, tours }: TravelSources, client?: TravelClient) {
    this.dashboard = dashboard;
    this.file = file;
    const places = teamPlaces(dashboard.communes, dashboard.schools);
    this.offeredModes = TRAVEL_MODES.filter((mode) => mode in file.times);
    this.unplaced = atTownHall(dashboard.schools);
    const setup = () => ({ graphs: graphs(), places, times: file.times });
    const ofTours = tours ?? new PlanRoads(graphs);
    this.requests = new TravelRequests(file, client ?? travelClient(setup), ofTours, () => places);
    this.address = travelAddress.usual(this.#known);
  }

  /** Follows a répartition. @param file posts and schools of the territory; null for today's */
  follow(plan: Plan, file: AssignmentFile | null): void {
    this.#posts = file && postsUnder(this.file.posts, file.schools, plan);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  change(part: Partial<TravelAddress>): void {
    this.address = { ...this.address, ...part };
  }

  changeSettings(part: Partial<TeamSettings>): void {
    if (part.mode !== undefined && part.mode !== this.settings.mode) this.roadSearch.clear();
    this.change({ settings: { ...this.settings, ...part } });
  }

  /** Changes the trial; it can be undone. */
  changeTrial(part: Partial<Trial>): void {
    this.#history.remember(this.address.trial);
    this.change({ trial: { ...this.address.trial, ...part } });
  }

  undoTrial(): void {
    const before = this.#history.drop();
    if (before) this.change({ trial: before });
  }

  resetTrial(): void {
    this.changeTrial(NO_TRIAL);
  }

  /**
   * Closes a stretch or a road, or opens it again.
   * @returns false when no more can be closed
   */
  toggleRoad(closure: Closure): boolean {
    const others = this.closed.filter((one) => closureKey(one) !== closureKey(closure));
    if (others.length === this.closed.length && others.length >= MOST_CLOSED) return false;
    this.changeTrial({ closed: others.length < this.closed.length ? others : [...others, closure] });
    return true;
  }

  /** The road near a point, no farther than `within` metres; null where there is none. */
  roadAt(point: LonLat, within: number): Promise<Stretch | null> {
    return this.requests.roadAt(point, within, this.query);
  }

  /** Reads the parameters of an address. */
  /** A link of before version 1.1 was opened. */
  isFormerLink = $state(false);

  read(params: URLSearchParams): void {
    this.isFormerLink ||= isFormerTravelLink(params, this.#known);
    this.address = travelAddress.read(params, this.#known);
  }

  /** Parameters of the address. */
  write(address = this.address): URLSearchParams {
    return travelAddress.write(address, this.#known);
  }

  get #known(): KnownTravel {
    const places = teamPlaces(this.dashboard.communes, this.dashboard.schools);
    return {
      towns: this.file.towns,
      posts: this.file.posts.map(({ id }) => id),
      isPlace: (code) => places.some(({ id }) => id === code),
      modes: this.offeredModes,
      hasRoads: Object.values(this.file.times).some((kind) => kind === 'roads' || kind === 'schematic')
    };
  }
}

/** The post that spends most time travelling; null without any. */
export const busiestOf = (burdens: readonly PostBurden[]) =>
  burdens.reduce<PostBurden | null>(
    (most, post) => (most && most.hours.driving.mean >= post.hours.driving.mean ? most : post),
    null
  );

export const [travelState, provideTravelState] = createContext<TravelState>();
