// The timetable of one day as typed arrays: patterns of stops, their trips in order, and the walks between stops.
import Flatbush from 'flatbush';
import { UnusableInput } from '../../../model/findings.ts';
import { greatCircleMetres, type Position } from '../../../algorithms/distance.ts';
import { METRES_PER_UNIT, UNIT } from '../graph/road-graph.ts';
import { servicesOn, shiftDate } from './calendar.ts';
import type { Feed } from './gtfs.ts';
import type { Stop } from './stop-times.ts';
import type { TransitTrip } from './stop-times.ts';
import { usefulWalks, type Walk } from './useful-walks.ts';

export interface WalkParameters {
  /** Metres a second. */
  speed: number;
  /** Walked metres for one metre in a straight line. */
  detour: number;
  /** Longest walk to a first stop or from a last one, walked metres. */
  access: number;
  /** Longest walk between two rides, walked metres. */
  transfer: number;
  /** Longest walk, in walked metres, that makes a route where none is ridden. */
  direct: number;
  /** Seconds to change at a stop. */
  change: number;
}

/** Stops around a position. */
class StopFinder {
  readonly #stops: readonly Position[];
  readonly #index: Flatbush;

  constructor(stops: readonly Position[]) {
    this.#stops = stops;
    this.#index = new Flatbush(stops.length);
    for (const { lon, lat } of stops) this.#index.add(lon, lat, lon, lat);
    this.#index.finish();
  }

  /** Indices of the stops at most `metres` away in a straight line, ascending. */
  within(place: Position, metres: number): number[] {
    // A box slightly larger than the circle: the exact distance decides.
    const lat = ((metres * 1.001) / METRES_PER_UNIT) * UNIT;
    const lon = lat / Math.max(0.01, Math.cos((place.lat * Math.PI) / 180));
    return this.#index
      .search(place.lon - lon, place.lat - lat, place.lon + lon, place.lat + lat)
      .filter((stop) => greatCircleMetres(place, this.#stops[stop]!) <= metres)
      .sort((a, b) => a - b);
  }
}

/** A pattern is a sequence of stops whose trips never overtake each other. */
export interface Timetable {
  /** Served stops. */
  stops: Stop[];
  patternStart: Uint32Array;
  /** Stops of pattern `p`: `patternStart[p]` to `patternStart[p + 1]`. */
  patternStops: Uint32Array;
  /** A call is a stop of a pattern, numbered as in `patternStops`: its pattern, its trips, its first time in `boardings`. */
  callPattern: Uint32Array;
  callTrips: Uint32Array;
  callTimes: Uint32Array;
  /** First time of pattern `p`. */
  timeStart: Uint32Array;
  /** Trip by trip, the order of riding: `timeStart[p] + trip * length + position`. */
  arrivals: Int32Array;
  /** Departures call by call, the order of boarding: `callTimes[call] + trip`. */
  boardings: Int32Array;
  /** Calls at stop `s`: `stopStart[s]` to `stopStart[s + 1]`. */
  stopStart: Uint32Array;
  stopCall: Uint32Array;
  /** Walks from stop `s`: `walkStart[s]` to `walkStart[s + 1]`. */
  walkStart: Uint32Array;
  walkTo: Uint32Array;
  walkSeconds: Int32Array;
  walk: WalkParameters;
  finder: StopFinder;
}

const DAY = 86_400;

/** Seconds on foot between two positions: straight-line distance times the detour factor. */
export function walkSeconds(from: Position, to: Position, walk: WalkParameters): number {
  return Math.round((greatCircleMetres(from, to) * walk.detour) / walk.speed);
}

/** Trips of the day, and those of the day before that run past midnight. */
function tripsOn(feed: Feed, date: string): TransitTrip[] {
  const today = servicesOn(feed.calendar, date);
  const yesterday = servicesOn(feed.calendar, shiftDate(date, -1));
  const trips = feed.trips.filter(({ service }) => today.has(service));
  for (const trip of feed.trips) {
    if (!yesterday.has(trip.service) || trip.arrivals[trip.arrivals.length - 1]! < DAY) continue;
    const shift = (times: number[]) => times.map((time) => time - DAY);
    trips.push({ ...trip, arrivals: shift(trip.arrivals), departures: shift(trip.departures) });
  }
  return trips;
}

const follows = (earlier: TransitTrip, later: TransitTrip): boolean =>
  earlier.departures.every(
    (time, i) => time <= later.departures[i]! && earlier.arrivals[i]! <= later.arrivals[i]!
  );

/** Trips grouped by sequence of stops; a trip that overtakes another goes to another pattern. */
function patternsOf(trips: readonly TransitTrip[]): TransitTrip[][] {
  const bySequence = new Map<string, TransitTrip[]>();
  for (const trip of trips) {
    const key = trip.stops.join(' ');
    bySequence.set(key, [...(bySequence.get(key) ?? []), trip]);
  }
  const patterns: TransitTrip[][] = [];
  for (const same of bySequence.values()) {
    const lanes: TransitTrip[][] = [];
    same.sort((a, b) => a.departures[0]! - b.departures[0]!);
    for (const trip of same) {
      const lane = lanes.find((candidate) => follows(candidate[candidate.length - 1]!, trip));
      if (lane) lane.push(trip);
      else lanes.push([trip]);
    }
    patterns.push(...lanes);
  }
  return patterns;
}

/** Walks between served stops: those within the limit, and those of transfers.txt. */
function walksOf(
  feed: Feed,
  stops: Stop[],
  number: ReadonlyMap<number, number>,
  walk: WalkParameters,
  finder: StopFinder
) {
  const stated = new Map<string, number | null>();
  for (const { from, to, seconds } of feed.transfers) {
    const [a, b] = [number.get(from), number.get(to)];
    if (a !== undefined && b !== undefined) stated.set(`${a} ${b}`, seconds);
  }
  const pairs: Walk[] = [];
  stops.forEach((stop, a) => {
    for (const b of finder.within(stop, walk.transfer / walk.detour)) {
      if (a !== b && !stated.has(`${a} ${b}`))
        pairs.push({ from: a, to: b, seconds: walkSeconds(stop, stops[b]!, walk) });
    }
  });
  for (const [pair, seconds] of stated) {
    const [a, b] = pair.split(' ').map(Number) as [number, number];
    if (seconds !== null) pairs.push({ from: a, to: b, seconds });
  }
  return pairs.sort((p, q) => p.from - q.from || p.to - q.to);
}

/** Start of each group in a list sorted by group, and its end: `groups + 1` entries. */
export function groupStarts(groups: number, of: readonly number[]): Uint32Array {
  const start = new Uint32Array(groups + 1);
  for (const group of of) start[group + 1]!++;
  for (let i = 0; i < groups; i++) start[i + 1]! += start[i]!;
  return start;
}

/**
 * The timetable of one day.
 *
 * @param date `YYYY-MM-DD`
 * @throws {UnusableInput} `gtfs-no-service` when nothing runs
 */
export function timetableOn(feed: Feed, date: string, walk: WalkParameters): Timetable {
  const trips = tripsOn(feed, date);
  if (trips.length === 0)
    throw new UnusableInput({ code: 'gtfs-no-service', severity: 'dropped', found: date });
  const served = [...new Set(trips.flatMap((trip) => trip.stops))].sort((a, b) => a - b);
  const number = new Map(served.map((stop, index) => [stop, index]));
  const stops = served.map((stop) => feed.stops[stop]!);
  const finder = new StopFinder(stops);
  const patterns = patternsOf(trips);

  const calls = patterns.flatMap((lane, pattern) =>
    lane[0]!.stops.map((stop, position) => ({ pattern, position, stop: number.get(stop)! }))
  );
  const atStop = calls.map(({ stop }, call) => ({ stop, call })).sort((a, b) => a.stop - b.stop);
  const timeStart = new Uint32Array(patterns.length);
  let times = 0;
  patterns.forEach((lane, pattern) => {
    timeStart[pattern] = times;
    times += lane.length * lane[0]!.stops.length;
  });
  const walks = usefulWalks(
    walksOf(feed, stops, number, walk, finder),
    patterns.map((lane) => ({
      stops: lane[0]!.stops.map((stop) => number.get(stop)!),
      trips: lane
    })),
    stops.length
  );
  return {
    stops,
    patternStart: groupStarts(
      patterns.length,
      calls.map(({ pattern }) => pattern)
    ),
    patternStops: Uint32Array.from(calls, ({ stop }) => stop),
    callPattern: Uint32Array.from(calls, ({ pattern }) => pattern),
    callTrips: Uint32Array.from(calls, ({ pattern }) => patterns[pattern]!.length),
    callTimes: Uint32Array.from(
      calls,
      (call) => timeStart[call.pattern]! + call.position * patterns[call.pattern]!.length
    ),
    timeStart,
    arrivals: Int32Array.from(patterns.flatMap((lane) => lane.flatMap((trip) => trip.arrivals))),
    boardings: Int32Array.from(
      patterns.flatMap((lane) => lane[0]!.stops.flatMap((_, i) => lane.map((trip) => trip.departures[i]!)))
    ),
    stopStart: groupStarts(
      stops.length,
      atStop.map(({ stop }) => stop)
    ),
    stopCall: Uint32Array.from(atStop, ({ call }) => call),
    walkStart: groupStarts(
      stops.length,
      walks.map(({ from }) => from)
    ),
    walkTo: Uint32Array.from(walks, ({ to }) => to),
    walkSeconds: Int32Array.from(walks, ({ seconds }) => seconds),
    walk,
    finder
  };
}
