// Saved views of the travel page, each computed as that page does, side by side for a story.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { teamPlaces } from '$lib/engines/travel/index.ts';
import type { TeamFile } from '$lib/model/travel/team-travel.ts';
import { travelClient, type TravelClient } from '$lib/workers/travel/client.ts';
import type { Graphs } from '$lib/workers/travel/protocol.ts';
import type { ViewComputer } from '$lib/features/share/page-view-type.ts';
import type { Snapshot } from '$lib/map/svg/snapshot.ts';
import { travelSnapshot } from './map/snapshot.ts';
import { TravelState } from './travel-state.svelte.ts';

export class TravelViews implements ViewComputer {
  readonly #dashboard: Dashboard;
  readonly #file: TeamFile;
  readonly #graphs: () => Graphs;
  readonly #client: TravelClient;
  readonly #views: Record<string, TravelState> = {};

  /** @param graphs evaluated by the first request */
  constructor(dashboard: Dashboard, file: TeamFile, graphs: () => Graphs, client?: TravelClient) {
    this.#dashboard = dashboard;
    this.#file = file;
    this.#graphs = graphs;
    const places = teamPlaces(dashboard.communes, dashboard.schools);
    this.#client =
      client ?? travelClient(() => ({ graphs: graphs(), places, service: null, times: file.times }));
  }

  snapshot(params: URLSearchParams): Snapshot {
    return travelSnapshot(this.#of(params));
  }

  async compute(params: URLSearchParams): Promise<boolean> {
    const { requests, query } = this.#of(params);
    await requests.sendView(query);
    return requests.fault === null;
  }

  /** State of a view; nothing is computed yet. */
  #of(params: URLSearchParams): TravelState {
    const key = params.toString();
    const known = this.#views[key];
    if (known) return known;
    const view = new TravelState(
      { dashboard: this.#dashboard, file: this.#file, service: null, graphs: this.#graphs },
      this.#client
    );
    view.read(params);
    this.#views[key] = view;
    return view;
  }

  stop(): void {
    this.#client.stop();
  }
}
