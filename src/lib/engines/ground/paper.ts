// The street map on paper and without WebGL: rivers, large water and main roads in one small GeoJSON file.
import { gzipSync } from 'fflate';
import type { Feature, Position } from 'geojson';
import type { Box } from './extract.ts';
import { clipLine, clipRing } from './features/clip.ts';
import { linesIn } from './features/ground-layers.ts';
import { ringKm2 } from './features/rings.ts';
import type { GroundFeature, GroundLayers } from './layers.ts';
import { simplifyLine } from './simplify-line.ts';

/** What the file is made of, in the order of drawing. */
export const PAPER_KINDS = ['water', 'river', 'canal', 'primary', 'trunk', 'motorway'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Bytes once compressed: a first page may load it. */
const MOST_BYTES = 18_000;
/** Degrees: 5 m, then coarser until the file is small enough; beyond the last nothing would be recognised. */
const TOLERANCES = [0.00005, 0.0001, 0.0002, 0.0004, 0.0008, 0.0016, 0.003, 0.006];
const DECIMALS = 4;
/** Water that stands on a map of the whole territory. */
const LEAST_WATER_KM2 = 0.25;

type Lines = readonly (readonly Position[])[];

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

function waterRings(features: readonly GroundFeature[], box: Box): Position[][][] {
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

function written(lines: ReadonlyMap<PaperKind, Lines>, water: Position[][][], tolerance: number): Uint8Array {
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
  for (const [kind, all] of lines) {
    const coordinates = all
      .filter((line) => lengthOf(line) > 4 * tolerance)
      .map((line) => rounded(simplifyLine(line, tolerance)))
      .filter(({ length }) => length > 1);
    if (coordinates.length === 0) continue;
    features.push({
      type: 'Feature',
      properties: { kind },
      geometry: { type: 'MultiLineString', coordinates }
    });
  }
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
}

/**
 * A GeoJSON file of at most 18 kB once compressed, one feature a {@link PAPER_KINDS} kind (`kind` its only property): water as a
 * MultiPolygon, the others as a MultiLineString, cut to the box. Null when the box holds none.
 */
export function paperGround(
  { water_polygons, water_lines, streets }: GroundLayers,
  box: Box
): Uint8Array | null {
  const water = waterRings(water_polygons, box);
  const lines = new Map<PaperKind, Position[][]>();
  for (const kind of PAPER_KINDS.slice(1)) {
    const alike = [...water_lines, ...streets].filter(
      ({ properties }) => properties.kind === kind && properties.link !== true
    );
    const clipped = alike.flatMap(linesIn).flatMap((line) => clipLine(line, box));
    if (clipped.length > 0) lines.set(kind, clipped);
  }
  if (water.length === 0 && lines.size === 0) return null;
  let bytes = new Uint8Array();
  for (const tolerance of TOLERANCES) {
    bytes = written(lines, water, tolerance) as Uint8Array<ArrayBuffer>;
    if (gzipSync(bytes, { mtime: 0 }).length <= MOST_BYTES) break;
  }
  return bytes;
}
