// Content of `tables/dashboard.json`, the small file that answers every filter before the database is open.
import { hasPerimeter, type Commune, type Qpv, type Territory } from '../model/place.ts';
import type { School } from '../model/school.ts';
import type { PathwayGrid } from './pathway-grid.ts';
import type { Milestone, ServiceYear, SupportTeam } from '../model/service.ts';
import type { Uncounted } from '../model/pathway.ts';
import { lastMonth, type Month, type SchoolYear } from '../model/school-year.ts';

export const DASHBOARD_VERSION = 1;

/** Driving times from the nearest base. */
export interface TravelAccess {
  /** Roads are straight lines between towns (schematic). */
  schematic: boolean;
  /** UAI -> INSEE code of the base, seconds one way. */
  nearest: Record<string, { base: string; seconds: number }>;
}

/** Sources of a table of a real territory. */
export interface TableOrigin {
  source: string;
  vintage: string;
  licence: string;
}

/** School year shown first: the last one with data, or the year of the build without any. */
export const latestYear = ({ years }: { years: readonly SchoolYear[] }): SchoolYear =>
  years.at(-1) ?? '2025-2026';

export interface Dashboard {
  version: typeof DASHBOARD_VERSION;
  territory: Territory;
  /** Oldest first. The last one is shown first. */
  years: SchoolYear[];
  /** Month at which waiting schools are counted. */
  asOf: Month;
  communes: Commune[];
  /** Pairs of adjacent communes. */
  neighbours: [string, string][];
  qpvs: Qpv[];
  schools: School[];
  /** Schools followed in a former year that the lists of schools have no more. */
  formerSchools?: School[];
  /** Published and protected counts of children; the only counts of persons in the file. */
  pathways: PathwayGrid;
  /** Themes that are counted beside those of the list, by their names; absent where there are none. */
  themes?: readonly string[];
  /** Children of the case files that are in no count; in a site of the service only. */
  uncounted?: Uncounted;
  /** Sources of each table; absent in the demonstration, whose catalogue gives them. */
  origins?: Readonly<Record<string, TableOrigin>>;
  serviceYears: ServiceYear[];
  teams: Pick<SupportTeam, 'id' | 'name' | 'qpv' | 'commune' | 'meetings'>[];
  /** Schools waiting at the end of each month, and requests made during it. */
  demand: { month: Month; requests: number; waiting: number }[];
  /** Action sheets: cost and the communes that they reach. */
  actions: { id: string; level: string; communes: string[]; cost_euros: number | null }[];
  /** Dated notes of the service, oldest first; absent in files written before they existed. */
  milestones?: Milestone[];
  /** Travel times from the referents' bases; null where bases or roads are unknown. */
  access: TravelAccess | null;
  posts: { referents: number; coordinators: number };
  /** People who sit in the meetings of teams; absent in a public site, and in files written before it was told. */
  members?: number;
  /** Sessions of actions, by the same rule. */
  sessions?: number;
  /** Total quoted by the service, shown beside the sum of the rows; null without one. */
  quotedPupils: number | null;
  fingerprint: string;
  /** In the HTML of a page of words: only what its frame reads (`frame-dashboard`). */
  lean?: true;
}

/** Month at which a year is counted: the file's own for the last year, June for those before. */
export const referenceMonth = (
  { years, asOf }: Pick<Dashboard, 'years' | 'asOf'>,
  year: SchoolYear
): Month => (year === years.at(-1) ? asOf : lastMonth(year));

/** INSEE codes of the communes of intervention, in the order of the data. */
export const servedCommunes = ({ communes }: Pick<Dashboard, 'communes'>): string[] =>
  communes.filter(({ intervention }) => intervention).map(({ code }) => code);

/** One commune: its places are its neighbourhoods, and nothing is told commune by commune. */
export const isOneCommune = (dashboard: Pick<Dashboard, 'communes'>): boolean =>
  servedCommunes(dashboard).length === 1;

/** A file draws a commune of the territory. */
export const isOutlined = ({ communes }: Pick<Dashboard, 'communes'>): boolean =>
  communes.some(({ area_ha }) => area_ha !== null);

/** What a map of the territory can show: its schools of the first degree, which are those that are followed, the outlines of its communes alone, or nothing. */
export function mapContent(
  dashboard: Pick<Dashboard, 'communes' | 'schools'>
): 'schools' | 'outlines' | 'nothing' {
  if (dashboard.schools.some(({ kind, lon }) => kind !== 'college' && lon !== null)) return 'schools';
  return isOutlined(dashboard) ? 'outlines' : 'nothing';
}

/** The zones that tables and maps compare: communes, or in one commune its neighbourhoods, where a perimeter says which schools are in. */
export function zoneKindOf(dashboard: Pick<Dashboard, 'communes' | 'qpvs'>): 'commune' | 'qpv' {
  return isOneCommune(dashboard) && dashboard.qpvs.some(hasPerimeter) ? 'qpv' : 'commune';
}
