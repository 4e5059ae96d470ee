// Outlines cut into vector tiles, zoom by zoom: what a map reads of a country is what its frame holds.
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { boxOf } from './spatial-join.ts';
import { squaresOf, toPmtiles, type Tile } from '../../ground/index.ts';

export type Outlines = FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>;

const OUTLINE_LAYER = 'outlines';
/** From a country in a window to a town: at the last zoom a vertex is placed to ten metres, and closer views enlarge it. */
const ZOOMS = { least: 4, most: 10 } as const;
const EXTENT = 4096;
const MVT_VERSION = 2;

/** Edges of them all, degrees WGS84. */
function boundsOf({ features }: Outlines): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const feature of features) {
    const box = boxOf(feature);
    if (!box) continue;
    for (const at of [0, 1]) bounds[at] = Math.min(bounds[at]!, box[at]!);
    for (const at of [2, 3]) bounds[at] = Math.max(bounds[at]!, box[at]!);
  }
  return bounds;
}

/** A PMTiles archive of one layer, `outlines`, whose features carry `code` and `name`. @param outlines at least one */
export function outlineArchive(outlines: Outlines): Uint8Array {
  const { least, most } = ZOOMS;
  const bounds = boundsOf(outlines);
  const index = new GeoJSONVT(outlines, {
    maxZoom: most,
    indexMaxZoom: most,
    indexMaxPoints: 0,
    extent: EXTENT,
    wrap: false
  });
  const tiles: Tile[] = [];
  for (let z = least; z <= most; z++) {
    for (const { x, y } of squaresOf(bounds, z)) {
      const cut = index.getTile(z, x, y);
      if (!cut || cut.features.length === 0) continue;
      const bytes = fromGeojsonVt({ [OUTLINE_LAYER]: cut }, { version: MVT_VERSION, extent: EXTENT });
      tiles.push({ z, x, y, bytes });
    }
  }
  const layer = {
    id: OUTLINE_LAYER,
    minzoom: least,
    maxzoom: most,
    fields: { code: 'String', name: 'String' }
  };
  return toPmtiles(tiles, { bounds, metadata: { vector_layers: [layer] } });
}
