// Range-RAPTOR: earliest arrivals for every minute of a departure window.
// D. Delling, T. Pajor, R. Werneck, Round-Based Public Transit Routing, Transportation Science 49 (2015), section 4 (rRAPTOR).
import type { Timetable } from './timetable.ts';

export const NEVER = 0x3fffffff;

/** Rides of a journey at most: three changes. */
export const MAX_RIDES = 4;

/** A stop near a place, and the seconds to walk there. */
export interface Access {
  stop: number;
  seconds: number;
}

/** Told of every better arrival at a stop by a ride, in no order. */
export type OnArrival = (stop: number, time: number) => void;

/**
 * A reusable search. Departures are tried from the last to the first; what a later departure reached stays a bound for the
 * earlier ones. A journey: walk, ride, (walk), ride, ..., ride, walk; one walk at most between two rides.
 */
export class RangeRaptor {
  readonly #timetable: Timetable;
  /** By round: earliest arrival by a ride, and by a ride or a walk after it. */
  readonly #ride: Int32Array[];
  readonly #reach: Int32Array[];
  readonly #markOf: Uint8Array;
  #marked: number[] = [];
  /** First position to scan in each queued pattern; the pattern's length when it is not queued. */
  readonly #scanFrom: Int32Array;

  constructor(timetable: Timetable) {
    const stops = timetable.stops.length;
    this.#timetable = timetable;
    this.#ride = Array.from({ length: MAX_RIDES + 1 }, () => new Int32Array(stops));
    this.#reach = Array.from({ length: MAX_RIDES + 1 }, () => new Int32Array(stops));
    this.#markOf = new Uint8Array(stops);
    this.#scanFrom = new Int32Array(timetable.tripCount.length).fill(NEVER);
  }

  /** Forgets the last origin. */
  reset(): void {
    for (const labels of [...this.#ride, ...this.#reach]) labels.fill(NEVER);
  }

  /** Adds a departure at `time`, not later than those before it since `reset`. */
  depart(time: number, access: readonly Access[], onArrival: OnArrival): void {
    const start = this.#reach[0]!;
    for (const { stop, seconds } of access) {
      if (time + seconds >= start[stop]!) continue;
      start[stop] = time + seconds;
      this.#mark(stop);
    }
    for (let round = 1; round <= MAX_RIDES && this.#marked.length > 0; round++) {
      const queue = this.#queue();
      const alighted = this.#scan(queue, round, onArrival);
      this.#walkFrom(alighted, round);
    }
    for (const stop of this.#marked) this.#markOf[stop] = 0;
    this.#marked = [];
  }

  #mark(stop: number): void {
    if (this.#markOf[stop]) return;
    this.#markOf[stop] = 1;
    this.#marked.push(stop);
  }

  /** Patterns that stop at a marked stop, and where to start in each; takes the marks away. */
  #queue(): number[] {
    const { stopStart, stopPattern, stopPosition } = this.#timetable;
    const queue: number[] = [];
    for (const stop of this.#marked) {
      this.#markOf[stop] = 0;
      for (let i = stopStart[stop]!; i < stopStart[stop + 1]!; i++) {
        const pattern = stopPattern[i]!;
        if (this.#scanFrom[pattern] === NEVER) queue.push(pattern);
        if (stopPosition[i]! < this.#scanFrom[pattern]!) this.#scanFrom[pattern] = stopPosition[i]!;
      }
    }
    this.#marked = [];
    return queue;
  }

  /** Rides every queued pattern; returns the stops reached earlier than before, with repeats. */
  #scan(queue: readonly number[], round: number, onArrival: OnArrival): number[] {
    const { patternStart, patternStops, tripCount, timeStart, arrivals, departures, walk } = this.#timetable;
    const before = this.#reach[round - 1]!;
    const ride = this.#ride[round]!;
    const change = round > 1 ? walk.change : 0;
    const alighted: number[] = [];
    for (const pattern of queue) {
      const first = patternStart[pattern]!;
      const length = patternStart[pattern + 1]! - first;
      const times = timeStart[pattern]!;
      const trips = tripCount[pattern]!;
      let trip = trips;
      let row = times + trips * length;
      for (let i = this.#scanFrom[pattern]!; i < length; i++) {
        const stop = patternStops[first + i]!;
        if (trip < trips) {
          const arrival = arrivals[row + i]!;
          if (arrival < ride[stop]!) {
            for (let r = round; r <= MAX_RIDES; r++) {
              if (arrival < this.#ride[r]![stop]!) this.#ride[r]![stop] = arrival;
            }
            alighted.push(stop);
            onArrival(stop, arrival);
          }
        }
        const ready = before[stop]! + change;
        if (ready >= NEVER || (trip < trips && departures[row + i]! < ready)) continue;
        // The earliest trip that leaves at `ready` or later, no later than the one aboard.
        let low = 0;
        let high = trip;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (departures[times + middle * length + i]! < ready) low = middle + 1;
          else high = middle;
        }
        trip = low;
        row = times + trip * length;
      }
      this.#scanFrom[pattern] = NEVER;
    }
    return alighted;
  }

  /** Walks from the stops just reached by a ride, and marks what can now be left earlier. */
  #walkFrom(alighted: readonly number[], round: number): void {
    const { walkStart, walkTo, walkSeconds } = this.#timetable;
    const ride = this.#ride[round]!;
    for (const stop of alighted) {
      this.#reachAt(stop, ride[stop]!, round);
      for (let i = walkStart[stop]!; i < walkStart[stop + 1]!; i++) {
        this.#reachAt(walkTo[i]!, ride[stop]! + walkSeconds[i]!, round);
      }
    }
  }

  #reachAt(stop: number, time: number, round: number): void {
    if (time >= this.#reach[round]![stop]!) return;
    for (let r = round; r <= MAX_RIDES; r++) {
      if (time < this.#reach[r]![stop]!) this.#reach[r]![stop] = time;
    }
    this.#mark(stop);
  }
}
