// The ground of the demonstration: water, woods, roads, rails and towns as generalised lines of ours, read from data/demo and geo/demo.
import type { Position } from 'geojson';
import { GROUND_TILES_PATH, GROUND_PAPER_PATH } from '../../src/lib/model/ground.ts';
import {
  GROUND_LAYERS,
  groundArchive,
  noLayers,
  paperGround,
  type GroundBox,
  type GroundFeature,
  type GroundLayer,
  type GroundLayers
} from '../../src/lib/engines/ground/index.ts';
import type { Commune } from '../../src/lib/model/place.ts';
import { BadFact, number, oneOf, readTable, text, textOrNull, type Row } from './read-table.ts';
import { rounded } from './rounded-line.ts';

const FILE = 'data/demo/ground.csv';
const ROADS = 'geo/demo/roads-main.csv';

/** The smallest zoom at which each kind is drawn: the demonstration has few of each. */
const MIN_ZOOMS: Readonly<Record<string, number>> = {
  motorway: 6,
  trunk: 7,
  primary: 8,
  secondary: 9,
  canal: 7,
  river: 8,
  stream: 11,
  rail: 8,
  tram: 9,
  water: 9,
  forest: 7,
  town: 7,
  village: 9,
  station: 11,
  townhall: 11
};
/** Population from which a commune is a town on the map. */
const TOWN = 9000;

const zoomOf = (kind: string): number => MIN_ZOOMS[kind] ?? 12;

function positions(row: Row): Position[] {
  const points = text(row, 'points')
    .split(',')
    .map((point) => point.split(' ').map(Number));
  if (points.some((point) => point.length !== 2 || !point.every(Number.isFinite)))
    throw new BadFact(`${FILE}, ligne ${row.line}`, 'des points « longitude latitude »');
  return points;
}

function geometryOf(layer: GroundLayer, points: Position[]): GroundFeature['geometry'] {
  if (points.length === 1) return { type: 'Point', coordinates: points[0]! };
  if (layer !== 'land' && layer !== 'water_polygons')
    return { type: 'LineString', coordinates: rounded(points) };
  return { type: 'Polygon', coordinates: [rounded([...points, points[0]!])] };
}

function feature(
  properties: GroundFeature['properties'],
  geometry: GroundFeature['geometry'],
  minZoom = zoomOf(properties.kind)
): GroundFeature {
  return { type: 'Feature', properties, geometry, minZoom };
}

/** Sections of one road, end to end: lists of ids of towns and junctions. */
function chains(sections: readonly (readonly [string, string])[]): string[][] {
  const left = sections.map((section) => [...section]);
  const whole: string[][] = [];
  for (let chain = left.shift(); chain; chain = left.shift()) {
    for (;;) {
      const at = left.findIndex(([a, b]) => [a, b].some((id) => id === chain![0] || id === chain!.at(-1)));
      if (at < 0) break;
      const [a, b] = left.splice(at, 1)[0]! as [string, string];
      if (a === chain.at(-1)) chain.push(b);
      else if (b === chain.at(-1)) chain.push(a);
      else chain.unshift(a === chain[0] ? b : a);
    }
    whole.push(chain);
  }
  return whole;
}

/** Main roads through town centres, by their number; motorways are drawn by the table of the ground. */
function mainRoads(root: string, communes: readonly Commune[]): GroundFeature[] {
  const at = new Map<string, Position>(
    communes.map(({ code, town_lon, town_lat }) => [code, [town_lon, town_lat]])
  );
  for (const row of readTable(root, 'geo/demo/road-junctions.csv'))
    at.set(text(row, 'id'), [number(row, 'lon'), number(row, 'lat')]);
  const roads = new Map<string, { ref: string; kind: string; sections: [string, string][] }>();
  for (const row of readTable(root, ROADS)) {
    const [ref, kind] = [text(row, 'name'), text(row, 'class')];
    if (kind === 'motorway' || kind.endsWith('_link')) continue;
    const key = `${ref} ${kind}`;
    const road = roads.get(key) ?? { ref, kind, sections: [] };
    roads.set(key, road);
    road.sections.push([text(row, 'from'), text(row, 'to')]);
  }
  return [...roads.values()].flatMap(({ ref, kind, sections }) =>
    chains(sections).map((ids) => {
      const line = ids.map((id) => at.get(id));
      if (line.includes(undefined)) throw new BadFact(ROADS, 'des communes et des échangeurs connus', ref);
      return feature({ kind, ref }, { type: 'LineString', coordinates: rounded(line as Position[]) });
    })
  );
}

function towns(communes: readonly Commune[]): GroundFeature[] {
  return communes.map(({ name, population, town_lon, town_lat }) =>
    feature(
      {
        kind: (population ?? 0) >= TOWN ? 'town' : 'village',
        name,
        ...(population !== null && { population })
      },
      { type: 'Point', coordinates: [town_lon, town_lat] }
    )
  );
}

/** Town centres stand for town halls: the service has its bases there. */
function townHalls(communes: readonly Commune[]): GroundFeature[] {
  return communes.map(({ intervention, town_lon, town_lat }) =>
    feature(
      { kind: 'townhall', name: 'Mairie' },
      { type: 'Point', coordinates: [town_lon, town_lat] },
      intervention ? zoomOf('townhall') : 12
    )
  );
}

/**
 * The ground of the demonstration by layers, from the repository at `root`: the same at every call.
 *
 * @throws BadFact when a line of the tables cannot be read
 */
export function demoGround(root: string, communes: readonly Commune[]): GroundLayers {
  const layers = noLayers();
  for (const row of readTable(root, FILE)) {
    const layer = oneOf(row, 'layer', GROUND_LAYERS);
    const [kind, name, ref] = [text(row, 'kind'), textOrNull(row, 'name'), textOrNull(row, 'ref')];
    const rail = kind === 'rail' || kind === 'tram';
    layers[layer].push(
      feature(
        { kind, ...(name && { name }), ...(ref && { ref }), ...(rail && { rail }) },
        geometryOf(layer, positions(row))
      )
    );
  }
  layers.streets.push(...mainRoads(root, communes));
  layers.street_labels.push(...layers.streets.filter(({ properties }) => properties.ref !== undefined));
  layers.place_labels.push(...towns(communes));
  layers.pois.push(...townHalls(communes));
  return layers;
}

/** Degrees around the territory that the ground goes on for. */
const AROUND = 0.12;

/** The files of the ground, by path: tiles for the live map, a small file for paper. */
export async function demoGroundFiles(
  root: string,
  communes: readonly Commune[],
  [west, south, east, north]: GroundBox
): Promise<Map<string, Uint8Array>> {
  const layers = demoGround(root, communes);
  const box: GroundBox = [west - AROUND, south - AROUND, east + AROUND, north + AROUND];
  const tiles = await groundArchive(layers, box, { credit: 'Tracés généralisés' });
  const paper = paperGround(layers, box);
  if (!tiles || !paper) throw new BadFact(FILE, 'des lignes sur le territoire');
  return new Map([
    [GROUND_TILES_PATH, tiles],
    [GROUND_PAPER_PATH, paper]
  ]);
}
