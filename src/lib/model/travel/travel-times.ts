// Travel times: their modes and kinds, their matrices, and the interface of everything that can compute them: a road graph, a timetable.
import type { RoadMode } from './road-network.ts';

export type TravelMode = RoadMode | 'transit';

/** Kinds of times: roads, straight lines between towns (schematic), a timetable, or a straight-line estimate. */
export type TimesKind = 'roads' | 'schematic' | 'timetable' | 'straight';

/** A position in degrees, and the identifier (INSEE code, UAI) by which files name it. */
export interface Place {
  lon: number;
  lat: number;
  id?: string;
}

/** Departures that times by public transport cover; times by road ignore it. */
export interface DepartureWindow {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Seconds after midnight. */
  from: number;
  to: number;
}

/** Where the times of a matrix come from. */
export interface MatrixMeta {
  /** Name and version of what computed the times, e.g. `maillage-graph 3`. */
  engine: string;
  /** Date of the roads or timetables, empty when unknown. */
  dataDate: string;
  /** Adjustments, in a stable form: `factor=0.976;penalty=0.6s;closed=0`. */
  calibration: string;
}

/**
 * Minutes of a trip, to a tenth: the one rounding of every page, file and problem. A time that is rounded to a tenth in one place and
 * not in another may end as two different whole minutes (747 s: 12 or 13).
 */
export const tripMinutes = (seconds: number): number => Math.round(seconds / 6) / 10;

/** Value of `seconds` and `metres` where there is no route. */
export const NO_ROUTE = -1;

/** Times between two sets of places, row-major: cell (o, d) is at `o * destinations + d`. */
export interface Matrix {
  origins: number;
  destinations: number;
  /** Whole seconds, `NO_ROUTE` where there is none. */
  seconds: Int32Array;
  /** Whole metres along the fastest route, `NO_ROUTE` where there is none; null when the source does not give any. */
  metres: Int32Array | null;
  meta: MatrixMeta;
}

export interface MatrixOptions {
  signal?: AbortSignal;
  /** Share of the work done, 0 to 1. */
  progress?: (share: number) => void;
}

/** A source of travel times. */
export interface TravelTimes {
  /** Times from every origin to every destination. */
  matrix(
    origins: readonly Place[],
    destinations: readonly Place[],
    mode: TravelMode,
    window?: DepartureWindow,
    options?: MatrixOptions
  ): Promise<Matrix>;
}

/** An empty matrix, every cell `NO_ROUTE`. */
export function emptyMatrix(
  origins: number,
  destinations: number,
  meta: MatrixMeta,
  withMetres = true
): Matrix {
  return {
    origins,
    destinations,
    seconds: new Int32Array(origins * destinations).fill(NO_ROUTE),
    metres: withMetres ? new Int32Array(origins * destinations).fill(NO_ROUTE) : null,
    meta
  };
}
