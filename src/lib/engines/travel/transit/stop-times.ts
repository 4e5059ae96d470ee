// Reads the trips of a GTFS feed: stop times sorted, checked, and interpolated where they are missing.
import type { Finding } from '../../../model/findings.ts';
import { greatCircleMetres } from '../../../algorithms/distance.ts';
import type { GtfsTable } from './gtfs-table.ts';

export interface Stop {
  id: string;
  name: string;
  lon: number;
  lat: number;
}

/** Seconds after midnight of the service day; past 24:00 goes on beyond 86,400. */
export interface TransitTrip {
  id: string;
  service: string;
  stops: number[];
  arrivals: number[];
  departures: number[];
}

interface Call {
  stop: number;
  sequence: number;
  arrival: number | undefined;
  departure: number | undefined;
}

/** Seconds of `HH:MM:SS` (hours may pass 24), or undefined when empty or unreadable. */
export function secondsOf(text: string): number | undefined {
  const match = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0) : undefined;
}

/**
 * Interpolates the times between two known ones, in proportion to straight-line distances. Returns false when the first or last time is
 * missing, or when times decrease.
 */
function interpolateTimes(calls: Call[], stops: readonly Stop[]): boolean {
  const last = calls.length - 1;
  for (const call of calls) {
    call.arrival ??= call.departure;
    call.departure ??= call.arrival;
  }
  if (calls[0]?.departure === undefined || calls[last]?.arrival === undefined) return false;
  for (let known = 0; known < last;) {
    let next = known + 1;
    while (calls[next]!.arrival === undefined) next++;
    const [start, end] = [calls[known]!.departure!, calls[next]!.arrival!];
    if (end < start || calls[known]!.arrival! > start) return false;
    const travelled = [0];
    for (let i = known + 1; i <= next; i++) {
      const step = greatCircleMetres(stops[calls[i - 1]!.stop]!, stops[calls[i]!.stop]!);
      travelled.push(travelled[travelled.length - 1]! + Math.max(1, step));
    }
    const total = travelled[travelled.length - 1]!;
    for (let i = known + 1; i < next; i++) {
      const time = Math.round(start + ((end - start) * travelled[i - known]!) / total);
      calls[i]!.arrival = calls[i]!.departure = time;
    }
    known = next;
  }
  return true;
}

/** Trips of a line that runs at a headway instead of at given times (frequencies.txt). */
function repeated(
  trip: TransitTrip,
  frequencies: readonly { start: number; end: number; headway: number }[]
): TransitTrip[] {
  return frequencies.flatMap(({ start, end, headway }) => {
    const copies: TransitTrip[] = [];
    for (let at = start; at < end; at += headway) {
      const shift = at - trip.departures[0]!;
      copies.push({
        ...trip,
        arrivals: trip.arrivals.map((time) => time + shift),
        departures: trip.departures.map((time) => time + shift)
      });
    }
    return copies;
  });
}

function frequenciesOf(
  table: GtfsTable | undefined
): Map<string, { start: number; end: number; headway: number }[]> {
  const found = new Map<string, { start: number; end: number; headway: number }[]>();
  if (!table) return found;
  const [starts, ends, headways] = ['start_time', 'end_time', 'headway_secs'].map((name) =>
    table.column(name)
  );
  table.column('trip_id').forEach((trip, row) => {
    const [start, end] = [secondsOf(starts![row]!), secondsOf(ends![row]!)];
    const headway = Number(headways![row]);
    if (start === undefined || end === undefined || !(headway > 0)) return;
    found.set(trip, [...(found.get(trip) ?? []), { start, end, headway }]);
  });
  return found;
}

/** Usable trips; each of the others is a finding, with the line of its first stop time. */
export function readTrips(
  tables: { trips: GtfsTable; stopTimes: GtfsTable; frequencies: GtfsTable | undefined },
  stops: readonly Stop[],
  indexOf: ReadonlyMap<string, number>,
  findings: Finding[]
): TransitTrip[] {
  const serviceOf = new Map<string, string>();
  const services = tables.trips.column('service_id');
  tables.trips.column('trip_id').forEach((trip, row) => serviceOf.set(trip, services[row]!));

  const callsOf = new Map<string, { row: number; calls: Call[]; fault?: string }>();
  const [tripIds, stopIds, sequences, arrivals, departures] = [
    'trip_id',
    'stop_id',
    'stop_sequence',
    'arrival_time',
    'departure_time'
  ].map((name) => tables.stopTimes.column(name)) as [string[], string[], string[], string[], string[]];
  tripIds.forEach((id, row) => {
    let trip = callsOf.get(id);
    if (!trip) callsOf.set(id, (trip = { row: row + 2, calls: [] }));
    const stop = indexOf.get(stopIds[row]!);
    if (stop === undefined) {
      trip.fault ??= 'gtfs-unknown-stop';
      return;
    }
    const [arrival, departure] = [secondsOf(arrivals[row]!), secondsOf(departures[row]!)];
    trip.calls.push({ stop, sequence: Number(sequences[row]), arrival, departure });
  });

  const frequencies = frequenciesOf(tables.frequencies);
  const trips: TransitTrip[] = [];
  for (const [id, { row, calls, fault }] of callsOf) {
    const service = serviceOf.get(id);
    calls.sort((a, b) => a.sequence - b.sequence);
    const code =
      fault ??
      (service === undefined
        ? 'gtfs-unknown-trip'
        : calls.length < 2
          ? 'gtfs-single-stop'
          : interpolateTimes(calls, stops)
            ? undefined
            : 'gtfs-unusable-times');
    if (code !== undefined) {
      findings.push({ code, severity: 'dropped', file: 'stop_times.txt', row, found: id });
      continue;
    }
    const trip: TransitTrip = {
      id,
      service: service!,
      stops: calls.map((call) => call.stop),
      arrivals: calls.map((call) => call.arrival!),
      departures: calls.map((call) => call.departure!)
    };
    const runs = frequencies.get(id);
    if (runs) trips.push(...repeated(trip, runs));
    else trips.push(trip);
  }
  return trips;
}
