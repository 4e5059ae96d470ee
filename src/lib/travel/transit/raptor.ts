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

/** Places to reach: those near stop `s` are `start[s]` to `start[s + 1]`. */
export interface Egress {
  start: Uint32Array;
  place: Uint32Array;
  seconds: Int32Array;
}

/** Labels of a stop lie in one cache line: arrival by a ride after 0 to 4 rides, then by a ride or a walk after it. */
const STRIDE = 16;
const REACH = 8;

/**
 * A reusable search. Departures are tried from the last to the first; what a later departure reached stays a bound for the
 * earlier ones. A journey: walk, ride, (walk), ride, ..., ride, walk; one walk at most between two rides.
 */
export class RangeRaptor {
  readonly #timetable: Timetable;
  readonly #labels: Int32Array;
  readonly #isMarked: Uint8Array;
  readonly #isAlighted: Uint8Array;
  #marked: number[] = [];
  /** When a marked stop could be left before this round. */
  readonly #before: Int32Array;
  /** First position to scan in each queued pattern; `NEVER` when it is not queued. */
  readonly #scanFrom: Int32Array;
  #queue: number[] = [];
  #access: readonly Access[] = [];
  /** Time of the departure tried before, later than the next. */
  #later = NEVER;

  constructor(timetable: Timetable) {
    const stops = timetable.stops.length;
    this.#timetable = timetable;
    this.#labels = new Int32Array(stops * STRIDE);
    this.#isMarked = new Uint8Array(stops);
    this.#isAlighted = new Uint8Array(stops);
    this.#before = new Int32Array(stops);
    this.#scanFrom = new Int32Array(timetable.tripCount.length).fill(NEVER);
  }

  /** Forgets the last origin, takes the stops near a new one. */
  start(access: readonly Access[]): void {
    this.#labels.fill(NEVER);
    this.#access = access;
    this.#later = NEVER;
  }

  /** Adds a departure at `time`, earlier than those before it since `start`; lowers the arrivals at places in `best`. */
  depart(time: number, egress: Egress, best: Int32Array): void {
    this.#board(time);
    for (let round = 1; round <= MAX_RIDES && this.#queue.length > 0; round++) {
      const alighted = this.#scan(round);
      this.#arrive(alighted, round, egress, best);
      if (round < MAX_RIDES) this.#walkFrom(alighted, round);
      this.#queueMarked(round);
    }
    this.#later = time;
  }

  /** Queues the patterns near the origin of which another trip can now be caught. */
  #board(time: number): void {
    for (const { stop, seconds } of this.#access) {
      this.#labels[stop * STRIDE + REACH] = time + seconds;
      this.#enqueueAt(stop, time + seconds, this.#later + seconds);
    }
  }

  /** Queues the patterns at a stop that have a trip from `ready` on and before `known`: those after it were ridden already. */
  #enqueueAt(stop: number, ready: number, known: number): void {
    const { stopStart, stopPattern, stopPosition, patternStart, tripCount, timeStart, departures } =
      this.#timetable;
    for (let i = stopStart[stop]!; i < stopStart[stop + 1]!; i++) {
      const pattern = stopPattern[i]!;
      const position = stopPosition[i]!;
      const length = patternStart[pattern + 1]! - patternStart[pattern]!;
      const trips = tripCount[pattern]!;
      const trip = this.#firstTrip(pattern, position, length, trips, ready);
      if (trip === trips || departures[timeStart[pattern]! + trip * length + position]! >= known) continue;
      if (this.#scanFrom[pattern] === NEVER) this.#queue.push(pattern);
      if (position < this.#scanFrom[pattern]!) this.#scanFrom[pattern] = position;
    }
  }

  /** The first of the trips before `trips` that leaves a position at `ready` or later, or `trips`. */
  #firstTrip(pattern: number, position: number, length: number, trips: number, ready: number): number {
    const { timeStart, departures } = this.#timetable;
    const times = timeStart[pattern]! + position;
    if (trips > 0 && departures[times + (trips - 1) * length]! < ready) return trips;
    let low = 0;
    let high = trips;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (departures[times + middle * length]! < ready) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Queues what can be caught after `round` rides at the marked stops, and takes the marks away. */
  #queueMarked(round: number): void {
    const { change } = this.#timetable.walk;
    this.#queue = [];
    for (const stop of this.#marked) {
      this.#isMarked[stop] = 0;
      const ready = this.#labels[stop * STRIDE + REACH + round]!;
      this.#enqueueAt(stop, ready + change, this.#before[stop]! + change);
    }
    this.#marked = [];
  }

  /** Rides every queued pattern; returns the stops reached earlier than before. */
  #scan(round: number): number[] {
    const { patternStart, patternStops, tripCount, timeStart, arrivals, departures, walk } = this.#timetable;
    const labels = this.#labels;
    const isAlighted = this.#isAlighted;
    const change = round > 1 ? walk.change : 0;
    const alighted: number[] = [];
    for (const pattern of this.#queue) {
      const first = patternStart[pattern]!;
      const length = patternStart[pattern + 1]! - first;
      const times = timeStart[pattern]!;
      let trip = tripCount[pattern]!;
      const none = times + trip * length;
      let row = none;
      for (let i = this.#scanFrom[pattern]!; i < length; i++) {
        const stop = patternStops[first + i]!;
        const label = stop * STRIDE;
        if (row !== none) {
          const arrival = arrivals[row + i]!;
          if (arrival < labels[label + round]!) {
            for (let r = round; r <= MAX_RIDES && arrival < labels[label + r]!; r++)
              labels[label + r] = arrival;
            if (!isAlighted[stop]) {
              isAlighted[stop] = 1;
              alighted.push(stop);
            }
          }
        }
        const ready = labels[label + REACH + round - 1]! + change;
        if (ready >= NEVER || (row !== none && departures[row + i]! < ready)) continue;
        trip = this.#firstTrip(pattern, i, length, trip, ready);
        row = times + trip * length;
      }
      this.#scanFrom[pattern] = NEVER;
    }
    return alighted;
  }

  /** Tells the places near the stops just reached by a ride. */
  #arrive(alighted: readonly number[], round: number, egress: Egress, best: Int32Array): void {
    for (const stop of alighted) {
      this.#isAlighted[stop] = 0;
      const time = this.#labels[stop * STRIDE + round]!;
      for (let i = egress.start[stop]!; i < egress.start[stop + 1]!; i++) {
        const place = egress.place[i]!;
        if (time + egress.seconds[i]! < best[place]!) best[place] = time + egress.seconds[i]!;
      }
    }
  }

  /** Walks from the stops just reached by a ride, and marks what can now be left earlier. */
  #walkFrom(alighted: readonly number[], round: number): void {
    const { walkStart, walkTo, walkSeconds } = this.#timetable;
    const labels = this.#labels;
    for (const stop of alighted) {
      const time = labels[stop * STRIDE + round]!;
      this.#reach(stop, time, round);
      for (let i = walkStart[stop]!; i < walkStart[stop + 1]!; i++) {
        const arrival = time + walkSeconds[i]!;
        if (arrival < labels[walkTo[i]! * STRIDE + REACH + round]!) this.#reach(walkTo[i]!, arrival, round);
      }
    }
  }

  #reach(stop: number, time: number, round: number): void {
    const labels = this.#labels;
    const label = stop * STRIDE + REACH;
    if (time >= labels[label + round]!) return;
    if (!this.#isMarked[stop]) {
      this.#isMarked[stop] = 1;
      this.#before[stop] = labels[label + round]!;
      this.#marked.push(stop);
    }
    for (let r = round; r <= MAX_RIDES && time < labels[label + r]!; r++) labels[label + r] = time;
  }
}
