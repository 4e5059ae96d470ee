// The layers of a street map cut into vector tiles, one zoom and one layer at a time, in one PMTiles archive.
import type { GeoJSONVT } from '@maplibre/geojson-vt';
import type { FeatureCollection, Position } from 'geojson';
import { eventLoopYielder } from '../../../model/event-loop.ts';
import type { Box } from '../extract.ts';
import { GROUND_LAYERS, type GroundFeature, type GroundLayer, type GroundLayers } from '../layers.ts';
import { squaresOf } from './grid.ts';
import { ArchiveWriter, joined } from './pmtiles.ts';

export interface ArchiveOptions {
  /** Who made the data: shown with the map, and held in the archive. */
  credit: string;
  /** Date of the data, `YYYY-MM-DD`, where known. */
  date?: string | null;
  minZoom?: number;
  maxZoom?: number;
  signal?: AbortSignal;
  /** Share of the work behind, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** The name by which an archive of ours says what it holds. */
export const GROUND_SCHEMA = 'maillage-ground-1';
const EXTENT = 4096;
const MVT_VERSION = 2;
/** Units of a tile within which a line may be drawn straight: finer at the last zoom, which closer views enlarge. */
const TOLERANCE = { last: 2, before: 3.5 };
/** Units beyond the edge of a tile: names need less than strokes. */
const BUFFER = { labels: 32, shapes: 64 };
const FIELDS = {
  kind: 'String',
  name: 'String',
  ref: 'String',
  link: 'Boolean',
  tunnel: 'Boolean',
  bridge: 'Boolean',
  rail: 'Boolean',
  population: 'Number'
} as const;

const isLabel = (layer: GroundLayer) => layer.endsWith('labels') || layer === 'pois';

/** How many numbers a geometry holds, about: what cutting it costs. */
function weight(value: readonly Position[] | Position | readonly unknown[]): number {
  if (value.length === 0 || typeof value[0] === 'number') return 1;
  if (typeof (value[0] as Position)[0] === 'number') return value.length;
  return (value as readonly Position[][]).reduce((sum, part) => sum + weight(part), 0);
}

/** The squares of one zoom that one layer is drawn in. */
function cut(
  Cutter: typeof GeoJSONVT,
  features: readonly GroundFeature[],
  { z, last, label }: { z: number; last: boolean; label: boolean }
): GeoJSONVT {
  const data: FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  return new Cutter(data, {
    maxZoom: z,
    indexMaxZoom: 0,
    indexMaxPoints: 0,
    extent: EXTENT,
    buffer: label ? BUFFER.labels : BUFFER.shapes,
    tolerance: last ? TOLERANCE.last : TOLERANCE.before,
    wrap: false
  });
}

function vectorLayers(layers: GroundLayers, minZoom: number, maxZoom: number): object[] {
  return GROUND_LAYERS.filter((layer) => layers[layer].length > 0).map((id) => {
    const used = new Set(layers[id].flatMap(({ properties }) => Object.keys(properties)));
    const fields = Object.fromEntries(Object.entries(FIELDS).filter(([name]) => used.has(name)));
    const least = layers[id].reduce((min, feature) => Math.min(min, feature.minZoom), maxZoom);
    return { id, fields, minzoom: Math.max(minZoom, least), maxzoom: maxZoom };
  });
}

/**
 * A PMTiles archive (version 3) of a street map; layers that nothing is drawn in are absent. Null when the box holds nothing.
 * @param box [west, south, east, north], degrees WGS84
 * @throws the reason of `signal` when aborted
 */
export async function groundArchive(
  layers: GroundLayers,
  box: Box,
  { credit, date, minZoom = 6, maxZoom = 14, signal, onProgress }: ArchiveOptions
): Promise<Uint8Array | null> {
  const [{ GeoJSONVT: Cutter }, { fromGeojsonVt }] = await Promise.all([
    import('@maplibre/geojson-vt'),
    import('@maplibre/vt-pbf')
  ]);
  const pause = eventLoopYielder();
  const writer = new ArchiveWriter();
  const weights = GROUND_LAYERS.map((layer) =>
    weight(layers[layer].map(({ geometry }) => geometry.coordinates))
  );
  const whole = weights.reduce((sum, one) => sum + one, 0) * (maxZoom - minZoom + 1);
  let behind = 0;
  for (let z = minZoom; z <= maxZoom; z++) {
    const tiles = new Map<string, { x: number; y: number; parts: Uint8Array[] }>();
    for (const [at, layer] of GROUND_LAYERS.entries()) {
      const drawn = layers[layer].filter((feature) => feature.minZoom <= z);
      const index =
        drawn.length > 0 ? cut(Cutter, drawn, { z, last: z === maxZoom, label: isLabel(layer) }) : null;
      for (const { x, y } of index ? squaresOf(box, z) : []) {
        await pause();
        signal?.throwIfAborted();
        const tile = index?.getTile(z, x, y);
        if (!tile || tile.features.length === 0) continue;
        // A tile is the layers' bytes one behind the other.
        const bytes = fromGeojsonVt({ [layer]: tile }, { version: MVT_VERSION, extent: EXTENT });
        const key = `${x}/${y}`;
        const held = tiles.get(key);
        if (held) held.parts.push(bytes);
        else tiles.set(key, { x, y, parts: [bytes] });
      }
      behind += weights[at]!;
      onProgress?.(behind / whole);
    }
    for (const { x, y, parts } of tiles.values()) writer.add({ z, x, y, bytes: joined(parts) });
  }
  if (writer.size === 0) return null;
  const metadata = {
    name: 'Fond de carte',
    type: 'baselayer',
    format: 'pbf',
    schema: GROUND_SCHEMA,
    attribution: credit,
    ...(date && { date }),
    vector_layers: vectorLayers(layers, minZoom, maxZoom)
  };
  return writer.finish({ bounds: box, metadata });
}
