// What the page and the travel worker say to each other. Public places and rates go in, times come out.
import type { MultiPolygon } from 'geojson';
import type {
  LonLat,
  MatrixMeta,
  Place,
  PostBurden,
  ServiceConfig,
  Stretch,
  TeamPost,
  TeamSettings,
  TravelMode,
  UsedStretch
} from '../../engines/travel/index.ts';
import type { TimesKind } from '../../model/times-kind.ts';

/** Where times come from: the site's own files, or the service that it is configured with. */
export type TimesFrom = 'site' | 'service';

export interface Conditions {
  mode: TravelMode;
  /** The site when absent. */
  from?: TimesFrom;
  /** Multiplies driving times. */
  peak: number;
  /** Roads that are closed, each by a point on it; public transport does not mind. */
  closed: readonly LonLat[];
}

export interface TravelSetup {
  /** Absolute address of the folder of graphs, without a final slash. */
  folder: string;
  places: (Place & { id: string })[];
  /** Asked only under conditions that say so; its timetable stays the site's. */
  service?: ServiceConfig | null;
  /** What the times of each mode rest on; roads for all when absent. */
  times?: Partial<Record<TravelMode, TimesKind>>;
}

/** How far a long question is: a share of the work, or a wait that a service asked for. */
export interface Told {
  /** 0 to 1. */
  share: number;
  /** Seconds before the service is asked again. */
  wait?: number;
}

export interface TeamRequest {
  posts: TeamPost[];
  settings: TeamSettings;
  closed: readonly LonLat[];
  from?: TimesFrom;
}

/** The roads that can be closed, and those that are. */
export interface Roads {
  /** Those closed, in the order of the question; null where the network has none. */
  closed: (Stretch | null)[];
  /** Those that the posts drive along most. */
  used: UsedStretch[];
}

export interface TeamAnswer {
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

export interface Trip {
  seconds: number | null;
  metres: number | null;
  /** Degrees; null by public transport or where there is no way. */
  line: [number, number][] | null;
}
