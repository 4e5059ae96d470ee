/**
 * The ground under the maps, and the roads that travel times are computed on: from one OpenStreetMap extract (`.osm.pbf`) to the networks
 * of car, bike and foot, to the layers of a street map, to vector tiles, to a small file for paper. In Node and in a worker: the extract is
 * read by slices. Nothing here sends a request.
 *
 * Units: degrees (WGS84), or 1e-7 degree in the columns of an `Extract`; km/h. A file that cannot be used throws `UnusableInput`.
 *
 * @example
 * ```ts
 * import { extractHeader, groundArchive, noLayers, paperGround, roadUse } from '$lib/engines/ground';
 *
 * roadUse({ highway: 'residential', maxspeed: '30' }, 'car'); // => {"rural":28.5,"urban":28.5,"direction":"both"}
 * const reason = await extractHeader(new Blob(['<osm version="0.6">'])).catch((error) => error.finding.code);
 * reason; // => "pbf-xml"
 * const layers = noLayers();
 * const coordinates = [[3.5, 50.3], [3.6, 50.4]];
 * layers.streets.push({ type: 'Feature', minZoom: 6, properties: { kind: 'motorway' }, geometry: { type: 'LineString', coordinates } });
 * const box = [3.4, 50.2, 3.7, 50.5] as const;
 * const archive = await groundArchive(layers, box, { credit: '© contributeurs OpenStreetMap' });
 * archive !== null; // => true
 * paperGround(layers, box) !== null; // => true
 * ```
 */

// OpenStreetMap extracts
export {
  type GroundBox,
  type Extract,
  type ExtractFile,
  type ExtractRelation,
  type ExtractTurn,
  type ExtractWay,
  type Tags
} from './extract.ts';
export { extractHeader, type ExtractHeader } from './osm/header.ts';
export { readExtract, type ExtractOptions } from './osm/read-extract.ts';

// Roads: which ways each mode takes, and the network of a mode
export { roadNetwork } from './roads/network.ts';
export { blocks, speedLimit, roadUse, turnRule, type RoadUse } from './roads/road-rules.ts';
export { BIKE_SPEEDS, CAR_SPEEDS, FOOT_SPEEDS, RAMP_FACTOR } from './roads/speeds.ts';

// Layers, tiles and paper
export { GROUND_LAYERS, type GroundFeature, type GroundLayer, type GroundLayers } from './layers.ts';
export { addShape, groundLayers, noLayers } from './features/ground-layers.ts';
export { GROUND_SCHEMA, groundArchive, type ArchiveOptions } from './tiles/archive.ts';
export { PAPER_KINDS, paperGround, type PaperKind } from './paper.ts';

// Archives of tiles
export { archiveLayers } from './tiles/archive-layers.ts';
export { squaresOf } from './tiles/grid.ts';
export { toPmtiles, type Tile } from './tiles/pmtiles.ts';
export { readArchive, type ArchiveFacts } from './tiles/read-archive.ts';
