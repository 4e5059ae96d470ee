// The schematic road network of the demonstration: main roads, links between neighbouring towns, links to the schools. Straight lines, whose
// lengths are estimated by detour factors; the graph's meta says so.
import { greatCircleMetres, type Position } from '../../src/lib/algorithms/distance.ts';
import { number, readTable, text } from '../demo/read-table.ts';
import { BIKE_SPEEDS, FOOT_SPEEDS, RAMP_FACTOR } from '../../src/lib/engines/ground/index.ts';
import type { RoadMode, RoadNetwork, RoadWay } from '../../src/lib/model/travel/road-network.ts';
import type { Place } from '../../src/lib/model/travel/travel-times.ts';

/** Metres of road for one metre in a straight line, by kind of link. Assumption. */
const DETOUR = { motorway: 1.05, trunk: 1.1, primary: 1.15, secondary: 1.2, local: 1.3, street: 1.35 };
/** km/h through towns, stops at junctions included: a link here crosses many of them. Assumption. */
const CAR_SPEEDS: Readonly<Record<string, number>> = {
  motorway: 95,
  trunk: 70,
  primary: 45,
  secondary: 42,
  tertiary: 38,
  residential: 28
};
/** A school is joined to its town centre and to this many nearest places. */
const NEAREST = 3;
const FILES = {
  towns: 'data/demo/communes.csv',
  schools: 'data/demo/schools.csv',
  junctions: 'geo/demo/road-junctions.csv',
  roads: 'geo/demo/roads-main.csv',
  neighbours: 'geo/demo/commune-neighbours.csv'
};
const DATE = '2026-11-24';

type Detour = keyof typeof DETOUR;
interface SchematicRoad {
  from: string;
  to: string;
  /** OpenStreetMap class, `_link` for a ramp. */
  kind: string;
  detour: Detour;
  /** Number, of main roads. */
  ref?: string;
}

/** Places of the network, towns and schools first, and the roads between them. */
export interface Schematic {
  /** Towns (INSEE code) and schools (UAI). */
  places: Place[];
  junctions: Place[];
  roads: SchematicRoad[];
}

function nearest(place: Place, all: readonly Place[]): Place[] {
  return all
    .filter((other) => other.id !== place.id)
    .map((other) => ({ other, metres: greatCircleMetres(place, other) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, NEAREST)
    .map(({ other }) => other);
}

/** Reads the demonstration's tables under the root of the repository. */
export function readSchematic(root: string): Schematic {
  const towns = readTable(root, FILES.towns).map((row) => ({
    id: text(row, 'code'),
    lon: number(row, 'town_lon'),
    lat: number(row, 'town_lat')
  }));
  const schoolRows = readTable(root, FILES.schools).filter((row) => text(row, 'lon') !== '');
  const schools = schoolRows.map((row) => ({
    id: text(row, 'uai'),
    lon: number(row, 'lon'),
    lat: number(row, 'lat')
  }));
  const junctions = readTable(root, FILES.junctions).map((row) => ({
    id: text(row, 'id'),
    lon: number(row, 'lon'),
    lat: number(row, 'lat')
  }));
  const roads: SchematicRoad[] = readTable(root, FILES.roads).map((row) => {
    const kind = text(row, 'class');
    return {
      from: text(row, 'from'),
      to: text(row, 'to'),
      kind,
      detour: kind.replace('_link', '') as Detour,
      // A ramp goes to a town centre here: it is no part of the motorway whose number it bears.
      ...(!kind.endsWith('_link') && { ref: text(row, 'name') })
    };
  });
  const known = new Set(roads.map(({ from, to }) => [from, to].sort().join(' ')));
  const join = (from: string, to: string, kind: string, detour: Detour) => {
    const key = [from, to].sort().join(' ');
    if (known.has(key)) return;
    known.add(key);
    roads.push({ from, to, kind, detour });
  };
  for (const row of readTable(root, FILES.neighbours))
    join(text(row, 'code_a'), text(row, 'code_b'), 'tertiary', 'local');
  const places = [...towns, ...schools];
  schoolRows.forEach((row, i) => {
    join(schools[i]!.id, text(row, 'commune'), 'residential', 'street');
    for (const other of nearest(schools[i]!, places))
      join(schools[i]!.id, other.id!, 'residential', 'street');
  });
  return { places, junctions, roads };
}

const FAST = ['motorway', 'trunk'];

function speedOf(kind: string, mode: RoadMode): number | undefined {
  const of = kind.replace('_link', '');
  if (mode !== 'car') {
    if (FAST.includes(of)) return undefined;
    return (mode === 'bike' ? BIKE_SPEEDS : FOOT_SPEEDS)[of]?.[1];
  }
  const urban = CAR_SPEEDS[of];
  return urban === undefined ? undefined : urban * (kind === of ? 1 : RAMP_FACTOR);
}

/** The roads that a mode may take, in the form that the graph builder reads. */
export function schematicNetwork({ places, junctions, roads }: Schematic, mode: RoadMode): RoadNetwork {
  const points: Place[] = [...places, ...junctions];
  const indexOf = new Map(points.map(({ id }, index) => [id, index]));
  const pointAt = (id: string): [number, Position] => {
    const index = indexOf.get(id);
    if (index === undefined) throw new Error(`${FILES.roads}: no place named ${id}`);
    return [index, points[index]!];
  };
  const ways: RoadWay[] = [];
  for (const { from, to, kind, detour, ref } of roads) {
    const speed = speedOf(kind, mode);
    if (speed === undefined) continue;
    const [[a, start], [b, end]] = [pointAt(from), pointAt(to)];
    const metres = greatCircleMetres(start, end) * DETOUR[detour];
    ways.push({ points: [a, b], rural: speed, urban: speed, oneway: false, metres, ...(ref && { ref }) });
  }
  return {
    meta: { mode, source: 'Réseau schématique de démonstration', dataDate: DATE, schematic: true },
    lon: Float64Array.from(points, ({ lon }) => lon),
    lat: Float64Array.from(points, ({ lat }) => lat),
    ways
  };
}
