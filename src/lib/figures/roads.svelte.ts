// The road of a plan: the mean week of each post by sampled tours, by one worker. A post's road depends on its base, its schools and the settings
// alone: it is computed once for the tab, whichever page or plan asks.
import type { TimesKind } from '$lib/model/travel/travel-times.ts';
import { drivenSchool, type PostBurden, type TeamPost } from '$lib/model/travel/team-travel.ts';
import type { TravelClient } from '$lib/workers/travel/client.ts';
import { Stopped } from '$lib/workers/stopped.ts';
import type { Graphs, TeamRequest, TeamResult, TravelSetup } from '$lib/workers/travel/protocol.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';
import type { RoadMinutes } from './plan-loads.ts';
import { roadsSlot } from './roads-slot.ts';

/** Mean week of a team: sum of the means of its posts. */
export interface TourWeek {
  hours: number;
  km: number;
  euros: number;
  co2: number;
}

/** Of the territory: what the times of each mode rest on, and the places that they join. */
export interface RoadSources {
  times: Readonly<Record<string, TimesKind>>;
  places: () => TravelSetup['places'];
}

/** With what its times rest on. */
type PostWeek = PostBurden & Pick<TeamResult, 'meta'>;

/** What the week of a post depends on, its name aside. */
const keyOf = ({ base, schools }: TeamPost, { settings, closed }: TeamRequest) =>
  JSON.stringify([
    base,
    schools.map((school) => Object.entries(drivenSchool(school)).sort()),
    Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1)),
    closed
  ]);

export class PlanRoads {
  readonly #request = new Request<void, number>({ stop: () => this.#client?.stop(), mostItems: 1 });
  #weeks: Readonly<Record<string, PostWeek>> = $state.raw({});
  /** Minutes on the road of the posts whose tours a file or a search has sampled. */
  #held: Readonly<Record<string, number>> = $state.raw({});
  #client: TravelClient | null;
  /** Ends with the last computation asked for. */
  #last: Promise<void> = Promise.resolve();
  #stops = 0;
  readonly graphs: () => Graphs;

  /**
   * @param graphs evaluated by the first request
   * @param client its worker; made by the first request by default
   */
  constructor(graphs: () => Graphs, client: TravelClient | null = null) {
    this.graphs = graphs;
    this.#client = client;
  }

  #known(request: TeamRequest): PostWeek[] | null {
    const weeks = request.posts.map((post) => this.#weeks[keyOf(post, request)]);
    return weeks.every((week) => week !== undefined) ? weeks : null;
  }

  /**
   * The whole week of each post, computed where it is not known.
   * @param isAsked read when its turn comes: where it is no longer, nothing is computed
   * @throws as the worker does; `Stopped` where it was stopped, or is no longer asked
   */
  async team(request: TeamRequest, from: RoadSources, isAsked = () => true): Promise<TeamResult> {
    if (request.posts.length === 0) return (await this.#ready(from)).team(request, () => undefined);
    await this.compute(() => (isAsked() ? [request] : []), from);
    const weeks = this.#known(request);
    if (!weeks) throw this.#request.error ?? new Stopped();
    return { team: weeks.map((week, at) => ({ ...week, id: request.posts[at]!.id })), meta: weeks[0]!.meta };
  }

  /** Takes the minutes of each post that the same tours gave elsewhere. */
  hold(request: TeamRequest, minutes: RoadMinutes): void {
    const held = request.posts.flatMap((post) =>
      minutes[post.id] === undefined ? [] : [[keyOf(post, request), minutes[post.id]!] as const]
    );
    this.#held = { ...this.#held, ...Object.fromEntries(held) };
  }

  /** Minutes on the road of each post, parking included; null until all are known. */
  minutesOf(request: TeamRequest): RoadMinutes | null {
    const known = request.posts.flatMap((post) => {
      const key = keyOf(post, request);
      const hours = this.#weeks[key]?.hours.driving.mean;
      const minutes = hours === undefined ? this.#held[key] : hours * 60;
      return minutes === undefined ? [] : [[post.id, minutes] as const];
    });
    return known.length === request.posts.length ? Object.fromEntries(known) : null;
  }

  /** Null until the week of each post has been asked for and answered. */
  weekOf(request: TeamRequest): TourWeek | null {
    const weeks = this.#known(request);
    if (!weeks) return null;
    const sum = (figure: (week: PostWeek) => number) => weeks.reduce((all, week) => all + figure(week), 0);
    return {
      hours: sum(({ hours }) => hours.driving.mean),
      km: sum(({ km }) => km.mean),
      euros: sum(({ euros }) => euros.mean),
      co2: sum(({ co2 }) => co2.mean)
    };
  }

  get phase(): RequestPhase {
    return this.#request.phase;
  }

  /** Share of the work done, 0 to 1. */
  get progress(): number {
    return this.#request.items.at(-1) ?? 0;
  }

  /**
   * Computes the weeks that are not known yet, after those asked for before: each part of a page has its answer, or is stopped.
   * @param requests read when its turn comes, so that a plan that has changed meanwhile is not computed
   */
  compute(requests: () => readonly TeamRequest[], from: RoadSources): Promise<void> {
    const stops = this.#stops;
    this.#last = this.#last.then(() => (stops === this.#stops ? this.#compute(requests(), from) : undefined));
    return this.#last;
  }

  /** Stops the computation and those that wait for it; the weeks computed stay. */
  stop(): void {
    this.#stops++;
    this.#request.stop();
  }

  /** Ends the worker, with the territory. */
  close(): void {
    this.stop();
    this.#client?.stop();
  }

  async #compute(requests: readonly TeamRequest[], from: RoadSources): Promise<void> {
    const missing = requests.flatMap((request) => {
      const posts = request.posts.filter((post) => !(keyOf(post, request) in this.#weeks));
      return posts.length > 0 ? [{ ...request, posts }] : [];
    });
    if (missing.length === 0) return;
    await this.#request.send(JSON.stringify(missing), async (push) => {
      for (const [done, request] of missing.entries()) {
        const client = await this.#ready(from);
        const { team, meta } = await client.team(request, ({ share }) =>
          push((done + share) / missing.length)
        );
        const found = request.posts.map(
          (post, at) => [keyOf(post, request), { ...team[at]!, meta }] as const
        );
        this.#weeks = { ...this.#weeks, ...Object.fromEntries(found) };
      }
    });
    if (this.phase === 'failed') console.warn('tours', this.#request.error);
  }

  async #ready({ times, places }: RoadSources): Promise<TravelClient> {
    if (this.#client) return this.#client;
    const { travelClient } = await import('$lib/workers/travel/client.ts');
    return (this.#client ??= travelClient(() => ({
      graphs: this.graphs(),
      times,
      places: places()
    })));
  }
}

/** Those of the territory that is open, shared by its pages. */
export function roadsOfTerritory(): PlanRoads {
  const slot = roadsSlot();
  return (slot.roads ??= new PlanRoads(slot.graphs));
}
