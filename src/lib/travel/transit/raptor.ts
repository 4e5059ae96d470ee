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
/** Rounds of a call lie side by side. */
const ROUNDS = 8;
const NO_TRIP = 0xffff;

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
  /** By call and round: the first trip of the pattern that was ridden through there; so were all after it, in effect. */
  readonly #ridden: Uint16Array;
  #queue: number[] = [];
  #access: readonly Access[] = [];

  constructor(timetable: Timetable) {
    const stops = timetable.stops.length;
    this.#timetable = timetable;
    this.#labels = new Int32Array(stops * STRIDE);
    this.#isMarked = new Uint8Array(stops);
    this.#isAlighted = new Uint8Array(stops);
    this.#scanFrom = new Int32Array(timetable.timeStart.length).fill(NEVER);
    this.#scanTo = new Int32Array(timetable.timeStart.length);
    this.#ridden = new Uint16Array(timetable.patternStops.length * ROUNDS);
  }

  /** Forgets the last origin, takes the stops near a new one. */
  start(access: readonly Access[]): void {
    this.#labels.fill(NEVER);
    this.#access = access;
    this.#ridden.fill(NO_TRIP);
    const { callTrips } = this.#timetable;
    for (let i = 0; i < this.#ridden.length; i++) this.#ridden[i] = callTrips[Math.floor(i / ROUNDS)]!;
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

  /** Queues the patterns at a stop of which a trip not ridden yet leaves at `ready` or later. */
  #enqueueAt(stop: number, ready: number, round: number): void {
    const { stopStart, stopCall, callPattern, callTimes, patternStart, boardings } = this.#timetable;
    for (let i = stopStart[stop]!; i < stopStart[stop + 1]!; i++) {
      const call = stopCall[i]!;
      const ridden = this.#ridden[call * ROUNDS + round]!;
      if (ridden === 0 || boardings[callTimes[call]! + ridden - 1]! < ready) continue;
      const pattern = callPattern[call]!;
      const position = call - patternStart[pattern]!;
      if (this.#scanFrom[pattern] === NEVER) {
        this.#queue.push(pattern);
        this.#scanFrom[pattern] = this.#scanTo[pattern] = position;
      } else if (position < this.#scanFrom[pattern]!) this.#scanFrom[pattern] = position;
      else if (position > this.#scanTo[pattern]!) this.#scanTo[pattern] = position;
    }
  }

  /** The first of the trips before `trips` that leaves a call at `ready` or later; one does. */
  #firstTrip(call: number, trips: number, ready: number): number {
    const { callTimes, boardings } = this.#timetable;
    const times = callTimes[call]!;
    let low = 0;
    let high = trips - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (boardings[times + middle]! < ready) low = middle + 1;
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
      this.#enqueueAt(stop, ready + change, round + 1);
    }
    this.#marked = [];
  }

  /** Rides every queued pattern; returns the stops reached earlier than before. */
  #scan(round: number): number[] {
    const { patternStart, patternStops, timeStart, arrivals, callTimes, boardings, walk } = this.#timetable;
    const labels = this.#labels;
    const ridden = this.#ridden;
    const isAlighted = this.#isAlighted;
    const change = round > 1 ? walk.change : 0;
    const alighted: number[] = [];
    for (const pattern of this.#queue) {
      const first = patternStart[pattern]!;
      const length = patternStart[pattern + 1]! - first;
      const last = this.#scanTo[pattern]!;
      let trip = NO_TRIP;
      let row = 0;
      for (let i = this.#scanFrom[pattern]!; i < length && (i <= last || trip !== NO_TRIP); i++) {
        const call = first + i;
        const stop = patternStops[call]!;
        const label = stop * STRIDE;
        if (trip !== NO_TRIP) {
          const arrival = arrivals[row + i]!;
          if (arrival < labels[label + round]!) {
            for (let r = round; r <= MAX_RIDES && arrival < labels[label + r]!; r++)
              labels[label + r] = arrival;
            if (!isAlighted[stop]) {
              isAlighted[stop] = 1;
              alighted.push(stop);
            }
          }
          // From here on this trip was ridden before.
          if (ridden[call * ROUNDS + round]! <= trip) trip = NO_TRIP;
        }
        if (i <= last) {
          const before = Math.min(trip, ridden[call * ROUNDS + round]!);
          const ready = labels[label + REACH + round - 1]! + change;
          if (before > 0 && boardings[callTimes[call]! + before - 1]! >= ready) {
            trip = this.#firstTrip(call, before, ready);
            row = timeStart[pattern]! + trip * length;
          }
        }
        if (trip === NO_TRIP) continue;
        const known = call * ROUNDS;
        for (let r = round; r <= MAX_RIDES && trip < ridden[known + r]!; r++) ridden[known + r] = trip;
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
