// What the page of journeys is built on.
import type { Dashboard } from '../cube/dashboard.ts';
import type { ServiceConfig } from '../travel/services/service-file.ts';
import type { TeamFile } from '../travel/team-file.ts';

/** What the page stands on: its figures, its team, the service that its territory is configured with. */
export interface TravelSources {
  dashboard: Dashboard;
  file: TeamFile;
  service: ServiceConfig | null;
  /** Address of the graphs, asked for when the first question is. */
  folder: () => string;
}
