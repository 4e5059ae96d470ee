// The street map on paper and without WebGL: rivers, large water and main roads in one small GeoJSON file.
import { gzipSync } from 'fflate';
import type { Feature, Position } from 'geojson';
import type { GroundBox } from './extract.ts';
import { clipLine, clipRing } from './features/clip.ts';
import { linesIn } from './features/ground-layers.ts';
import { ringKm2 } from './features/rings.ts';
import type { GroundFeature, GroundLayers } from './layers.ts';
import { simplifyLine } from '../../algorithms/line-simplification.ts';

/** What the file is made of, in the order of drawing; `number` holds points where the number of a road may be written. */
export const PAPER_KINDS = [
  'water',
  'river',
  'canal',
  'primary',
  'trunk',
  'motorway',
  'tram',
  'number'
] as const;
const LINE_KINDS = ['river', 'canal', 'primary', 'trunk', 'motorway', 'tram'] as const;
const NUMBERED = ['motorway', 'trunk', 'primary', 'tram'];
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Bytes once compressed: a first page may load it. */
const MOST_BYTES = 18_000;
/** Degrees: 5 m, then coarser until the file is small enough; beyond the last nothing would be recognised. */
const TOLERANCES = [0.00005, 0.0001, 0.0002, 0.0004, 0.0008, 0.0016, 0.003, 0.006];
const DECIMALS = 4;
/** Water that stands on a map of the whole territory. */
const LEAST_WATER_KM2 = 0.25;

/** Points where one road's number may be written, at most. */
const NUMBER_POINTS = 12;

type Lines = readonly (readonly Position[])[];

/** What one feature of the file says. */
interface PaperProperties {
  kind: PaperKind;
  /** Of a river or a canal. */
  name?: string;
  /** Of a `number`, and the kind of its road. */
  ref?: string;
  of?: string;
}
interface Group {
  properties: PaperProperties;
  lines: Lines;
}

const rounded = (line: readonly Position[]): Position[] =>
  line
    .map((point): Position => [Number(point[0]!.toFixed(DECIMALS)), Number(point[1]!.toFixed(DECIMALS))])
    .filter((point, at, all) => at === 0 || point[0] !== all[at - 1]![0] || point[1] !== all[at - 1]![1]);

function lengthOf(line: readonly Position[]): number {
  let sum = 0;
  for (let at = 1; at < line.length; at++)
    sum += Math.hypot(line[at]![0]! - line[at - 1]![0]!, line[at]![1]! - line[at - 1]![1]!);
  return sum;
}

function waterRings(features: readonly GroundFeature[], box: GroundBox): Position[][][] {
  const polygons = features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  );
  return polygons
    .map((rings) => rings.map((ring) => clipRing(ring, box)).filter(({ length }) => length > 3))
    .filter(([outer]) => outer && ringKm2(outer) > LEAST_WATER_KM2);
}

/** Lines within the box, those of one kind and one name together. */
function lineGroups({ water_lines, streets }: GroundLayers, box: GroundBox): Group[] {
  const groups = new Map<string, { properties: PaperProperties; lines: Position[][] }>();
  for (const kind of LINE_KINDS)
    for (const feature of [...water_lines, ...streets]) {
      const { kind: own, link, name } = feature.properties;
      if (own !== kind || link === true) continue;
      const named = kind === 'river' || kind === 'canal' ? name : undefined;
      const clipped = linesIn(feature).flatMap((line) => clipLine(line, box));
      if (clipped.length === 0) continue;
      const key = `${kind}/${named ?? ''}`;
      const group = groups.get(key) ?? { properties: { kind, ...(named && { name: named }) }, lines: [] };
      groups.set(key, group);
      group.lines.push(...clipped);
    }
  return [...groups.values()];
}

/** Some points of each numbered road, spread over its length. */
function numberPoints({ street_labels }: GroundLayers, box: GroundBox): Feature[] {
  const roads = new Map<string, { of: string; ref: string; lines: Position[][] }>();
  for (const feature of street_labels) {
    const { kind, ref } = feature.properties;
    if (!ref || !NUMBERED.includes(kind)) continue;
    const road = roads.get(`${kind}/${ref}`) ?? { of: kind, ref, lines: [] };
    roads.set(`${kind}/${ref}`, road);
    road.lines.push(...linesIn(feature).flatMap((line) => clipLine(line, box)));
  }
  return [...roads.values()]
    .filter(({ lines }) => lines.length > 0)
    .map(({ of, ref, lines }) => ({
      type: 'Feature',
      properties: { kind: 'number', of, ref } satisfies PaperProperties,
      geometry: { type: 'MultiPoint', coordinates: rounded(spread(lines)) }
    }));
}

/** At most {@link NUMBER_POINTS} points at even distances along some lines. */
function spread(lines: Lines): Position[] {
  const step = lines.reduce((sum, line) => sum + lengthOf(line), 0) / NUMBER_POINTS;
  const points: Position[] = [];
  let left = step / 2;
  for (const line of lines)
    for (let at = 1; at < line.length; at++) {
      const [a, b] = [line[at - 1]!, line[at]!];
      const length = lengthOf([a, b]);
      for (; left < length; left += step) {
        const share = left / length;
        points.push([a[0]! + (b[0]! - a[0]!) * share, a[1]! + (b[1]! - a[1]!) * share]);
      }
      left -= length;
    }
  return points;
}

function written(
  groups: readonly Group[],
  water: Position[][][],
  numbers: readonly Feature[],
  tolerance: number
): Uint8Array {
  const features: Feature[] = [];
  const surfaces = water
    .map((rings) =>
      rings.map((ring) => rounded(simplifyLine(ring, tolerance))).filter(({ length }) => length > 3)
    )
    .filter(({ length }) => length > 0);
  if (surfaces.length > 0)
    features.push({
      type: 'Feature',
      properties: { kind: 'water' },
      geometry: { type: 'MultiPolygon', coordinates: surfaces }
    });
  for (const { properties, lines } of groups) {
    const coordinates = lines
      .filter((line) => lengthOf(line) > 4 * tolerance)
      .map((line) => rounded(simplifyLine(line, tolerance)))
      .filter(({ length }) => length > 1);
    if (coordinates.length === 0) continue;
    features.push({
      type: 'Feature',
      properties,
      geometry: { type: 'MultiLineString', coordinates }
    });
  }
  features.push(...numbers);
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
}

/**
 * A GeoJSON file of at most 18 kB once compressed, cut to the box: water as a MultiPolygon, each kind of line (each river by its `name`) as a
 * MultiLineString, each number of a road as a MultiPoint with its `ref` and the kind (`of`) of the road. Null when the box holds none.
 */
export function paperGround(layers: GroundLayers, box: GroundBox): Uint8Array | null {
  const water = waterRings(layers.water_polygons, box);
  const groups = lineGroups(layers, box);
  if (water.length === 0 && groups.length === 0) return null;
  const numbers = numberPoints(layers, box);
  let bytes = new Uint8Array();
  for (const tolerance of TOLERANCES) {
    bytes = written(groups, water, numbers, tolerance) as Uint8Array<ArrayBuffer>;
    if (gzipSync(bytes, { mtime: 0 }).length <= MOST_BYTES) break;
  }
  return bytes;
}
