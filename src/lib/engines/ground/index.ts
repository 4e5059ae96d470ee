/**
 * The ground under the maps: from an OpenStreetMap extract to the layers of a street map, to vector tiles, to a small file for paper.
 *
 * @example
 * ```ts
 * import { groundArchive, noLayers, paperGround } from '$lib/engines/ground';
 *
 * const layers = noLayers();
 * const coordinates = [[3.5, 50.3], [3.6, 50.4]];
 * layers.streets.push({ type: 'Feature', minZoom: 6, properties: { kind: 'motorway' }, geometry: { type: 'LineString', coordinates } });
 * const box = [3.4, 50.2, 3.7, 50.5] as const;
 * const archive = await groundArchive(layers, box, { credit: '© contributeurs OpenStreetMap' });
 * archive !== null; // => true
 * paperGround(layers, box) !== null; // => true
 * ```
 */
export {
  type Box,
  type Extract,
  type ExtractRelation,
  type ExtractTurn,
  type ExtractWay,
  type Tags
} from './extract.ts';
export { GROUND_LAYERS, type GroundFeature, type GroundLayer, type GroundLayers } from './layers.ts';

// Layers, tiles and paper
export { groundLayers, noLayers } from './features/ground-layers.ts';
export { GROUND_SCHEMA, groundArchive, type ArchiveOptions } from './tiles/archive.ts';
export { PAPER_KINDS, paperGround, type PaperKind } from './paper.ts';

// Archives of tiles
export { squaresOf } from './tiles/grid.ts';
export { toPmtiles, type Tile } from './tiles/pmtiles.ts';
