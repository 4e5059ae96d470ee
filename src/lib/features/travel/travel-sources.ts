// What the page of journeys is built on.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { ServiceConfig, TeamFile } from '$lib/engines/travel/index.ts';

/** What the page stands on: its figures, its team, the service that its territory is configured with. */
export interface TravelSources {
  dashboard: Dashboard;
  file: TeamFile;
  service: ServiceConfig | null;
  /** Address of the graphs, asked for when the first question is. */
  folder: () => string;
}
