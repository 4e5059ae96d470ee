// Median times by public transport between two sets of places, over a window of departures.
import { NO_WAY, emptyMatrix } from '../port.ts';
import type { DepartureWindow, Matrix, MatrixMeta, MatrixOptions, Place } from '../port.ts';
import { NEVER, RangeRaptor } from './raptor.ts';
import type { Access } from './raptor.ts';
import { walkSeconds } from './timetable.ts';
import type { Timetable } from './timetable.ts';

const MINUTE = 60;
const BREATH = 30;

function accessOf(timetable: Timetable, place: Place): Access[] {
  const { walk, stops, finder } = timetable;
  return finder
    .within(place, walk.access / walk.detour)
    .map((stop) => ({ stop, seconds: walkSeconds(place, stops[stop]!, walk) }));
}

/** The value in the middle; the earlier of the two of an even count. Reorders its argument. */
function median(values: Int32Array): number {
  values.sort();
  return values[(values.length - 1) >> 1]!;
}

/**
 * For each pair the median over departures every minute of `[from, to)` of arrival minus departure, waiting included. A minute
 * without any journey counts as longer than all others: a pair that is out of reach for more than half the window has no way.
 */
export async function transitMatrix(
  timetable: Timetable,
  origins: readonly Place[],
  destinations: readonly Place[],
  window: Pick<DepartureWindow, 'from' | 'to'>,
  meta: MatrixMeta,
  { signal, progress }: MatrixOptions = {}
): Promise<Matrix> {
  const matrix = emptyMatrix(origins.length, destinations.length, meta, false);
  const raptor = new RangeRaptor(timetable);
  /** Destinations near each stop. */
  const egress: { destination: number; seconds: number }[][] = timetable.stops.map(() => []);
  destinations.forEach((place, destination) => {
    for (const { stop, seconds } of accessOf(timetable, place)) egress[stop]!.push({ destination, seconds });
  });
  const departures = Math.max(1, Math.ceil((window.to - window.from) / MINUTE));
  const samples = destinations.map(() => new Int32Array(departures));
  const best = new Int32Array(destinations.length);
  const onArrival = (stop: number, time: number) => {
    for (const { destination, seconds } of egress[stop]!) {
      if (time + seconds < best[destination]!) best[destination] = time + seconds;
    }
  };
  let breath = performance.now();
  for (let o = 0; o < origins.length; o++) {
    if (performance.now() - breath > BREATH) {
      await new Promise<void>((resolve) => setTimeout(resolve));
      breath = performance.now();
    }
    signal?.throwIfAborted();
    const origin = origins[o]!;
    const access = accessOf(timetable, origin);
    const onFoot = destinations.map((place) => {
      const seconds = walkSeconds(origin, place, timetable.walk);
      return seconds * timetable.walk.speed <= timetable.walk.direct ? seconds : NEVER;
    });
    raptor.reset();
    best.fill(NEVER);
    for (let minute = departures - 1; minute >= 0; minute--) {
      const time = window.from + minute * MINUTE;
      raptor.depart(time, access, onArrival);
      for (let d = 0; d < destinations.length; d++) {
        const ride = best[d] === NEVER ? NEVER : best[d]! - time;
        samples[d]![minute] = Math.min(ride, onFoot[d]!);
      }
    }
    samples.forEach((times, d) => {
      const middle = median(times);
      matrix.seconds[o * destinations.length + d] = middle >= NEVER ? NO_WAY : middle;
    });
    progress?.((o + 1) / origins.length);
  }
  return matrix;
}
