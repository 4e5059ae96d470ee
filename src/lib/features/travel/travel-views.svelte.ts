// Saved views of the travel page, each computed as that page does, side by side for a story.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { teamPlaces } from '$lib/engines/travel/index.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { readPlanCode } from '$lib/model/assignment/plan-code.ts';
import type { TeamFile } from '$lib/model/travel/team-travel.ts';
import { PlanRoads } from '$lib/figures/roads.svelte.ts';
import { readDecisionLink } from '$lib/session/decision/decision-link.ts';
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
  /** Posts and schools of the répartitions that views are of. */
  readonly #assignment: AssignmentFile | null;
  readonly #client: TravelClient;
  readonly #tours: PlanRoads;
  readonly #views: Record<string, TravelState> = {};

  /** @param graphs evaluated by the first request */
  constructor(
    dashboard: Dashboard,
    file: TeamFile,
    graphs: () => Graphs,
    { assignment = null, client }: { assignment?: AssignmentFile | null; client?: TravelClient } = {}
  ) {
    this.#dashboard = dashboard;
    this.#file = file;
    this.#graphs = graphs;
    this.#assignment = assignment;
    this.#tours = new PlanRoads(graphs, client);
    const places = teamPlaces(dashboard.communes, dashboard.schools);
    this.#client = client ?? travelClient(() => ({ graphs: graphs(), places, times: file.times }));
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
      { dashboard: this.#dashboard, file: this.#file, graphs: this.#graphs, tours: this.#tours },
      this.#client
    );
    view.read(params);
    const { code } = readDecisionLink({ searchParams: params, hash: '' });
    const plan = this.#assignment && code !== null ? readPlanCode(this.#assignment, code) : null;
    if (plan) view.follow(plan, this.#assignment);
    this.#views[key] = view;
    return view;
  }

  stop(): void {
    this.#client.stop();
    this.#tours.stop();
  }
}
