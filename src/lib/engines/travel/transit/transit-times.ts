// Travel times by public transport: from a feed in memory, or from a matrix computed beforehand.
import { WALK_DETOUR, WALK_SPEED } from '../parameters.ts';
import {
  NO_ROUTE,
  emptyMatrix,
  type DepartureWindow,
  type Matrix,
  type MatrixMeta,
  type Place,
  type TravelTimes
} from '../../../model/travel/travel-times.ts';
import type { Feed } from './gtfs.ts';
import { timetableOn, type Timetable, type WalkParameters } from './timetable.ts';
import { transitMatrix } from './transit-matrix.ts';

/** Seconds that a person walks rather than not go at all, where nothing is ridden. Assumption: an hour. */
const LONGEST_WALK = 3600;

/** Walks of a journey by public transport. Assumptions. */
export const TRANSIT_WALK: WalkParameters = {
  speed: WALK_SPEED,
  detour: WALK_DETOUR,
  access: 1200,
  transfer: 500,
  direct: WALK_SPEED * LONGEST_WALK,
  change: 60
};

/** `07:30` from seconds after midnight. */
function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Provenance of times over a feed. */
function transitMeta(feed: Feed, { date, from, to }: DepartureWindow, walk: WalkParameters): MatrixMeta {
  const walking = `walk=${walk.speed.toFixed(2)}m/s x ${walk.detour};access=${walk.access}m;direct=${Math.round(walk.direct)}m;change=${walk.change}s`;
  return {
    engine: `maillage-raptor 1${feed.publisher ? `, ${feed.publisher}` : ''}`,
    dataDate: feed.version,
    calibration: `median ${date} ${clock(from)}-${clock(to)};${walking}`
  };
}

/** Times by the public transport of a feed. The timetable of the last requested day is kept. */
export function transitTimes(feed: Feed, walk: WalkParameters = TRANSIT_WALK): TravelTimes {
  let kept: { date: string; timetable: Timetable } | undefined;
  return {
    async matrix(origins, destinations, mode, window, options) {
      if (mode !== 'transit' || !window) throw new Error(`no timetable answers for ${mode}`);
      if (kept?.date !== window.date)
        kept = { date: window.date, timetable: timetableOn(feed, window.date, walk) };
      return transitMatrix(
        kept.timetable,
        origins,
        destinations,
        window,
        transitMeta(feed, window, walk),
        options
      );
    }
  };
}

/**
 * Times of a matrix computed beforehand, over other places, with the distances of the road since a timetable has none.
 *
 * @param shipped times over its own points, matched to `places` by id; a place that it lacks has no route
 * @param roads square, over `places`
 * @returns square, over `places`
 */
export function shippedTransitMatrix(
  shipped: { matrix: Matrix; points: readonly Place[] },
  places: readonly Place[],
  roads: Matrix
): Matrix {
  const { matrix, points } = shipped;
  const rowOf = new Map(points.map(({ id }, row) => [id, row]));
  const own = emptyMatrix(places.length, places.length, matrix.meta);
  const rows = places.map(({ id }) => rowOf.get(id));
  rows.forEach((from, o) =>
    rows.forEach((to, d) => {
      const cell = o * places.length + d;
      if (from === undefined || to === undefined) return;
      own.seconds[cell] = matrix.seconds[from * matrix.destinations + to]!;
      own.metres![cell] = own.seconds[cell] === NO_ROUTE ? NO_ROUTE : roads.metres![cell]!;
    })
  );
  return own;
}
