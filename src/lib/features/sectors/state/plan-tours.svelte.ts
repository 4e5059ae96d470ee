// Weekly hours of plans by simulated tours, computed by the travel worker, whose road graph is fetched on the first request.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { TimesKind } from '$lib/model/times-kind.ts';
import { teamPlaces, type PostBurden } from '$lib/engines/travel/index.ts';
import type { TravelClient } from '$lib/workers/travel/client.ts';
import type { TeamRequest } from '$lib/workers/travel/protocol.ts';
import { Stopped } from '$lib/workers/worker-call.ts';

/** Median week of a team: sum of the medians of its posts. */
export interface TourWeek {
  hours: number;
  km: number;
  euros: number;
  co2: number;
}

export type ToursPhase = 'asleep' | 'working' | 'done' | 'stopped' | 'failed';

const keyOf = (request: TeamRequest) => JSON.stringify(request);

export class PlanTours {
  phase: ToursPhase = $state('asleep');
  /** Share of the work done, 0 to 1. */
  progress = $state(0);
  #weeks: Readonly<Record<string, TourWeek>> = $state.raw({});
  #client: TravelClient | null = null;
  #round = 0;
  readonly #dashboard: Dashboard;
  readonly #times: Readonly<Record<string, TimesKind>>;
  readonly #folder: () => string;

  /**
   * @param times what the times of each mode rest on
   * @param folder absolute address of the graphs
   */
  constructor(dashboard: Dashboard, times: Readonly<Record<string, TimesKind>>, folder: () => string) {
    this.#dashboard = dashboard;
    this.#times = times;
    this.#folder = folder;
  }

  /** Null until it has been asked for and answered. */
  weekOf(request: TeamRequest): TourWeek | null {
    return this.#weeks[keyOf(request)] ?? null;
  }

  async ask(requests: readonly TeamRequest[]): Promise<void> {
    const round = ++this.#round;
    const isLast = () => round === this.#round;
    const waiting = requests.filter((request) => this.weekOf(request) === null);
    this.phase = 'working';
    try {
      for (const [done, request] of waiting.entries()) {
        const client = await this.#ready();
        if (!isLast()) return;
        const { team } = await client.team(request, ({ share }) => {
          if (isLast()) this.progress = (done + share) / waiting.length;
        });
        this.#weeks = { ...this.#weeks, [keyOf(request)]: weekOf(team) };
        if (!isLast()) return;
      }
      this.phase = 'done';
    } catch (error) {
      if (!isLast()) return;
      this.phase = error instanceof Stopped ? 'stopped' : 'failed';
      if (this.phase === 'failed') console.warn('tours', error);
    }
  }

  /** Ends the work under way; the weeks known stay. */
  stop(): void {
    this.#client?.stop();
  }

  async #ready(): Promise<TravelClient> {
    if (this.#client) return this.#client;
    const { TravelClient } = await import('$lib/workers/travel/client.ts');
    const { communes, schools } = this.#dashboard;
    this.#client = new TravelClient(() => ({
      folder: this.#folder(),
      times: this.#times,
      places: teamPlaces(communes, schools)
    }));
    return this.#client;
  }
}

function weekOf(team: readonly PostBurden[]): TourWeek {
  const sum = (figure: (post: PostBurden) => number) => team.reduce((all, post) => all + figure(post), 0);
  return {
    hours: sum(({ hours }) => hours.driving.median),
    km: sum(({ km }) => km.median),
    euros: sum(({ euros }) => euros.median),
    co2: sum(({ co2 }) => co2.median)
  };
}
