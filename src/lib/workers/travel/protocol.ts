// What the page and the travel worker exchange. Public places and rates go in, times come out.
import type { MultiPolygon } from 'geojson';
import type { ServiceConfig } from '../../model/travel/routing-service.ts';
import type { PostBurden, TeamPost } from '../../model/travel/team-travel.ts';
import type { TeamSettings } from '../../model/travel/travel-settings.ts';
import type { Closure, Itinerary, RoadStretches, UsedRoad } from '../../model/travel/roads.ts';
import type { MatrixMeta, Place, TravelMode, TimesKind } from '../../model/travel/travel-times.ts';

/** Where times come from: the site's own files, or the routing service that it is configured with. */
export type TimesSource = 'site' | 'service';

/** What times depend on. */
export interface Conditions {
  mode: TravelMode;
  /** The site when absent. */
  source?: TimesSource;
  /** Multiplies driving times. */
  peak: number;
  /** Closed stretches and roads; public transport ignores them. */
  closed: readonly Closure[];
}

/** Road graphs and tables of times: absolute address of their folder, without a final slash, or their bytes by file name. */
export type Graphs = string | ReadonlyMap<string, Uint8Array>;

export interface TravelSetup {
  graphs: Graphs;
  places: (Place & { id: string })[];
  /** Requested only under conditions of that source; times by public transport stay the site's. */
  service?: ServiceConfig | null;
  /** Kind of times of each mode; roads for all when absent. */
  times?: Partial<Record<TravelMode, TimesKind>>;
}

/** Progress of a long request: a share of the work, or a wait that a service asked for. */
export interface TravelProgress {
  /** 0 to 1. */
  share: number;
  /** Seconds before the next request to the service. */
  wait?: number;
}

export interface TeamRequest {
  posts: TeamPost[];
  settings: TeamSettings;
  closed: readonly Closure[];
  source?: TimesSource;
}

/** The roads that can be closed, and those that are. */
export interface Roads {
  /** Those closed, in the order of the request; null where the network has none. */
  closed: (RoadStretches | null)[];
  /** Those that the posts use most. */
  used: UsedRoad[];
}

export interface TeamResult {
  team: PostBurden[];
  meta: MatrixMeta;
}

/** Times from one place. */
export interface Around {
  /** Areas within each limit, in the order given; empty by public transport, which has no area between its stops. */
  areas: { seconds: number; area: MultiPolygon }[];
  /** Seconds to each place that can be reached. */
  seconds: Map<string, number>;
}

/** The fastest route between two places. */
export interface Trip {
  /** Null where there is no route, as `metres`. */
  seconds: number | null;
  metres: number | null;
  /** Degrees; null by public transport or where there is no route. */
  line: [number, number][] | null;
  /** The same route, road by road; null with times of a service too, which tells no road. */
  itinerary: Itinerary | null;
}
