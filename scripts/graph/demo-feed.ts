// A small public transport feed for the demonstration: two tram lines and six bus lines, all fictitious, between the towns.
import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { greatCircleMetres, type Position } from '../../src/lib/algorithms/distance.ts';
import type { Place } from '../../src/lib/model/travel/travel-times.ts';

interface Line {
  id: string;
  kind: 'tram' | 'bus';
  /** INSEE codes of the towns, in order. */
  towns: readonly string[];
  /** Minutes between two departures. */
  every: number;
}

/** Drawn for the demonstration: no line of any real network. */
const LINES: readonly Line[] = [
  { id: 'TF1', kind: 'tram', towns: ['59221', '59032', '59606', '59014', '59459'], every: 10 },
  { id: 'TF2', kind: 'tram', towns: ['59606', '59112', '59253', '59153', '59616'], every: 12 },
  { id: 'BF1', kind: 'bus', towns: ['59606', '59544', '59447', '59479', '59484', '59160'], every: 20 },
  { id: 'BF2', kind: 'bus', towns: ['59606', '59383', '59557', '59471', '59166'], every: 30 },
  { id: 'BF3', kind: 'bus', towns: ['59014', '59079', '59112', '59544', '59215'], every: 30 },
  { id: 'BF4', kind: 'bus', towns: ['59606', '59475', '59515', '59369', '59407'], every: 30 },
  { id: 'BF5', kind: 'bus', towns: ['59253', '59613', '59447', '59505', '59559'], every: 60 },
  { id: 'BF6', kind: 'bus', towns: ['59301', '59616', '59153', '59591', '59530', '59160'], every: 60 }
];
const SPEED = { tram: 20 / 3.6, bus: 17 / 3.6 };
const DETOUR = 1.15;
/** Metres between two stops at most, seconds at each. */
const SPACING = 600;
const DWELL = 20;
const FIRST = 6 * 3600;
const LAST = 20 * 3600;
/** The archive's own date: the same bytes at each build. */
const MTIME = new Date('2026-01-01T00:00:00');
const TITLE = 'Réseau fictif de démonstration';

interface Stop extends Position {
  id: string;
  name: string;
}

/** Stops of a line: the towns, and stops evenly between them. */
function stopsOf(line: Line, towns: ReadonlyMap<string, Place & { name: string }>): Stop[] {
  const town = (code: string) => {
    const found = towns.get(code);
    if (!found) throw new Error(`line ${line.id}: no town ${code}`);
    return found;
  };
  return line.towns.flatMap((code, i) => {
    const start = town(code);
    const here = { id: `C${code}`, name: `${start.name} (fictif)`, lon: start.lon, lat: start.lat };
    const next = line.towns[i + 1];
    if (next === undefined) return [here];
    const end = town(next);
    const pieces = Math.ceil(greatCircleMetres(start, end) / SPACING);
    const between = Array.from({ length: pieces - 1 }, (_, k) => {
      const share = (k + 1) / pieces;
      const [low, high] = [code, next].sort() as [string, string];
      return {
        id: `S${low}-${high}-${code === low ? k + 1 : pieces - 1 - k}`,
        name: `${start.name} - ${end.name} ${k + 1} (fictif)`,
        lon: start.lon + share * (end.lon - start.lon),
        lat: start.lat + share * (end.lat - start.lat)
      };
    });
    return [here, ...between];
  });
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** GTFS texts by file name. */
function demoFeed(towns: readonly (Place & { name: string })[]): Record<string, string> {
  const byCode = new Map(towns.map((town) => [town.id!, town]));
  const stops = new Map<string, Stop>();
  const routes: string[] = [];
  const trips: string[] = [];
  const times: string[] = [];
  for (const line of LINES) {
    routes.push(`${line.id},demo,${line.id},"${TITLE} : ligne ${line.id}",${line.kind === 'tram' ? 0 : 3}`);
    const out = stopsOf(line, byCode);
    for (const stop of out) if (!stops.has(stop.id)) stops.set(stop.id, stop);
    for (const [direction, path] of [out, [...out].reverse()].entries()) {
      for (let start = FIRST; start <= LAST; start += line.every * 60) {
        const trip = `${line.id}-${direction}-${clock(start).slice(0, 5)}`;
        trips.push(`${line.id},semaine,${trip},${direction}`);
        let at = start;
        path.forEach((stop, i) => {
          const previous = path[i - 1];
          if (previous) at += Math.round((greatCircleMetres(previous, stop) * DETOUR) / SPEED[line.kind]);
          const leaves = i === 0 || i === path.length - 1 ? at : at + DWELL;
          times.push(`${trip},${clock(at)},${clock(leaves)},${stop.id},${i + 1}`);
          at = leaves;
        });
      }
    }
  }
  const table = (head: string, rows: readonly string[]) => `${[head, ...rows].join('\n')}\n`;
  return {
    'agency.txt': table('agency_id,agency_name,agency_url,agency_timezone', [
      `demo,${TITLE},https://example.org,Europe/Paris`
    ]),
    'feed_info.txt': table('feed_publisher_name,feed_publisher_url,feed_lang,feed_version', [
      `${TITLE},https://example.org,fr,2026-01-01`
    ]),
    'stops.txt': table(
      'stop_id,stop_name,stop_lat,stop_lon',
      [...stops.values()].map(
        ({ id, name, lat, lon }) => `${id},"${name}",${lat.toFixed(5)},${lon.toFixed(5)}`
      )
    ),
    'routes.txt': table('route_id,agency_id,route_short_name,route_long_name,route_type', routes),
    'trips.txt': table('route_id,service_id,trip_id,direction_id', trips),
    'stop_times.txt': table('trip_id,arrival_time,departure_time,stop_id,stop_sequence', times),
    'calendar.txt': table(
      'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date',
      ['semaine,1,1,1,1,1,0,0,20250901,20270831']
    )
  };
}

/** The feed as an archive, the same bytes at each build. */
export function demoFeedZip(towns: readonly (Place & { name: string })[]): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(demoFeed(towns)))
    files[name] = [strToU8(content), { mtime: MTIME }];
  return zipSync(files, { level: 9 });
}
