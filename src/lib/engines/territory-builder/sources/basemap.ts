// Roads and water of the operator's own, in GeoJSON: the layers of a street map, cut to the territory, stripped of all else.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { addShape, noLayers, type GroundBox, type GroundLayers, type Tags } from '../../ground/index.ts';
import { parseJson } from '../../import/index.ts';
import { isRecord } from '../../../model/documents/json.ts';
import { foldPlace } from '../../../model/names.ts';
import type { OpenSource } from './sources.ts';

const DRAWN = ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const;
const WATER = /^(?:water|river|stream|canal|coastline|bay|wetland)$/;
/** What water is called by BD TOPO and other French files. */
const WATER_WORDS =
  /^(?:lac|etang|retenue|plan d eau|cours d eau|ecoulement|surface hydro|eau|mer|fleuve|riviere|bassin)/;
const ROADS =
  /^(?:motorway|trunk|primary|secondary|tertiary|unclassified|residential|service|track|path|footway|cycleway)(?:_link)?$/;
/** Roads of a file that does not say which, by the words that this one takes. */
const MAIN: Tags = { highway: 'primary' };
const ROAD: Tags = { highway: 'tertiary' };
const LAKE: Tags = { natural: 'water' };

type Nested = number | Nested[];

/** What a shape is (names are left out), in the words of OpenStreetMap, from its own, BD TOPO's or a `kind`; null for a surface that is not water: a commune, a building. */
function tagsOf(type: string, properties: Record<string, unknown>): Tags | null {
  const words = ['kind', 'class', 'natural', 'waterway'].map((key) => String(properties[key] ?? ''));
  const nature = String(properties['nature'] ?? properties['NATURE'] ?? '');
  const isArea = type.endsWith('Polygon');
  if (words.some((word) => WATER.test(word)) || WATER_WORDS.test(foldPlace(nature))) {
    const line = words.find((word) => word === 'canal' || word === 'stream') ?? 'river';
    return isArea ? LAKE : { waterway: line };
  }
  if (isArea) return null;
  const road = String(properties['highway'] ?? properties['class'] ?? properties['kind'] ?? '');
  if (road === 'main') return MAIN;
  return properties['highway'] !== undefined || ROADS.test(road) ? { highway: road } : ROAD;
}

function* positions(value: Nested): Generator<readonly [number, number]> {
  if (!Array.isArray(value)) return;
  if (typeof value[0] === 'number') yield value as [number, number];
  else for (const inner of value) yield* positions(inner);
}

/**
 * The street map of a file of roads and water.
 *
 * @param box what is kept, degrees WGS84
 * @throws UnusableInput missing-file, not-geojson, unknown-projection, basemap-elsewhere, basemap-not-drawn
 */
export async function readBasemap(
  file: string,
  open: OpenSource,
  box: GroundBox
): Promise<{ layers: GroundLayers; findings: Finding[] }> {
  const refuse = (finding: Omit<Finding, 'file' | 'severity'>) =>
    new UnusableInput({ severity: 'dropped', file, ...finding });
  const { root } = parseJson(await open(file));
  const features = isRecord(root) && root['type'] === 'FeatureCollection' ? root['features'] : null;
  if (!Array.isArray(features)) throw refuse({ code: 'not-geojson' });
  const [west, south, east, north] = box;
  const layers = noLayers();
  let [kept, neither] = [0, 0];
  for (const feature of features as unknown[]) {
    const { geometry, properties } = isRecord(feature) ? feature : {};
    const type = DRAWN.find((one) => isRecord(geometry) && geometry['type'] === one);
    if (!isRecord(geometry) || !type) continue;
    const coordinates = geometry['coordinates'] as Nested;
    const points = [...positions(coordinates)];
    const stray = points.find(([x, y]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90));
    if (stray) throw refuse({ code: 'unknown-projection', found: stray.slice(0, 2).join(', ') });
    if (!points.some(([x, y]) => x >= west && x <= east && y >= south && y <= north)) continue;
    const tags = tagsOf(type, isRecord(properties) ? properties : {});
    if (tags === null) neither += 1;
    else {
      kept += 1;
      const shape = { type, coordinates } as unknown as Parameters<typeof addShape>[2];
      addShape(layers, tags, shape);
    }
  }
  const found = String(neither);
  if (kept === 0 && neither > 0) throw refuse({ code: 'basemap-not-drawn', found });
  if (kept === 0) throw refuse({ code: 'basemap-elsewhere', found: String(features.length) });
  const findings: Finding[] =
    neither > 0 ? [{ code: 'basemap-surfaces', severity: 'doubtful', file, found }] : [];
  return { layers, findings };
}
