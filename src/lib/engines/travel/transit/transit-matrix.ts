// Median times by public transport between two sets of places, over a window of departures.
import { eventLoopYielder } from '../../../model/event-loop.ts';
import {
  NO_ROUTE,
  emptyMatrix,
  type DepartureWindow,
  type Matrix,
  type MatrixMeta,
  type MatrixOptions,
  type Place
} from '../../../model/travel/travel-times.ts';
import { NEVER, RangeRaptor, type Access, type Egress } from './raptor.ts';
import { groupStarts, walkSeconds, type Timetable } from './timetable.ts';

const MINUTE = 60;

function accessOf(timetable: Timetable, place: Place): Access[] {
  const { walk, stops, finder } = timetable;
  return finder
    .within(place, walk.access / walk.detour)
    .map((stop) => ({ stop, seconds: walkSeconds(place, stops[stop]!, walk) }));
}

/** Places by stop, with the walk from it. */
function egressOf(timetable: Timetable, places: readonly Place[]): Egress {
  const walks = places
    .flatMap((place, index) => accessOf(timetable, place).map((access) => ({ ...access, index })))
    .sort((a, b) => a.stop - b.stop);
  const stops = walks.map(({ stop }) => stop);
  return {
    start: groupStarts(timetable.stops.length, stops),
    place: Uint32Array.from(walks, ({ index }) => index),
    seconds: Int32Array.from(walks, ({ seconds }) => seconds)
  };
}

/** Lower median. Sorts its argument. */
function median(values: Int32Array): number {
  values.sort();
  return values[(values.length - 1) >> 1]!;
}

/**
 * Median door-to-door seconds over departures every minute of `[from, to)`, waiting included. A minute without any journey counts as longer
 * than all others: a pair that no ride joins for more than half of the window is walked up to `direct` metres, and has no route beyond. Who
 * would ride for longer than the whole way takes on foot walks, however far.
 *
 * @throws the signal's reason when cancelled
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
  const egress = egressOf(timetable, destinations);
  const departures = Math.max(1, Math.ceil((window.to - window.from) / MINUTE));
  const count = destinations.length;
  /** Best arrival at each destination for each departure, a row a minute. */
  const arrivals = new Int32Array(departures * count);
  const times = new Int32Array(departures);
  const best = new Int32Array(destinations.length);
  const yieldToEventLoop = eventLoopYielder();
  for (let o = 0; o < origins.length; o++) {
    await yieldToEventLoop();
    signal?.throwIfAborted();
    const origin = origins[o]!;
    const access = accessOf(timetable, origin);
    const walks = destinations.map((place) => walkSeconds(origin, place, timetable.walk));
    const { speed, direct } = timetable.walk;
    const onFoot = walks.map((seconds) => (seconds * speed <= direct ? seconds : NEVER));
    raptor.start(access);
    best.fill(NEVER);
    for (let minute = departures - 1; minute >= 0; minute--) {
      raptor.depart(window.from + minute * MINUTE, egress, best);
      arrivals.set(best, minute * count);
    }
    for (let d = 0; d < count; d++) {
      for (let minute = 0; minute < departures; minute++) {
        const arrival = arrivals[minute * count + d]!;
        const ride = arrival === NEVER ? NEVER : arrival - window.from - minute * MINUTE;
        times[minute] = Math.min(ride, onFoot[d]!);
      }
      const middle = median(times);
      matrix.seconds[o * count + d] = middle >= NEVER ? NO_ROUTE : Math.min(middle, walks[d]!);
    }
    progress?.((o + 1) / origins.length);
  }
  return matrix;
}
