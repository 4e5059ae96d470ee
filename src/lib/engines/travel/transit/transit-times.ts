// Travel times from a timetable held in memory: nothing leaves the machine.
import { WALK_DETOUR, WALK_SPEED, supposed } from '../parameters.ts';
import { TravelTimesError } from '../travel-times.ts';
import type { DepartureWindow, MatrixMeta, TravelTimes } from '../travel-times.ts';
import type { Feed } from './gtfs.ts';
import { timetableOn } from './timetable.ts';
import type { Timetable, WalkParameters } from './timetable.ts';
import { transitMatrix } from './transit-matrix.ts';

/** Walked metres and seconds of a journey by public transport. */
export const TRANSIT_WALK = supposed<WalkParameters>(
  {
    speed: WALK_SPEED.value,
    detour: WALK_DETOUR.value,
    access: 1200,
    transfer: 500,
    direct: 3000,
    change: 60
  },
  'hypothèse : 1 200 m au plus jusqu’à un arrêt, 500 m entre deux, une minute pour changer'
);

/** « 07:30 » of seconds after midnight. */
export function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export function transitMeta(
  feed: Feed,
  { date, from, to }: DepartureWindow,
  walk: WalkParameters
): MatrixMeta {
  const walking = `walk=${walk.speed.toFixed(2)}m/s x ${walk.detour};access=${walk.access}m;change=${walk.change}s`;
  return {
    engine: `maillage-raptor 1${feed.publisher ? `, ${feed.publisher}` : ''}`,
    dataDate: feed.version,
    calibration: `median ${date} ${clock(from)}-${clock(to)};${walking}`
  };
}

/** Times by the public transport of a feed. The timetable of the last day asked for is kept. */
export function transitTimes(feed: Feed, walk: WalkParameters = TRANSIT_WALK.value): TravelTimes {
  let kept: { date: string; timetable: Timetable } | undefined;
  return {
    host: null,
    async matrix(origins, destinations, mode, window, options) {
      if (mode !== 'transit' || !window)
        throw new TravelTimesError('mode', `no timetable answers for ${mode}`);
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
