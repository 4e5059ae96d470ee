// The state of the page of journeys: its settings, what is looked at, what is tried, and the worker's answers.
import { createContext } from 'svelte';
import { UnusableInput, type Finding } from '$lib/model/findings.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { TimesKind } from '$lib/model/times-kind.ts';
import {
  atTownHall,
  DEFAULT_SETTINGS,
  hostOf,
  sumOf,
  teamPlaces,
  TRAVEL_MODES,
  TravelTimesError,
  type LonLat,
  type ModeComparison,
  type PostBurden,
  type ServiceConfig,
  type Stretch,
  type TeamFile,
  type TeamSettings,
  type TravelMode
} from '$lib/engines/travel/index.ts';
import { TravelClient } from '$lib/workers/travel/client.ts';
import type {
  Around,
  Conditions,
  Roads,
  TeamAnswer,
  TeamRequest,
  TimesFrom,
  Told,
  Trip
} from '$lib/workers/travel/protocol.ts';
import { Request } from '$lib/session/request.svelte.ts';
import { busiestOf, teamKey, triedTeam } from './team-question.ts';
import type { TravelSources } from './travel-sources.ts';
import {
  DEFAULT_TRAVEL,
  MOST_CLOSED,
  NO_TRIAL,
  isTrial,
  readTravel,
  writeTravel,
  type Trial,
  type TravelAddress
} from './travel-address.ts';

export {
  CO2_PER_KM,
  co2Of,
  DEFAULT_SETTINGS,
  FISCAL_POWERS,
  MILEAGE_RATES,
  parseTeamFile,
  SAMPLED_WEEKS,
  SETTING_LIMITS,
  STRAIGHT_LINE_DETOUR,
  STRAIGHT_LINE_SPEEDS,
  sumOf,
  sumOfMode,
  TRAVEL_MODES,
  WEEKS_PER_YEAR,
  withinLimits,
  type FiscalPower,
  type LonLat,
  type MatrixMeta,
  type ModeWeek,
  type NumberSetting,
  type PostBurden,
  type ServiceConfig,
  type Stretch,
  type TeamFile,
  type TeamSettings,
  type TeamSum,
  type TravelMode,
  type TravelTimesCode,
  type TravelTimesError,
  type UsedStretch
} from '$lib/engines/travel/index.ts';
export type { Around, TimesFrom, Trip } from '$lib/workers/travel/protocol.ts';

/** Minutes of the rings around a place. */
export const RINGS = [5, 10, 15, 20, 30] as const;
const ACCIDENTS = ['graph-unreachable', 'graph-foreign', 'graph-version', 'graph-truncated', 'graph-damaged'];
export type TravelFault = 'unreachable' | 'damaged' | 'unforeseen' | 'service';

export class TravelState {
  readonly file: TeamFile;
  readonly dashboard: Dashboard;
  /** The service that may be asked, and its host; it is asked only when its reader says so, on each visit. */
  readonly service: ServiceConfig | null;
  readonly host: string;
  /** How many places it would be told. */
  readonly places: number;
  /** The modes that the site has times for. */
  readonly offered: readonly TravelMode[];
  /** Schools to which times are to their town hall: no file places them. */
  readonly unplaced: readonly string[];
  from: TimesFrom = $state('site');
  address: TravelAddress = $state.raw(DEFAULT_TRAVEL);
  readonly team = new Request<TeamAnswer>();
  readonly tried = new Request<TeamAnswer>();
  readonly towns = new Request<(number | null)[][]>();
  /** The same with the closed roads of the trial. */
  readonly townsTried = new Request<(number | null)[][]>();
  readonly modes = new Request<ModeComparison>();
  readonly roads = new Request<Roads>();
  readonly around = new Request<Around>();
  readonly trip = new Request<Trip>();
  /** The map closes roads instead of choosing a place. */
  closing = $state(false);
  /** Share of the work on the weeks, 0 to 1. */
  progress = $state(0);
  /** Seconds that the service asked to wait; 0 when it did not. */
  wait = $state(0);
  #undo: readonly Trial[] = $state.raw([]);
  readonly #client: TravelClient;

  settings: TeamSettings = $derived(this.address.settings);
  closed: readonly LonLat[] = $derived(this.address.trial.closed);
  /** What is looked at is looked at with the closed roads of the trial. */
  conditions: Conditions = $derived({
    mode: this.settings.mode,
    peak: this.settings.peak,
    closed: this.closed,
    from: this.from
  });
  /** Whether the times of the present mode are the service's: it has no timetable. */
  served = $derived(this.from === 'service' && this.settings.mode !== 'transit');
  /** What the times of the present mode rest on, unless a service gives them. */
  kind: TimesKind = $derived.by(() => this.file.times[this.settings.mode] ?? 'roads');
  /** Roads are known, and can be closed. */
  hasRoads: boolean = $derived.by(() => {
    const { mode } = this.settings;
    return this.file.times[mode === 'transit' ? 'car' : mode] !== 'straight';
  });
  weeks: readonly PostBurden[] = $derived.by(() => this.team.value?.team ?? this.file.team);
  /** The same weeks under the trial; null without one, or until it is known. */
  weeksTried: readonly PostBurden[] | null = $derived(
    isTrial(this.address.trial) ? (this.tried.value?.team ?? null) : null
  );
  sum = $derived(sumOf(this.weeks));
  busiest: PostBurden | null = $derived.by(() => busiestOf(this.weeks));
  origin: string = $derived.by(
    () => this.address.origin ?? busiestOf(this.file.team)?.base ?? this.file.towns[0] ?? ''
  );
  meta = $derived.by(() => this.team.value?.meta ?? this.file.meta);
  canUndo = $derived(this.#undo.length > 0);
  #requests = [
    ...[this.team, this.tried, this.towns, this.townsTried, this.modes],
    ...[this.roads, this.around, this.trip]
  ];
  working = $derived(this.#requests.some(({ phase }) => phase === 'pending'));
  stopped = $derived(this.#requests.some(({ phase }) => phase === 'stopped'));
  /** What is wrong with a file, when that is why. */
  finding: Finding | null = $derived.by(() => {
    const error = this.#requests.find(({ phase }) => phase === 'failed')?.error;
    return error instanceof UnusableInput ? error.finding : null;
  });
  /** Why the service could not answer, when that is why. */
  refusal: TravelTimesError | null = $derived.by(() => {
    const error = this.#requests.find(({ phase }) => phase === 'failed')?.error;
    return error instanceof TravelTimesError ? error : null;
  });
  fault: TravelFault | null = $derived.by(() => {
    const failed = this.#requests.find(({ phase }) => phase === 'failed');
    if (!failed) return null;
    if (this.refusal) return 'service';
    const code = this.finding?.code;
    if (code === undefined) return 'unforeseen';
    return code === ACCIDENTS[0] ? 'unreachable' : ACCIDENTS.includes(code) ? 'damaged' : 'unforeseen';
  });

  constructor({ dashboard, file, service, folder }: TravelSources, client?: TravelClient) {
    this.dashboard = dashboard;
    this.file = file;
    this.service = service;
    this.host = service ? hostOf(service) : '';
    const places = teamPlaces(dashboard.communes, dashboard.schools);
    this.places = places.length;
    this.#client =
      client ?? new TravelClient(() => ({ folder: folder(), places, service, times: file.times }));
    this.offered = TRAVEL_MODES.filter((mode) => mode in file.times);
    this.unplaced = atTownHall(dashboard.schools);
    const usual = { posts: file.posts, settings: DEFAULT_SETTINGS, closed: [] };
    this.team.set(teamKey(usual), { team: file.team, meta: file.meta });
    if (file.seconds.car) this.towns.set('car 1', file.seconds.car);
    this.modes.set(teamKey(usual), file.modes);
  }

  change(part: Partial<TravelAddress>): void {
    this.address = { ...this.address, ...part };
  }

  set(part: Partial<TeamSettings>): void {
    this.change({ settings: { ...this.settings, ...part } });
  }

  /** Takes times from the site again, or from the service. What is under way with the other ends: nothing more is sent. */
  takeFrom(from: TimesFrom): void {
    if (from === this.from || (from === 'service' && !this.service)) return;
    if (this.working) this.stop();
    this.from = from;
  }

  /** Tries something; it can be undone. */
  try(part: Partial<Trial>): void {
    this.#undo = [...this.#undo, this.address.trial];
    this.change({ trial: { ...this.address.trial, ...part } });
  }

  undo(): void {
    const before = this.#undo.at(-1);
    if (!before) return;
    this.#undo = this.#undo.slice(0, -1);
    this.change({ trial: before });
  }

  reset(): void {
    this.try(NO_TRIAL);
  }

  /** Closes a road, or opens it again. */
  closeRoad(at: LonLat): void {
    const others = this.closed.filter((point) => point.join() !== at.join());
    if (others.length === this.closed.length && others.length >= MOST_CLOSED) return;
    this.try({ closed: others.length < this.closed.length ? others : [...others, at] });
  }

  /** The road near a point, within some metres; null where there is none. */
  roadAt(point: LonLat, within: number): Promise<Stretch | null> {
    return this.#client.roadAt(point, within, { ...this.conditions, closed: [] });
  }

  /** Asks the worker for all that the address calls for and that is not known yet. Call when the address changes. */
  ask(): void {
    const { settings, conditions, file, closed, served } = this;
    const { roads, under } = this.#keys();
    void this.askView();
    const usual = this.#peak === 1 ? file.seconds[settings.mode] : undefined;
    if (!served && usual) this.towns.set(roads, usual);
    else void this.towns.ensure(roads, () => this.#client.towns({ ...conditions, closed: [] }, file.towns));
    if (closed.length > 0)
      void this.townsTried.ensure(under, () => this.#client.towns(conditions, file.towns));
    // Modes are compared by one engine, which knows them all.
    const bySite = { posts: file.posts, settings, closed: [], from: 'site' as const };
    void this.modes.ensure(teamKey(bySite), () => this.#client.modes(bySite));
  }

  /** Asks for what the map and the weeks of the address show, no more; resolves when all of it is known, or cannot be. */
  async askView(): Promise<void> {
    const { settings, conditions, origin, file, closed, from } = this;
    const { trial, trip } = this.address;
    const { under } = this.#keys();
    const tried = { ...triedTeam(file.posts, settings, trial), from };
    const limits = RINGS.map((minutes) => minutes * 60);
    const asked = [
      this.#askTeam(this.team, { posts: file.posts, settings, closed: [], from }),
      this.around.ensure(`${origin} ${under}`, () => this.#client.around(origin, conditions, limits))
    ];
    if (isTrial(trial)) asked.push(this.#askTeam(this.tried, tried));
    if (trip) {
      const [start, end] = trip;
      asked.push(
        this.trip.ensure(`${start} ${end} ${under}`, () => this.#client.trip(start, end, conditions))
      );
    }
    if (this.hasRoads && (this.closing || closed.length > 0)) {
      const used = { ...tried, settings };
      asked.push(this.roads.ensure(teamKey(used), () => this.#client.roads(used)));
    }
    await Promise.all(asked);
  }

  /** Ends the work under way; the figures shown stay. */
  stop(): void {
    this.#client.stop();
  }

  read(params: URLSearchParams): void {
    const places = teamPlaces(this.dashboard.communes, this.dashboard.schools);
    this.address = readTravel(params, {
      towns: this.file.towns,
      posts: this.file.posts.map(({ id }) => id),
      isPlace: (code) => places.some(({ id }) => id === code),
      modes: this.offered,
      hasRoads: Object.values(this.file.times).some((kind) => kind === 'roads' || kind === 'schematic')
    });
  }

  write(): URLSearchParams {
    return writeTravel(
      this.address,
      this.file.posts.map(({ id }) => id)
    );
  }

  get #peak(): number {
    return this.conditions.mode === 'car' ? this.conditions.peak : 1;
  }

  /** What times depend on: the network, and the network without the closed roads. */
  #keys(): { roads: string; under: string } {
    const { mode } = this.conditions;
    const roads = `${this.served ? 'service ' : ''}${mode} ${this.#peak}`;
    return { roads, under: mode === 'transit' ? roads : `${roads} ${this.closed.join(' ')}` };
  }

  async #askTeam(request: Request<TeamAnswer>, asked: TeamRequest): Promise<void> {
    await request.ensure(teamKey(asked), () => {
      const hear = ({ share, wait = 0 }: Told) => {
        this.progress = share;
        this.wait = wait;
      };
      hear({ share: 0 });
      return this.#client.team(asked, hear);
    });
  }
}

export const [travelState, provideTravelState] = createContext<TravelState>();
