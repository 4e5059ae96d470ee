// The one question that every source of travel times answers, whatever stands behind it.
import type { Position, TravelMode } from './graph/road-graph.ts';

export interface Place extends Position {
  id?: string;
}

/** Departures that a public transport answer covers; road engines ignore it. */
export interface DepartureWindow {
  /** `YYYY-MM-DD`. */
  date: string;
  /** Seconds after midnight. */
  from: number;
  to: number;
}

export interface MatrixMeta {
  /** Name and version of what computed the times, e.g. `maillage-graph 1`. */
  engine: string;
  /** Date of the roads or timetables, empty when unknown. */
  dataDate: string;
  /** What was adjusted, in a stable form: `peak=1.0;penalty=0.7s`. */
  calibration: string;
}

/** Stands in `seconds` and `metres` where there is no way. */
export const NO_WAY = -1;

/** Row-major: cell (o, d) is at `o * destinations + d`. */
export interface Matrix {
  origins: number;
  destinations: number;
  /** Whole seconds, `NO_WAY` where there is none. */
  seconds: Int32Array;
  /** Whole metres along the fastest way; null when the source does not say. */
  metres: Int32Array | null;
  meta: MatrixMeta;
}

export interface MatrixOptions {
  signal?: AbortSignal;
  /** Share of the work done, 0 to 1. */
  progress?: (share: number) => void;
}

export interface TravelTimes {
  /** Host that receives coordinates, or null when nothing leaves the machine. */
  readonly host: string | null;
  /**
   * Times from every origin to every destination.
   * @throws {TravelTimesError} when the source cannot answer.
   */
  matrix(
    origins: readonly Place[],
    destinations: readonly Place[],
    mode: TravelMode,
    window?: DepartureWindow,
    options?: MatrixOptions
  ): Promise<Matrix>;
}

export type TravelTimesCode =
  /** The network or the service did not answer. */
  | 'unreachable'
  /** The service asked to slow down, and went on asking. */
  | 'rate-limited'
  /** The service refused: a wrong key, a bad request. */
  | 'refused'
  /** The answer is not what the service documents: HTML, half a matrix. */
  | 'malformed'
  /** The source does not know this mode. */
  | 'mode'
  /** A place that the source does not hold. */
  | 'unknown-place'
  /** More cells than the source allows. */
  | 'too-large';

/** Why a source of times could not answer. The caller keeps its last good matrix. */
export class TravelTimesError extends Error {
  readonly code: TravelTimesCode;
  readonly detail: string;
  /** Seconds that the service asked to wait; 0 when it did not say. */
  readonly retryAfter: number;
  constructor(code: TravelTimesCode, detail: string, options: { cause?: unknown; retryAfter?: number } = {}) {
    super(`${code}: ${detail}`, options);
    this.name = 'TravelTimesError';
    this.code = code;
    this.detail = detail;
    this.retryAfter = options.retryAfter ?? 0;
  }
}

/** An empty matrix, every cell `NO_WAY`. */
export function emptyMatrix(
  origins: number,
  destinations: number,
  meta: MatrixMeta,
  withMetres = true
): Matrix {
  return {
    origins,
    destinations,
    seconds: new Int32Array(origins * destinations).fill(NO_WAY),
    metres: withMetres ? new Int32Array(origins * destinations).fill(NO_WAY) : null,
    meta
  };
}
