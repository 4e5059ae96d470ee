// Everything that a territory hands to the shared writer: the demonstration and `npm run territory` fill the same shape.
import type { MultiPolygon, Polygon } from 'geojson';
import type { TravelAccess, TableOrigin } from '../../cube/dashboard.ts';
import type { Protection } from '../../cube/protection/protection.ts';
import type { PublishedCube } from '../disclosure/index.ts';
import type { PathwayCell, Uncounted } from '../../model/pathway.ts';
import type { Commune, Qpv, Territory } from '../../model/place.ts';
import type { School } from '../../model/school.ts';
import type { Month, SchoolYear } from '../../model/school-year.ts';
import type {
  Action,
  Assignment,
  Correspondent,
  DemandRow,
  Milestone,
  PartnerCount,
  Post,
  ServiceYear,
  SupportTeam
} from '../../model/service.ts';

/** What is published of the cases, in the site's form and in its own file. */
export interface Release {
  cells: PathwayCell[];
  cube: PublishedCube;
  protection: Protection;
  /** Children of the case files that are in no count; never in the rows of a public site. */
  uncounted?: Uncounted | null;
  /** Its certificate of protection, as a file; absent where none was made. */
  certificate?: string | null;
}

export type SourceSurface = Polygon | MultiPolygon;

/** Rows in the order in which they are written. Empty arrays are welcome: a territory may know no partner. */
export interface TerritoryRows {
  territory: Territory;
  /** Oldest first; at least one. */
  years: SchoolYear[];
  asOf: Month;
  /** Outlines and perimeters in degrees WGS84. */
  communes: (Commune & { outline: SourceSurface })[];
  /** Pairs of communes that touch. */
  neighbours: [string, string][];
  /** A PMTiles archive of the communes that lie around the territory; absent where no file draws them. */
  around?: Uint8Array | null;
  /** `perimeter` is null where only the name and the communes are known. */
  qpvs: (Qpv & { perimeter: SourceSurface | null })[];
  schools: School[];
  /** Schools followed in a former year that the lists of schools have no more. */
  formerSchools?: School[];
  /** Counts of children that the disclosure gate has passed; null where nobody has counted any. */
  release: Release | null;
  demand: DemandRow[];
  serviceYears: ServiceYear[];
  teams: SupportTeam[];
  /** Internal tables: refused outside the demonstration. */
  staff: Post[];
  assignment: Assignment[];
  actions: Action[];
  partners: PartnerCount[];
  correspondents: Correspondent[];
  /** Dated notes of the service, oldest first. */
  milestones: Milestone[];
  access: TravelAccess | null;
  /** UAI -> seconds by car, one way, from the base of the post that follows it. */
  drives?: Readonly<Record<string, number>>;
  /** Where each table comes from, for a real territory. */
  origins?: Readonly<Record<string, TableOrigin>>;
  posts: { referents: number; coordinators: number };
  /** Who sits in the meetings of teams; where posts are shown alone. */
  members?: number;
  /** Sessions of actions, by the same rule. */
  sessions?: number;
  quotedPupils: number | null;
}
