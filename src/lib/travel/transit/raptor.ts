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

const NO_TRIP = 0xffff;
const NO_DEPARTURE = -1;

/**
 * A reusable search. Departures are tried from the last to the first; what a later departure reached stays a bound for the
 * earlier ones. A journey: walk, ride, (walk), ride, ..., ride, walk; one walk at most between two rides.
 *
 * Tables lie round after round, so that what a round reads fits in the nearest cache: what holds after `r` rides, or fewer, at
 * stop `s` is at `r * stops + s`.
 */
export class RangeRaptor {
  readonly #timetable: Timetable;
  /** Earliest arrival by a ride. */
  readonly #arrived: Int32Array;
  /** Earliest arrival by a ride, or a ride and a walk. */
  readonly #reached: Int32Array;
  readonly #isMarked: Uint8Array;
  #marked: Uint32Array;
  readonly #isAlighted: Uint8Array;
  #alighted: Uint32Array;
  /** First and last position to look for a trip in each queued pattern; `NEVER` when it is not queued. */
  readonly #scanFrom: Int32Array;
  readonly #scanTo: Int32Array;
  #queue: Uint32Array;
  #queued = 0;
  /** By call: the first trip of the pattern that was ridden through there; so were all after it, in effect. */
  readonly #ridden: Uint16Array;
  /** By place in `stopCall`: when the last trip not yet ridden through there leaves. */
  readonly #open: Int32Array;
  /** Place of each call in `stopCall`. */
  readonly #placeOf: Uint32Array;
  #access: readonly Access[] = [];

  constructor(timetable: Timetable) {
    const stops = timetable.stops.length;
    const calls = timetable.patternStops.length;
    const patterns = timetable.timeStart.length;
    const rounds = MAX_RIDES + 1;
    this.#timetable = timetable;
    this.#arrived = new Int32Array(stops * rounds);
    this.#reached = new Int32Array(stops * rounds);
    this.#isMarked = new Uint8Array(stops);
    this.#marked = new Uint32Array(stops);
    this.#isAlighted = new Uint8Array(stops);
    this.#alighted = new Uint32Array(stops);
    this.#scanFrom = new Int32Array(patterns).fill(NEVER);
    this.#scanTo = new Int32Array(patterns);
    this.#queue = new Uint32Array(patterns);
    this.#ridden = new Uint16Array(calls * rounds);
    this.#open = new Int32Array(calls * rounds);
    this.#placeOf = new Uint32Array(calls);
    timetable.stopCall.forEach((call, place) => (this.#placeOf[call] = place));
  }

  /** Forgets the last origin, takes the stops near a new one. */
  start(access: readonly Access[]): void {
    const { callTrips, callTimes, stopCall, boardings } = this.#timetable;
    const calls = callTrips.length;
    this.#access = access;
    this.#arrived.fill(NEVER);
    this.#reached.fill(NEVER);
    for (let place = 0; place < calls; place++) {
      const call = stopCall[place]!;
      this.#open[place] = boardings[callTimes[call]! + callTrips[call]! - 1]!;
    }
    this.#ridden.set(callTrips);
    for (let round = 1; round <= MAX_RIDES; round++) {
      this.#ridden.copyWithin(round * calls, 0, calls);
      this.#open.copyWithin(round * calls, 0, calls);
    }
  }

  /** Adds a departure at `time`, earlier than those before it since `start`; lowers the arrivals at places in `best`. */
  depart(time: number, egress: Egress, best: Int32Array): void {
    for (const { stop, seconds } of this.#access) {
      this.#reached[stop] = time + seconds;
      this.#enqueueAt(stop, time + seconds, 1);
    }
    for (let round = 1; round <= MAX_RIDES && this.#queued > 0; round++) {
      const alighted = this.#scan(round);
      this.#arrive(alighted, round, egress, best);
      if (round < MAX_RIDES) this.#queueMarked(this.#walkFrom(alighted, round), round);
    }
  }

  /** Queues the patterns at a stop of which a trip not ridden yet leaves at `ready` or later. */
  #enqueueAt(stop: number, ready: number, round: number): void {
    const { stopStart, stopCall, callPattern, patternStart } = this.#timetable;
    const open = this.#open;
    const opened = round * stopCall.length;
    const last = stopStart[stop + 1]!;
    for (let place = stopStart[stop]!; place < last; place++) {
      if (open[opened + place]! < ready) continue;
      const call = stopCall[place]!;
      const pattern = callPattern[call]!;
      const position = call - patternStart[pattern]!;
      if (this.#scanFrom[pattern] === NEVER) {
        this.#queue[this.#queued++] = pattern;
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
  #queueMarked(count: number, round: number): void {
    const { change } = this.#timetable.walk;
    const reached = round * this.#isMarked.length;
    for (let i = 0; i < count; i++) {
      const stop = this.#marked[i]!;
      this.#isMarked[stop] = 0;
      this.#enqueueAt(stop, this.#reached[reached + stop]! + change, round + 1);
    }
  }

  /** Rides every queued pattern; returns how many stops were reached earlier than before: they are in `#alighted`. */
  #scan(round: number): number {
    const { patternStart, patternStops, timeStart, arrivals, callTimes, boardings, walk } = this.#timetable;
    const [arrived, reached, ridden, open, placeOf] = [
      this.#arrived,
      this.#reached,
      this.#ridden,
      this.#open,
      this.#placeOf
    ];
    const stops = this.#isAlighted.length;
    const calls = patternStops.length;
    const change = round > 1 ? walk.change : 0;
    let alighted = 0;
    for (let q = 0; q < this.#queued; q++) {
      const pattern = this.#queue[q]!;
      const first = patternStart[pattern]!;
      const length = patternStart[pattern + 1]! - first;
      const last = this.#scanTo[pattern]!;
      let trip = NO_TRIP;
      let row = 0;
      for (let i = this.#scanFrom[pattern]!; i < length && (i <= last || trip !== NO_TRIP); i++) {
        const call = first + i;
        const stop = patternStops[call]!;
        const before = ridden[round * calls + call]!;
        if (trip !== NO_TRIP) {
          const arrival = arrivals[row + i]!;
          if (arrival < arrived[round * stops + stop]!) {
            for (let r = round; r <= MAX_RIDES && arrival < arrived[r * stops + stop]!; r++)
              arrived[r * stops + stop] = arrival;
            if (this.#isAlighted[stop] === 0) {
              this.#isAlighted[stop] = 1;
              this.#alighted[alighted++] = stop;
            }
          }
          // From here on this trip was ridden before.
          if (before <= trip) trip = NO_TRIP;
        }
        if (i <= last) {
          const trips = Math.min(trip, before);
          const ready = reached[(round - 1) * stops + stop]! + change;
          if (trips > 0 && boardings[callTimes[call]! + trips - 1]! >= ready) {
            trip = this.#firstTrip(call, trips, ready);
            row = timeStart[pattern]! + trip * length;
          }
        }
        if (trip >= before) continue;
        const left = trip > 0 ? boardings[callTimes[call]! + trip - 1]! : NO_DEPARTURE;
        for (let r = round; r <= MAX_RIDES && trip < ridden[r * calls + call]!; r++) {
          ridden[r * calls + call] = trip;
          open[r * calls + placeOf[call]!] = left;
        }
      }
      this.#scanFrom[pattern] = NEVER;
    }
    this.#queued = 0;
    return alighted;
  }

  /** Tells the places near the stops just reached by a ride. */
  #arrive(count: number, round: number, egress: Egress, best: Int32Array): void {
    const arrived = round * this.#isAlighted.length;
    for (let a = 0; a < count; a++) {
      const stop = this.#alighted[a]!;
      this.#isAlighted[stop] = 0;
      const time = this.#arrived[arrived + stop]!;
      for (let i = egress.start[stop]!; i < egress.start[stop + 1]!; i++) {
        const place = egress.place[i]!;
        if (time + egress.seconds[i]! < best[place]!) best[place] = time + egress.seconds[i]!;
      }
    }
  }

  /** Walks from the stops just reached by a ride; returns how many can now be left earlier: they are in `#marked`. */
  #walkFrom(count: number, round: number): number {
    const { walkStart, walkTo, walkSeconds } = this.#timetable;
    const reached = this.#reached;
    const stops = this.#isMarked.length;
    let marked = 0;
    const reach = (stop: number, time: number) => {
      if (this.#isMarked[stop] === 0) {
        this.#isMarked[stop] = 1;
        this.#marked[marked++] = stop;
      }
      for (let r = round; r < MAX_RIDES && time < reached[r * stops + stop]!; r++)
        reached[r * stops + stop] = time;
    };
    for (let a = 0; a < count; a++) {
      const stop = this.#alighted[a]!;
      const time = this.#arrived[round * stops + stop]!;
      if (time < reached[round * stops + stop]!) reach(stop, time);
      const last = walkStart[stop + 1]!;
      for (let i = walkStart[stop]!; i < last; i++) {
        const arrival = time + walkSeconds[i]!;
        if (arrival < reached[round * stops + walkTo[i]!]!) reach(walkTo[i]!, arrival);
      }
    }
    return marked;
  }
}
