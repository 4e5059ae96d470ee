// What the page and the travel worker exchange. Public places and rates go in, times come out.
import type { MultiPolygon } from 'geojson';
import type { ModeComparison, PostBurden, TeamPost } from '../../model/travel/team-travel.ts';
import type { TeamSettings } from '../../model/travel/travel-settings.ts';
import type {
  Closure,
  Itinerary,
  LonLat,
  NamedRoad,
  RoadStretches,
  Stretch,
  UsedRoad
} from '../../model/travel/roads.ts';
import type { MatrixMeta, Place, TravelMode, TimesKind } from '../../model/travel/travel-times.ts';
import type { Reply, Report } from '../worker-call.ts';

/** What times depend on. */
export interface Conditions {
  mode: TravelMode;
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
  /** Kind of times of each mode; roads for all when absent. */
  times?: Partial<Record<TravelMode, TimesKind>>;
}

/** Progress of a long request. */
export interface TravelProgress {
  /** 0 to 1. */
  share: number;
}

export interface TeamRequest {
  posts: TeamPost[];
  settings: TeamSettings;
  closed: readonly Closure[];
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
  /** The same route, road by road; null where none is known. */
  itinerary: Itinerary | null;
}

/** Every request throws `UnusableInput` when a file is missing or damaged. */
export interface TravelApi {
  /** Before any other request. */
  setUp(setup: TravelSetup): Reply<void>;
  /** Weekly burden of each post. */
  team(request: TeamRequest, onProgress: Report<TravelProgress>): Reply<TeamResult>;
  /** Burden of the posts by each mode. */
  modes(request: TeamRequest): Reply<ModeComparison>;
  /** Roads used most and roads closed. */
  roads(request: TeamRequest): Reply<Roads>;
  /** The open road at a point, no farther than `within` metres. */
  roadAt(point: LonLat, within: number, conditions: Conditions): Reply<Stretch | null>;
  /** Roads of a name or a number, no more than `most`. */
  roadsNamed(query: string, most: number, conditions: Conditions): Reply<NamedRoad[]>;
  /** Every stretch of what a closure closes. */
  stretches(closure: Closure, conditions: Conditions): Reply<RoadStretches | null>;
  /** Seconds between communes (INSEE codes), rows are origins; null where there is no route. */
  towns(conditions: Conditions, codes: readonly string[]): Reply<(number | null)[][]>;
  /** @param limits seconds of the areas */
  around(id: string, conditions: Conditions, limits: readonly number[]): Reply<Around>;
  /** @param from identifier of a place of the setup, as `to` */
  trip(from: string, to: string, conditions: Conditions): Reply<Trip>;
}
