// What the page of journeys is built on.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { ServiceConfig } from '$lib/engines/travel/services/service-file.ts';
import type { TeamFile } from '$lib/engines/travel/tours/team-file.ts';

/** What the page stands on: its figures, its team, the service that its territory is configured with. */
export interface TravelSources {
  dashboard: Dashboard;
  file: TeamFile;
  service: ServiceConfig | null;
  /** Address of the graphs, asked for when the first question is. */
  folder: () => string;
}
