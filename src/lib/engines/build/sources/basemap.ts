// Roads and water under the layers: a GeoJSON file of the operator's own, cut to the territory and copied into the site. No tile is
// asked of anyone: who reads the map is nobody else's business.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { foldPlace, isRecord, parseJson } from '../../import/index.ts';
import type { Territory } from '../../../model/place.ts';
import { utf8 } from '../write/bytes.ts';
import type { OpenSource } from './sources.ts';

export const BASEMAP_PATH = 'map/basemap.geojson';
const MOST_BYTES = 4 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;
/** Degrees around the territory. */
const AROUND = 0.02;
const DECIMALS = 5;
const DRAWN = ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];
const MAIN_ROADS = /^(?:motorway|trunk|primary)/;
const WATER = /^(?:water|river|stream|canal|coastline|bay|wetland)$/;
/** What water is called by BD TOPO and other French files. */
const WATER_WORDS =
  /^(?:lac|etang|retenue|plan d eau|cours d eau|ecoulement|surface hydro|eau|mer|fleuve|riviere|bassin)/;

export type BasemapKind = 'water' | 'main' | 'road';
type Bounds = Territory['bounds'];
type Nested = number | Nested[];

/** What a feature is drawn as, from the words of OpenStreetMap, BD TOPO or a `kind`; null for a surface that is not water: a commune, a building. */
function kindOf(type: string, properties: Record<string, unknown>): BasemapKind | null {
  const words = ['kind', 'class', 'natural', 'waterway'].map((key) => String(properties[key] ?? ''));
  if (words.some((word) => WATER.test(word))) return 'water';
  const nature = String(properties['nature'] ?? properties['NATURE'] ?? '');
  if (WATER_WORDS.test(foldPlace(nature))) return 'water';
  if (type.endsWith('Polygon')) return null;
  const road = String(properties['highway'] ?? properties['class'] ?? properties['kind'] ?? '');
  return MAIN_ROADS.test(road) || road === 'main' ? 'main' : 'road';
}

function* positions(value: Nested): Generator<readonly [number, number]> {
  if (!Array.isArray(value)) return;
  if (typeof value[0] === 'number') yield value as [number, number];
  else for (const inner of value) yield* positions(inner);
}

const rounded = (value: Nested): Nested =>
  Array.isArray(value)
    ? typeof value[0] === 'number'
      ? value.slice(0, 2).map(rounded)
      : value.map(rounded)
    : Number(value.toFixed(DECIMALS));

/**
 * The file that the site ships.
 *
 * @throws UnusableInput missing-file, not-geojson, unknown-projection, basemap-elsewhere, basemap-not-drawn, basemap-too-large
 */
export async function readBasemap(
  file: string,
  open: OpenSource,
  bounds: Bounds
): Promise<{ bytes: Uint8Array; findings: Finding[] }> {
  const refuse = (finding: Omit<Finding, 'file' | 'severity'>) =>
    new UnusableInput({ severity: 'dropped', file, ...finding });
  const { root } = parseJson(await open(file));
  const features = isRecord(root) && root['type'] === 'FeatureCollection' ? root['features'] : null;
  if (!Array.isArray(features)) throw refuse({ code: 'not-geojson' });
  const [west, south, east, north] = bounds;
  let neither = 0;
  const kept = (features as unknown[]).flatMap((feature) => {
    const { geometry, properties } = isRecord(feature) ? feature : {};
    if (!isRecord(geometry) || !DRAWN.includes(String(geometry['type']))) return [];
    const coordinates = geometry['coordinates'] as Nested;
    const points = [...positions(coordinates)];
    const stray = points.find(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90));
    if (stray) throw refuse({ code: 'unknown-projection', found: stray.slice(0, 2).join(', ') });
    const inside = points.some(
      ([x, y]) => x >= west - AROUND && x <= east + AROUND && y >= south - AROUND && y <= north + AROUND
    );
    const type = String(geometry['type']);
    const kind = kindOf(type, isRecord(properties) ? properties : {});
    if (inside && kind === null) neither += 1;
    return inside && kind !== null
      ? [{ type: 'Feature', properties: { kind }, geometry: { type, coordinates: rounded(coordinates) } }]
      : [];
  });
  const found = String(neither);
  if (kept.length === 0 && neither > 0) throw refuse({ code: 'basemap-not-drawn', found });
  if (kept.length === 0) throw refuse({ code: 'basemap-elsewhere', found: String(features.length) });
  const bytes = utf8(JSON.stringify({ type: 'FeatureCollection', features: kept }));
  const size = bytes.length;
  if (size > MOST_BYTES) {
    const megabytes = (size / MEGABYTE).toFixed(1).replace('.', ',');
    throw refuse({ code: 'basemap-too-large', found: megabytes, expected: String(MOST_BYTES / MEGABYTE) });
  }
  const findings: Finding[] =
    neither > 0 ? [{ code: 'basemap-surfaces', severity: 'doubtful', file, found }] : [];
  return { bytes, findings };
}
