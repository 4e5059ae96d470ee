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
const NOWHERE = 0xffff;

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
  /** First and last position to look for a trip in each queued pattern; `NEVER` when it is not queued. */
  readonly #scanFrom: Int32Array;
  readonly #scanTo: Int32Array;
  /** By round and trip: first position where the trip, or an earlier one of its pattern, was boarded. */
  readonly #boarded: Uint16Array;
  #queue: number[] = [];
  #access: readonly Access[] = [];

  constructor(timetable: Timetable) {
    const stops = timetable.stops.length;
    this.#timetable = timetable;
    this.#labels = new Int32Array(stops * STRIDE);
    this.#isMarked = new Uint8Array(stops);
    this.#isAlighted = new Uint8Array(stops);
    this.#scanFrom = new Int32Array(timetable.tripCount.length).fill(NEVER);
    this.#scanTo = new Int32Array(timetable.tripCount.length);
    this.#boarded = new Uint16Array((MAX_RIDES + 1) * timetable.trips);
  }

  /** Forgets the last origin, takes the stops near a new one. */
  start(access: readonly Access[]): void {
    this.#labels.fill(NEVER);
    this.#access = access;
    this.#boarded.fill(NOWHERE);
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
  }

  /** Queues the patterns near the origin of which another trip can now be caught. */
  #board(time: number): void {
    for (const { stop, seconds } of this.#access) {
      this.#labels[stop * STRIDE + REACH] = time + seconds;
      this.#enqueueAt(stop, time + seconds, 1);
    }
  }

  /** Queues the patterns at a stop of which a trip can be caught at `ready` that was not boarded there or before. */
  #enqueueAt(stop: number, ready: number, round: number): void {
    const { trips, stopStart, stopPattern, stopPosition, tripCount, tripStart } = this.#timetable;
    for (let i = stopStart[stop]!; i < stopStart[stop + 1]!; i++) {
      const pattern = stopPattern[i]!;
      const position = stopPosition[i]!;
      const trip = this.#firstTrip(pattern, position, tripCount[pattern]!, ready);
      if (trip === tripCount[pattern]) continue;
      if (this.#boarded[round * trips + tripStart[pattern]! + trip]! <= position) continue;
      if (this.#scanFrom[pattern] === NEVER) {
        this.#queue.push(pattern);
        this.#scanFrom[pattern] = this.#scanTo[pattern] = position;
      } else if (position < this.#scanFrom[pattern]!) this.#scanFrom[pattern] = position;
      else if (position > this.#scanTo[pattern]!) this.#scanTo[pattern] = position;
    }
  }

  /** The first of the trips before `trips` that leaves a position at `ready` or later, or `trips`. */
  #firstTrip(pattern: number, position: number, trips: number, ready: number): number {
    const { timeStart, tripCount, boardings } = this.#timetable;
    const times = timeStart[pattern]! + position * tripCount[pattern]!;
    if (trips > 0 && boardings[times + trips - 1]! < ready) return trips;
    let low = 0;
    let high = trips;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (boardings[times + middle]! < ready) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Notes that a trip is boarded, and with it all later trips of its pattern, on this ride and later ones. */
  #note(pattern: number, trip: number, position: number, round: number): void {
    const { trips, tripStart, tripCount } = this.#timetable;
    for (let r = round; r <= MAX_RIDES; r++) {
      const first = r * trips + tripStart[pattern]!;
      for (let t = trip; t < tripCount[pattern]! && this.#boarded[first + t]! > position; t++) {
        this.#boarded[first + t] = position;
      }
    }
  }

  /** Queues what can be caught after `round` rides at the marked stops, and takes the marks away. */
  #queueMarked(round: number): void {
    const { change } = this.#timetable.walk;
    this.#queue = [];
    for (const stop of this.#marked) {
      this.#isMarked[stop] = 0;
      const ready = this.#labels[stop * STRIDE + REACH + round]!;
      this.#enqueueAt(stop, ready + change, round + 1);
    }
    this.#marked = [];
  }

  /** Rides every queued pattern; returns the stops reached earlier than before. */
  #scan(round: number): number[] {
    const { trips, patternStart, patternStops, tripStart, tripCount, timeStart, arrivals, boardings, walk } =
      this.#timetable;
    const labels = this.#labels;
    const isAlighted = this.#isAlighted;
    const change = round > 1 ? walk.change : 0;
    const alighted: number[] = [];
    for (const pattern of this.#queue) {
      const first = patternStart[pattern]!;
      const length = patternStart[pattern + 1]! - first;
      const times = timeStart[pattern]!;
      const count = tripCount[pattern]!;
      const last = this.#scanTo[pattern]!;
      let trip = count;
      let row = 0;
      // Beyond this position the trip aboard was ridden before.
      let fresh = -1;
      for (let i = this.#scanFrom[pattern]!; i < length && (i <= last || i <= fresh); i++) {
        const stop = patternStops[first + i]!;
        const label = stop * STRIDE;
        if (i <= fresh) {
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
        if (i > last) continue;
        const ready = labels[label + REACH + round - 1]! + change;
        if (ready >= NEVER || (trip < count && boardings[times + i * count + trip]! < ready)) continue;
        const earlier = this.#firstTrip(pattern, i, trip, ready);
        if (earlier === trip) continue;
        trip = earlier;
        row = times + trip * length;
        fresh = this.#boarded[round * trips + tripStart[pattern]! + trip]!;
        if (fresh > i) this.#note(pattern, trip, i, round);
        else fresh = -1;
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
      this.#marked.push(stop);
    }
    for (let r = round; r <= MAX_RIDES && time < labels[label + r]!; r++) labels[label + r] = time;
  }
}
