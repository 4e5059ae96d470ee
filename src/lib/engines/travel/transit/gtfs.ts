// Reads a GTFS feed from its archive. https://gtfs.org/schedule/reference/
import { unzipSync } from 'fflate';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { readServiceDays, type Calendar } from './calendar.ts';
import { readTable, type GtfsTable } from './gtfs-table.ts';
import { readTrips, type Stop, type TransitTrip } from './stop-times.ts';

/** A transfer of transfers.txt, between indices of stops; null seconds: no transfer is possible. */
interface StatedTransfer {
  from: number;
  to: number;
  seconds: number | null;
}

export interface Feed {
  stops: Stop[];
  trips: TransitTrip[];
  calendar: Calendar;
  transfers: StatedTransfer[];
  /** From feed_info.txt, or empty. */
  publisher: string;
  version: string;
  /** Rows that were left out. */
  findings: Finding[];
}

/** Contents of the text files by name. */
type Tables = Record<string, Uint8Array>;

/** Text files of the archive by name, in whatever folder. */
function unzip(zip: Uint8Array): Tables {
  try {
    const files = unzipSync(zip, {
      filter: ({ name }) => name.endsWith('.txt') && !name.endsWith('shapes.txt')
    });
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name.split('/').pop()!, bytes]));
  } catch (cause) {
    throw new UnusableInput(
      { code: 'gtfs-foreign', severity: 'dropped', found: `${zip.length} o` },
      { cause }
    );
  }
}

function readStops(table: GtfsTable, findings: Finding[]): Stop[] {
  const [ids, names, lats, lons] = ['stop_id', 'stop_name', 'stop_lat', 'stop_lon'].map((name) =>
    table.column(name)
  );
  const stops: Stop[] = [];
  ids!.forEach((id, row) => {
    const [lat, lon] = [Number(lats![row]), Number(lons![row])];
    const placed = lats![row] !== '' && lons![row] !== '' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    if (placed && id !== '') stops.push({ id, name: names![row]!, lon, lat });
    else
      findings.push({
        code: 'gtfs-stop-without-place',
        severity: 'dropped',
        file: 'stops.txt',
        row: row + 2,
        found: `${id} ${lats![row]} ${lons![row]}`
      });
  });
  return stops;
}

function readTransfers(table: GtfsTable, indexOf: ReadonlyMap<string, number>): StatedTransfer[] {
  const [from, to, type, least] = ['from_stop_id', 'to_stop_id', 'transfer_type', 'min_transfer_time'].map(
    (name) => table.column(name)
  );
  const transfers: StatedTransfer[] = [];
  from!.forEach((id, row) => {
    const [a, b] = [indexOf.get(id), indexOf.get(to![row]!)];
    if (a === undefined || b === undefined || a === b) return;
    if (type![row] === '3') transfers.push({ from: a, to: b, seconds: null });
    else if (type![row] === '2' && least![row] !== '')
      transfers.push({ from: a, to: b, seconds: Number(least![row]) });
  });
  return transfers;
}

/**
 * Reads a feed from the contents of its text files.
 *
 * @throws {UnusableInput} `gtfs-missing-file`, `gtfs-missing-column` or `gtfs-no-trip`
 */
export function readFeed(tables: Tables): Feed {
  const table = (file: string, required: readonly string[]): GtfsTable => {
    const bytes = tables[file];
    if (!bytes) throw new UnusableInput({ code: 'gtfs-missing-file', severity: 'dropped', file });
    return readTable(file, bytes, required);
  };
  const optional = (file: string, required: readonly string[]) =>
    tables[file] ? table(file, required) : undefined;
  const findings: Finding[] = [];
  const stops = readStops(table('stops.txt', ['stop_id', 'stop_lat', 'stop_lon']), findings);
  const indexOf = new Map(stops.map((stop, index) => [stop.id, index]));
  const trips = readTrips(
    {
      trips: table('trips.txt', ['trip_id', 'service_id']),
      stopTimes: table('stop_times.txt', [
        'trip_id',
        'stop_id',
        'stop_sequence',
        'arrival_time',
        'departure_time'
      ]),
      frequencies: optional('frequencies.txt', ['trip_id', 'start_time', 'end_time', 'headway_secs'])
    },
    stops,
    indexOf,
    findings
  );
  if (trips.length === 0)
    throw new UnusableInput({ code: 'gtfs-no-trip', severity: 'dropped', file: 'stop_times.txt' });
  const transfers = optional('transfers.txt', ['from_stop_id', 'to_stop_id', 'transfer_type']);
  const info = optional('feed_info.txt', []);
  return {
    stops,
    trips,
    calendar: readServiceDays(
      optional('calendar.txt', ['service_id', 'start_date', 'end_date']),
      optional('calendar_dates.txt', ['service_id', 'date', 'exception_type'])
    ),
    transfers: transfers ? readTransfers(transfers, indexOf) : [],
    publisher: info?.column('feed_publisher_name')[0] ?? '',
    version: info?.column('feed_version')[0] ?? '',
    findings
  };
}

/**
 * Reads a GTFS archive. Unusable stops and trips are left out, and are findings of the feed.
 *
 * @throws {UnusableInput} `gtfs-foreign`, `gtfs-missing-file`, `gtfs-missing-column` or `gtfs-no-trip`.
 */
export function readGtfs(zip: Uint8Array): Feed {
  return readFeed(unzip(zip));
}
