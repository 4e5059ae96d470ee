// Weekly hours of plans by simulated tours, computed by the travel worker, whose road graph is fetched on the first request.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { TimesKind } from '$lib/model/travel/travel-times.ts';
import { teamPlaces } from '$lib/engines/travel/index.ts';
import type { PostBurden } from '$lib/model/travel/team-travel.ts';
import type { TravelClient } from '$lib/workers/travel/client.ts';
import type { Graphs, TeamRequest } from '$lib/workers/travel/protocol.ts';
import { Request, type RequestPhase } from '$lib/session/request.svelte.ts';

/** Mean week of a team: sum of the means of its posts. */
export interface TourWeek {
  /** Minutes on the road of each post, parking included. */
  posts: Readonly<Record<string, number>>;
  hours: number;
  km: number;
  euros: number;
  co2: number;
}

const keyOf = (request: TeamRequest) => JSON.stringify(request);

export class PlanTours {
  readonly #request = new Request<void, number>({ stop: () => this.#client?.stop(), mostItems: 1 });
  #weeks: Readonly<Record<string, TourWeek>> = $state.raw({});
  #client: TravelClient | null = null;
  readonly #dashboard: Dashboard;
  readonly #times: Readonly<Record<string, TimesKind>>;
  readonly #graphs: () => Graphs;

  /**
   * @param times what the times of each mode rest on
   * @param graphs evaluated by the first request
   */
  constructor(dashboard: Dashboard, times: Readonly<Record<string, TimesKind>>, graphs: () => Graphs) {
    this.#dashboard = dashboard;
    this.#times = times;
    this.#graphs = graphs;
  }

  /** Null until it has been asked for and answered. */
  weekOf(request: TeamRequest): TourWeek | null {
    return this.#weeks[keyOf(request)] ?? null;
  }

  get phase(): RequestPhase {
    return this.#request.phase;
  }

  /** Share of the work done, 0 to 1. */
  get progress(): number {
    return this.#request.items.at(-1) ?? 0;
  }

  /** Computes the weeks that are not known yet. */
  async compute(requests: readonly TeamRequest[]): Promise<void> {
    this.stop();
    const missing = requests.filter((request) => this.weekOf(request) === null);
    await this.#request.send(JSON.stringify(missing), async (push) => {
      for (const [done, request] of missing.entries()) {
        const client = await this.#ready();
        const { team } = await client.team(request, ({ share }) => push((done + share) / missing.length));
        this.#weeks = { ...this.#weeks, [keyOf(request)]: weekOf(team) };
      }
    });
    if (this.phase === 'failed') console.warn('tours', this.#request.error);
  }

  /** Stops the computation; the weeks computed stay. */
  stop(): void {
    this.#request.stop();
  }

  async #ready(): Promise<TravelClient> {
    if (this.#client) return this.#client;
    const { travelClient } = await import('$lib/workers/travel/client.ts');
    const { communes, schools } = this.#dashboard;
    return (this.#client ??= travelClient(() => ({
      graphs: this.#graphs(),
      times: this.#times,
      places: teamPlaces(communes, schools)
    })));
  }
}

function weekOf(team: readonly PostBurden[]): TourWeek {
  const sum = (figure: (post: PostBurden) => number) => team.reduce((all, post) => all + figure(post), 0);
  return {
    posts: Object.fromEntries(team.map(({ id, hours }) => [id, hours.driving.mean * 60])),
    hours: sum(({ hours }) => hours.driving.mean),
    km: sum(({ km }) => km.mean),
    euros: sum(({ euros }) => euros.mean),
    co2: sum(({ co2 }) => co2.mean)
  };
}
