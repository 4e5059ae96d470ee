// Requests of the travel page to its worker: one for each part of the page, and why one of them failed.
import { UnusableInput, type Finding } from '$lib/model/findings.ts';
import { movedPosts, travelSum } from '$lib/engines/travel/index.ts';
import type { ModeComparison, TeamFile, TeamPost } from '$lib/model/travel/team-travel.ts';
import { DEFAULT_SETTINGS, settingsBy, type TeamSettings } from '$lib/model/travel/travel-settings.ts';
import { countedChildren, countedVisits } from '$lib/model/workload.ts';
import type { LonLat, NamedRoad, RoadStretches, Stretch } from '$lib/model/travel/roads.ts';
import type { PlanRoads, RoadSources } from '$lib/figures/roads.svelte.ts';
import { Request } from '$lib/session/request.svelte.ts';
import type { TravelClient } from '$lib/workers/travel/client.ts';
import type {
  Around,
  Conditions,
  Roads,
  TeamRequest,
  TeamResult,
  Trip
} from '$lib/workers/travel/protocol.ts';
import { closureKey, isTrial, NO_TRIAL, type Trial } from './travel-address.ts';

/** Minutes of the areas around a place. */
export const AREA_MINUTES = [5, 10, 15, 20, 30] as const;
const DAMAGED_FILE = ['graph-foreign', 'graph-newer', 'graph-truncated', 'graph-damaged'];

/** Roads that a search lists. */
const MOST_NAMED = 8;

export type TravelFault = 'unreachable' | 'former' | 'damaged' | 'unforeseen';

/** What requests depend on in the state of the page. */
export interface TravelQuery {
  /** Under the répartition in use. */
  posts: readonly TeamPost[];
  settings: TeamSettings;
  /** Place that times are counted from: INSEE code or UAI. */
  origin: string;
  /** INSEE code or UAI of both ends. */
  trip: readonly [from: string, to: string] | null;
  trial: Trial;
  /** Roads to close are being chosen: the most used ones are needed. */
  isClosingRoads: boolean;
}

/** Kind of the roads that a mode takes: public transport has none of its own, those of cars stand for them. */
export const roadsKind = ({ times }: TeamFile, { mode }: Pick<TeamSettings, 'mode'>) =>
  times[mode === 'transit' ? 'car' : mode];

/** Whether roads of a mode are known, and can be closed. */
export const hasRoads = (file: TeamFile, settings: Pick<TeamSettings, 'mode'>): boolean =>
  roadsKind(file, settings) !== 'straight';

const teamKey = ({ posts, settings, closed }: TeamRequest): string =>
  JSON.stringify([
    settings,
    posts.map(({ base, schools }) => [base, ...schools.map(({ uai }) => uai)]),
    closed
  ]);

/** A team under other settings, or with other schools. */
interface TeamChange {
  posts: readonly TeamPost[];
  settings: TeamSettings;
}
const changesKey = (changed: readonly TeamChange[]): string =>
  JSON.stringify(changed.map(({ posts, settings }) => [posts, settings]));

/** Burdens with the posts that they are of. */
export interface TeamBurdens extends TeamResult {
  posts: readonly TeamPost[];
}

export class TravelRequests {
  readonly burdens = new Request<TeamBurdens>();
  readonly trialBurdens = new Request<TeamBurdens>();
  /** Seconds between the communes of the file, in its order. */
  readonly towns = new Request<(number | null)[][]>();
  /** The same with the closed roads of the trial. */
  readonly trialTowns = new Request<(number | null)[][]>();
  readonly modes = new Request<ModeComparison>();
  readonly roads = new Request<Roads>();
  readonly around = new Request<Around>();
  readonly trip = new Request<Trip>();
  readonly #changes = new Request<readonly number[]>();
  readonly #file: TeamFile;
  readonly #client: TravelClient;
  readonly #tours: PlanRoads;
  readonly #from: RoadSources;
  readonly #all: readonly Request<unknown>[] = [
    this.burdens,
    this.trialBurdens,
    this.towns,
    this.trialTowns,
    this.modes,
    this.roads,
    this.around,
    this.trip
  ];
  isPending = $derived(this.#all.some(({ phase }) => phase === 'pending'));
  isStopped = $derived(this.#all.some(({ phase }) => phase === 'stopped'));
  #failed = $derived(this.#all.find(({ phase }) => phase === 'failed'));
  /** Why a request failed, when a file is the cause. */
  finding: Finding | null = $derived(
    this.#failed?.error instanceof UnusableInput ? this.#failed.error.finding : null
  );
  fault: TravelFault | null = $derived.by(() => {
    if (!this.#failed) return null;
    const code = this.finding?.code ?? '';
    if (code === 'graph-unreachable') return 'unreachable';
    if (code === 'graph-version') return 'former';
    return DAMAGED_FILE.includes(code) ? 'damaged' : 'unforeseen';
  });

  /**
   * @param client of areas, trips and modes
   * @param tours weeks of posts, those of every page
   */
  constructor(file: TeamFile, client: TravelClient, tours: PlanRoads, places: RoadSources['places']) {
    this.#file = file;
    this.#client = client;
    this.#tours = tours;
    this.#from = { times: file.times, places };
    const key = teamKey({ posts: file.posts, settings: DEFAULT_SETTINGS, closed: [] });
    if (!file.isFormer) {
      this.burdens.set(key, { team: file.team, meta: file.meta, posts: file.posts });
      this.modes.set(key, file.modes);
    }
    if (file.seconds.car) this.towns.set('car 1', file.seconds.car);
  }

  /** Sends a request for all that the page shows and that is not known yet. */
  sendAll(query: TravelQuery): void {
    const { settings, trial, posts } = query;
    const { towns, seconds } = this.#file;
    const conditions = conditionsOf(query);
    void this.sendView(query);
    const known = peakOf(settings) === 1 ? seconds[settings.mode] : undefined;
    const key = networkKey(query);
    if (known) this.towns.set(key, known);
    else void this.towns.ensure(key, () => this.#client.towns({ ...conditions, closed: [] }, towns));
    if (trial.closed.length > 0)
      void this.trialTowns.ensure(trialKey(query), () => this.#client.towns(conditions, towns));
    const open = { posts: [...posts], settings, closed: [] };
    void this.modes.ensure(teamKey(open), () => this.#client.modes(open));
  }

  /** Sends those of the map and of the burdens alone; resolves when all have ended. */
  async sendView(query: TravelQuery): Promise<void> {
    const { settings, origin, trip, trial, isClosingRoads, posts } = query;
    const conditions = conditionsOf(query);
    const key = trialKey(query);
    const limits = AREA_MINUTES.map((minutes) => minutes * 60);
    const ofTrial: TeamRequest = {
      posts: movedPosts(posts, trial.bases),
      settings: {
        ...settingsBy(settings, trial.mode ?? settings.mode),
        ...(trial.visits !== NO_TRIAL.visits && {
          visitsPerMonth: (countedVisits(posts[0]?.schools[0] ?? {}, settings) * trial.visits) / 100
        })
      },
      closed: trial.closed
    };
    const pending = [
      this.#sendTeam(this.burdens, posts, { posts: [...posts], settings, closed: [] }),
      this.around.ensure(`${origin} ${key}`, () => this.#client.around(origin, conditions, limits))
    ];
    if (isTrial(trial)) pending.push(this.#sendTeam(this.trialBurdens, posts, ofTrial));
    if (trip) {
      const [from, to] = trip;
      pending.push(this.trip.ensure(`${from} ${to} ${key}`, () => this.#client.trip(from, to, conditions)));
    }
    if (hasRoads(this.#file, settings) && (isClosingRoads || trial.closed.length > 0)) {
      const used = { ...ofTrial, settings };
      pending.push(this.roads.ensure(teamKey(used), () => this.#client.roads(used)));
    }
    await Promise.all(pending);
  }

  /** Minutes a week on the road of the team under each of some changes; null until all are known. */
  changed(changed: readonly TeamChange[]): readonly number[] | null {
    const { phase, key, value } = this.#changes;
    return phase === 'done' && key === changesKey(changed) ? value : null;
  }

  /** Sends for them. */
  sendChanges(changed: readonly TeamChange[]): Promise<void> {
    const key = changesKey(changed);
    return this.#changes.ensure(key, async () => {
      const minutes: number[] = [];
      for (const { posts, settings } of changed) {
        const asked = asCounted({ posts: [...posts], settings, closed: [] });
        const { team } = await this.#tours.team(asked, this.#from, () => this.#changes.key === key);
        minutes.push(travelSum(team).driving * 60);
      }
      return minutes;
    });
  }

  /** The road near a point, no farther than `within` metres; null where there is none. */
  roadAt(point: LonLat, within: number, query: TravelQuery): Promise<Stretch | null> {
    return this.#client.roadAt(point, within, { ...conditionsOf(query), closed: [] });
  }

  /** Roads of a name or a number. */
  roadsNamed(text: string, query: TravelQuery): Promise<NamedRoad[]> {
    return this.#client.roadsNamed(text, MOST_NAMED, { ...conditionsOf(query), closed: [] });
  }

  /** Every stretch of a road. */
  stretches({ at, key }: NamedRoad, query: TravelQuery): Promise<RoadStretches | null> {
    return this.#client.stretches({ at, road: key }, { ...conditionsOf(query), closed: [] });
  }

  /** Share of the work on burdens, 0 to 1. */
  get progress(): number {
    return this.#tours.progress;
  }

  /** Ends the work under way; the values stay. */
  stop(): void {
    this.close();
    this.#tours.stop();
  }

  /** Ends the work of this page alone: weeks of posts are of every page. */
  close(): void {
    this.#client.stop();
  }

  #sendTeam(request: Request<TeamBurdens>, posts: readonly TeamPost[], team: TeamRequest): Promise<void> {
    const key = teamKey(team);
    const asked = asCounted(team);
    const isAsked = () => request.key === key;
    return request.ensure(key, async () => ({
      ...(await this.#tours.team(asked, this.#from, isAsked)),
      posts
    }));
  }
}

/** As Répartition asks it: one request, one road. */
const asCounted = ({ posts, settings, closed }: TeamRequest): TeamRequest => ({
  settings,
  closed,
  posts: posts.map((post) => ({
    ...post,
    schools: post.schools.map((school) => ({ ...school, children: countedChildren(school, settings) }))
  }))
});

const peakOf = ({ mode, peak }: TeamSettings): number => (mode === 'car' ? peak : 1);

const conditionsOf = ({ settings: { mode, peak }, trial }: TravelQuery): Conditions => ({
  mode,
  peak,
  closed: trial.closed
});

/** What times over the open network depend on. */
const networkKey = ({ settings }: TravelQuery): string => `${settings.mode} ${peakOf(settings)}`;

/** What times with the closed roads of the trial depend on. */
const trialKey = (query: TravelQuery): string =>
  query.settings.mode === 'transit'
    ? networkKey(query)
    : `${networkKey(query)} ${query.trial.closed.map(closureKey).join(' ')}`;
