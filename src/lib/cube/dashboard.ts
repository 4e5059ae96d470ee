// The small file that answers every filter before the database is there: `tables/dashboard.json`.
import type { Commune, Qpv, Territory } from '../model/place.ts';
import type { School } from '../model/school.ts';
import type { PathwayGrid } from './pathway-grid.ts';
import type { ServiceYear, SupportTeam } from '../model/service.ts';
import type { Month, SchoolYear } from '../model/school-year.ts';

export const DASHBOARD_VERSION = 1;

/** Driving times from the nearest base. */
export interface Access {
  /** Roads are straight lines between towns. */
  schematic: boolean;
  /** UAI -> INSEE code of the base, seconds one way. */
  nearest: Record<string, { base: string; seconds: number }>;
}

/** What a table of a real territory was made from. */
export interface Origin {
  source: string;
  vintage: string;
  licence: string;
}

/** The school year shown first: the last one known, or that of the site's making where no year is known yet. */
export const latestYear = ({ years }: { years: readonly SchoolYear[] }): SchoolYear =>
  years.at(-1) ?? '2025-2026';

export interface Dashboard {
  version: typeof DASHBOARD_VERSION;
  territory: Territory;
  /** Oldest first. The last one is shown first. */
  years: SchoolYear[];
  /** Month that "still waiting" is counted at. */
  asOf: Month;
  communes: Commune[];
  /** Pairs of communes that touch. */
  neighbours: [string, string][];
  qpvs: Qpv[];
  schools: School[];
  /** Published and protected counts of children; the only counts of persons in the file. */
  pathways: PathwayGrid;
  /** Where each table comes from; absent in the demonstration, whose catalogue says it. */
  origins?: Readonly<Record<string, Origin>>;
  serviceYears: ServiceYear[];
  teams: Pick<SupportTeam, 'id' | 'name' | 'qpv' | 'commune' | 'meetings'>[];
  /** Schools that wait at the end of each month, and requests made in it. */
  demand: { month: Month; requests: number; waiting: number }[];
  /** Action sheets: cost and the communes that they reach. */
  actions: { id: string; level: string; communes: string[]; cost_euros: number }[];
  /** How far each school is from the referents' bases; null where neither bases nor roads are known. */
  access: Access | null;
  posts: { referents: number; coordinators: number };
  /** Figure quoted by the service, shown beside the sum of the rows; null when there is none. */
  quotedPupils: number | null;
  fingerprint: string;
}
