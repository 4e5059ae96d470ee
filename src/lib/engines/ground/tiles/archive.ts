// The layers of a street map cut into vector tiles, a few squares and one layer at a time, in one PMTiles archive.
import type { GeoJSONVT } from '@maplibre/geojson-vt';
import type { FeatureCollection } from 'geojson';
import { eventLoopYielder } from '../../../model/event-loop.ts';
import type { GroundBox } from '../extract.ts';
import { GROUND_LAYERS, type GroundFeature, type GroundLayer, type GroundLayers } from '../layers.ts';
import { BoxedFeatures } from './boxed-features.ts';
import { squareBox, squaresOf } from './grid.ts';
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

/** Each zoom costs about half as much again as the one before. */
const GROWTH = 1.5;
const behindAt = (zoom: number, zooms: number): number => (GROWTH ** zoom - 1) / (GROWTH ** zooms - 1);

/** Squares of a zoom cut at once, a side: what is held meanwhile is what they draw. */
const BLOCK = 8;
/** Beyond a block, as a share of it: more than what tiles hold of their neighbours. */
const BESIDE = 0.02;

/** The squares of a zoom in a box, by blocks, with the box of what each block draws. */
function* blocksOf(
  box: GroundBox,
  z: number
): Generator<{ within: GroundBox; squares: { x: number; y: number }[] }> {
  const blocks = new Map<string, { x: number; y: number }[]>();
  for (const square of squaresOf(box, z)) {
    const key = `${Math.floor(square.x / BLOCK)}/${Math.floor(square.y / BLOCK)}`;
    const squares = blocks.get(key);
    if (squares) squares.push(square);
    else blocks.set(key, [square]);
  }
  for (const squares of blocks.values()) {
    const [west, , , north] = squareBox(squares[0]!.x, squares[0]!.y, z);
    const [, south, east] = squareBox(squares.at(-1)!.x, squares.at(-1)!.y, z);
    const [x, y] = [(east - west) * BESIDE, (north - south) * BESIDE];
    yield { within: [west - x, south - y, east + x, north + y], squares };
  }
}

/** What some features draw in each square of a zoom. */
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
  box: GroundBox,
  { credit, date, minZoom = 6, maxZoom = 14, signal, onProgress }: ArchiveOptions
): Promise<Uint8Array | null> {
  const [{ GeoJSONVT: Cutter }, { fromGeojsonVt }] = await Promise.all([
    import('@maplibre/geojson-vt'),
    import('@maplibre/vt-pbf')
  ]);
  const pause = eventLoopYielder();
  const writer = new ArchiveWriter();
  const features = GROUND_LAYERS.map((layer) => ({ layer, boxed: new BoxedFeatures(layers[layer]) }));
  const zooms = maxZoom - minZoom + 1;
  for (let z = minZoom; z <= maxZoom; z++) {
    const blocks = [...blocksOf(box, z)];
    for (const [done, { within, squares }] of blocks.entries()) {
      const tiles = squares.map((square) => ({ ...square, parts: [] as Uint8Array[] }));
      for (const { layer, boxed } of features) {
        const drawn = boxed.within(within, z);
        if (drawn.length === 0) continue;
        const index = cut(Cutter, drawn, { z, last: z === maxZoom, label: isLabel(layer) });
        for (const { x, y, parts } of tiles) {
          await pause();
          signal?.throwIfAborted();
          const tile = index.getTile(z, x, y);
          if (!tile || tile.features.length === 0) continue;
          // A tile is the layers' bytes one behind the other.
          parts.push(fromGeojsonVt({ [layer]: tile }, { version: MVT_VERSION, extent: EXTENT }));
        }
      }
      for (const { x, y, parts } of tiles)
        if (parts.length > 0) writer.add({ z, x, y, bytes: joined(parts) });
      const [before, after] = [behindAt(z - minZoom, zooms), behindAt(z - minZoom + 1, zooms)];
      onProgress?.(before + ((after - before) * (done + 1)) / blocks.length);
    }
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
