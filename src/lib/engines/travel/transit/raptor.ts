// Range-RAPTOR: earliest arrivals by public transport for every minute of a departure window.
// D. Delling, T. Pajor, R. Werneck, Round-Based Public Transit Routing, Transportation Science 49 (2015), section 4 (rRAPTOR).
import type { Timetable } from './timetable.ts';

/** Time of an arrival that does not occur. */
export const NEVER = 0x3fffffff;

/** Most rides of a journey: three transfers. */
export const MAX_RIDES = 4;

/** A stop near a place, and the seconds to walk there. */
export interface Access {
  stop: number;
  seconds: number;
}

/** Destinations by stop, with the walk from it: those of stop `s` are `start[s]` to `start[s + 1]`. */
export interface Egress {
  start: Uint32Array;
  place: Uint32Array;
  seconds: Int32Array;
}

const NO_TRIP = 0xffff;
const NO_DEPARTURE = -1;

/**
 * A reusable search. Departures are tried from the last to the first; arrivals of a later departure are bounds for the earlier ones. A
 * journey: walk, ride, (walk), ride, ..., ride, walk; one walk at most between two rides.
 *
 * Tables are stored round after round, so that what a round reads fits in the nearest cache: the value after `r` rides, or fewer, at stop
 * `s` is at `r * stops + s`.
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
  /** By call of a queued pattern: whether a trip not ridden yet can be caught there. */
  readonly #canBoard: Uint8Array;
  #queue: Uint32Array;
  #queued = 0;
  /** By call: the first trip of the pattern that was ridden through there; so were all after it, in effect. */
  readonly #ridden: Uint16Array;
  /** By place in `stopCall`: when the last trip not yet ridden through there leaves. */
  readonly #open: Int32Array;
  /** The same before any trip is ridden. */
  readonly #lastBoardings: Int32Array;
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
    this.#canBoard = new Uint8Array(calls);
    this.#queue = new Uint32Array(patterns);
    this.#ridden = new Uint16Array(calls * rounds);
    this.#open = new Int32Array(calls * rounds);
    this.#lastBoardings = Int32Array.from(timetable.stopCall, (call) => {
      const times = timetable.callTimes[call]!;
      return timetable.boardings[times + timetable.callTrips[call]! - 1]!;
    });
    this.#placeOf = new Uint32Array(calls);
    timetable.stopCall.forEach((call, place) => (this.#placeOf[call] = place));
  }

  /** Starts anew from another origin, given by the stops near it. */
  start(access: readonly Access[]): void {
    const { callTrips } = this.#timetable;
    const calls = callTrips.length;
    this.#access = access;
    this.#arrived.fill(NEVER);
    this.#reached.fill(NEVER);
    for (let round = 0; round <= MAX_RIDES; round++) {
      this.#ridden.set(callTrips, round * calls);
      this.#open.set(this.#lastBoardings, round * calls);
    }
  }

  /** Adds a departure at `time`, earlier than all since `start`; lowers the arrivals of `best` at the destinations. */
  depart(time: number, egress: Egress, best: Int32Array): void {
    let marked = 0;
    for (const { stop, seconds } of this.#access) {
      this.#reached[stop] = time + seconds;
      this.#marked[marked++] = stop;
    }
    for (let round = 1; marked > 0; round++) {
      this.#queueMarked(marked, round);
      const alighted = this.#scan(round);
      this.#arrive(alighted, round, egress, best);
      marked = round < MAX_RIDES ? this.#walkFrom(alighted, round) : 0;
    }
  }

  /** Queues the patterns of which a trip not ridden yet can be boarded at a marked stop, and clears the marks. */
  #queueMarked(count: number, round: number): void {
    const { stopStart, stopCall, callPattern, patternStart, walk } = this.#timetable;
    const [marked, isMarked, reached, open] = [this.#marked, this.#isMarked, this.#reached, this.#open];
    const [scanFrom, scanTo, canBoard, queue] = [this.#scanFrom, this.#scanTo, this.#canBoard, this.#queue];
    const before = (round - 1) * isMarked.length;
    const opened = round * stopCall.length;
    const change = round > 1 ? walk.change : 0;
    let queued = 0;
    for (let i = 0; i < count; i++) {
      const stop = marked[i]!;
      isMarked[stop] = 0;
      const ready = reached[before + stop]! + change;
      const last = stopStart[stop + 1]!;
      for (let place = stopStart[stop]!; place < last; place++) {
        if (open[opened + place]! < ready) continue;
        const call = stopCall[place]!;
        const pattern = callPattern[call]!;
        const position = call - patternStart[pattern]!;
        canBoard[call] = 1;
        if (scanFrom[pattern] === NEVER) {
          queue[queued++] = pattern;
          scanFrom[pattern] = scanTo[pattern] = position;
        } else if (position < scanFrom[pattern]!) scanFrom[pattern] = position;
        else if (position > scanTo[pattern]!) scanTo[pattern] = position;
      }
    }
    this.#queued = queued;
  }

  /** The first of the trips before `trips` that leaves a call at `ready` or later; there must be one. */
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

  /** Rides every queued pattern; returns how many stops were reached earlier than before: they are in `#alighted`. */
  #scan(round: number): number {
    const { patternStart, patternStops, timeStart, arrivals, callTimes, boardings, walk } = this.#timetable;
    const [arrived, reached, ridden, open] = [this.#arrived, this.#reached, this.#ridden, this.#open];
    const [scanFrom, scanTo, canBoard, queue] = [this.#scanFrom, this.#scanTo, this.#canBoard, this.#queue];
    const [alighted, isAlighted, placeOf] = [this.#alighted, this.#isAlighted, this.#placeOf];
    const stops = isAlighted.length;
    const calls = patternStops.length;
    const row = round * stops;
    const callRow = round * calls;
    const change = round > 1 ? walk.change : 0;
    const queued = this.#queued;
    let found = 0;
    for (let q = 0; q < queued; q++) {
      const pattern = queue[q]!;
      const first = patternStart[pattern]!;
      const length = patternStart[pattern + 1]! - first;
      const last = first + scanTo[pattern]!;
      const end = first + length;
      let trip = NO_TRIP;
      let times = 0;
      for (let call = first + scanFrom[pattern]!; call < end && (call <= last || trip !== NO_TRIP); call++) {
        const stop = patternStops[call]!;
        const before = ridden[callRow + call]!;
        if (trip !== NO_TRIP) {
          const arrival = arrivals[times + call]!;
          if (arrival < arrived[row + stop]!) {
            for (let at = row + stop; at < arrived.length && arrival < arrived[at]!; at += stops)
              arrived[at] = arrival;
            if (isAlighted[stop] === 0) {
              isAlighted[stop] = 1;
              alighted[found++] = stop;
            }
          }
          // From here on this trip was ridden before.
          if (before <= trip) trip = NO_TRIP;
        }
        if (canBoard[call] === 1) {
          canBoard[call] = 0;
          const ready = reached[row - stops + stop]! + change;
          // A trip not ridden before can be boarded; whether one ahead of the trip being ridden can is to be checked.
          if (trip >= before || (trip > 0 && boardings[callTimes[call]! + trip - 1]! >= ready)) {
            trip = this.#firstTrip(call, trip < before ? trip : before, ready);
            times = timeStart[pattern]! + trip * length - first;
          }
        }
        if (trip >= before) continue;
        const left = trip > 0 ? boardings[callTimes[call]! + trip - 1]! : NO_DEPARTURE;
        const place = placeOf[call]!;
        for (let at = callRow; at < ridden.length && trip < ridden[at + call]!; at += calls) {
          ridden[at + call] = trip;
          open[at + place] = left;
        }
      }
      scanFrom[pattern] = NEVER;
    }
    return found;
  }

  /** Lowers the arrivals at the destinations near the stops just reached by a ride. */
  #arrive(count: number, round: number, egress: Egress, best: Int32Array): void {
    const { start, place: places, seconds } = egress;
    const [arrived, alighted, isAlighted] = [this.#arrived, this.#alighted, this.#isAlighted];
    const row = round * isAlighted.length;
    for (let a = 0; a < count; a++) {
      const stop = alighted[a]!;
      isAlighted[stop] = 0;
      const time = arrived[row + stop]!;
      const last = start[stop + 1]!;
      for (let i = start[stop]!; i < last; i++) {
        const place = places[i]!;
        const arrival = time + seconds[i]!;
        if (arrival < best[place]!) best[place] = arrival;
      }
    }
  }

  /** Walks from the stops just reached by a ride; returns how many stops are reached earlier: they are in `#marked`. */
  #walkFrom(count: number, round: number): number {
    const { walkStart, walkTo, walkSeconds } = this.#timetable;
    const [arrived, alighted, reached] = [this.#arrived, this.#alighted, this.#reached];
    const [marked, isMarked] = [this.#marked, this.#isMarked];
    const stops = isMarked.length;
    const row = round * stops;
    const end = MAX_RIDES * stops;
    let found = 0;
    for (let a = 0; a < count; a++) {
      const from = alighted[a]!;
      const time = arrived[row + from]!;
      const last = walkStart[from + 1]!;
      let stop = from;
      let arrival = time;
      for (let i = walkStart[from]!; ; i++) {
        if (arrival < reached[row + stop]!) {
          if (isMarked[stop] === 0) {
            isMarked[stop] = 1;
            marked[found++] = stop;
          }
          for (let at = row + stop; at < end && arrival < reached[at]!; at += stops) reached[at] = arrival;
        }
        if (i === last) break;
        stop = walkTo[i]!;
        arrival = time + walkSeconds[i]!;
      }
    }
    return found;
  }
}
