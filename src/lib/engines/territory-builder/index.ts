/**
 * The builder of a territory: a configuration and its sources in, the folder of files that the site shows out.
 *
 * One builder for the shell (`npm run territory`) and for a worker of the page. Sources come by an `open` function, the administrative
 * division by a `Reference`, files leave as a map of paths to bytes: the same sources give the same bytes everywhere. Profile, thresholds and
 * the audit of counts of children are checked before anything is written.
 *
 * @example
 * ```ts
 * import { readConfig } from '$lib/engines/territory-builder';
 *
 * const read = readConfig({ siren: '200093201', communes: 'communes.geojson', schools: [{ ips: 'ips.csv' }] });
 * 'config' in read && read.config.profile; // => "public"
 * const refused = readConfig({ siren: '2000', communes: 'communes.geojson', schools: [] });
 * 'faults' in refused && refused.faults.length; // => 1
 * ```
 */
export {
  buildTerritory,
  type BuildInput,
  type BuildProgress,
  type BuiltTerritory,
  type TerritoryFigures
} from './build-territory.ts';
export { departementOf, type Member, type Reference } from './places/reference.ts';
export { departementOfUai } from './join/unknown-school.ts';
export type { Release, Surface, TerritoryRows } from './rows.ts';

// What comes in
export { PROFILES, readConfig, type Config } from './sources/config.ts';
export type {
  BasePlace,
  BaseSources,
  From,
  OpenSource,
  SourceName,
  Sources,
  SourceRecord
} from './sources/sources.ts';
export { logoPath } from './sources/logo.ts';

// What a site has from the start: the division of the country, and what official files say of each département
export {
  baseSources,
  PACK_FOLDER,
  PACK_INDEX,
  PACK_PLACES,
  PACK_VERSION,
  packPath,
  placeOf,
  readPack,
  readReference,
  REFERENCE_PATH,
  referenceOf,
  writeDivision,
  writePack,
  type Agglomeration,
  type Division,
  type Grid,
  type OldCode,
  type Pack,
  type PackedReference,
  type PackIndex,
  type PackRows,
  type PackSource
} from './packs/index.ts';

// What goes out
export { CERTIFICATE_FILE, CUBE_FILE, territoryFiles } from './write/territory-files.ts';
export { YEAR_FACTS_PATH } from './join/year-facts.ts';
export { AROUND_FILE } from './write/geojson.ts';
export { utf8 } from './write/bytes.ts';
export { teamFiles } from './travel/times.ts';
export { teamPosts, type TeamMatrices, type TeamRows } from './travel/team.ts';
export { balance, missingLines, reportLines, type Balance } from './report.ts';
export { changeLines, changesBetween, readBefore, type Changes } from './changes.ts';

// What may not go out
export { openLines, refuseOpen } from './protection/refuse-open.ts';
export { openLine, reckoning } from './protection/open-cells.ts';
export { cubeFile, protectionOf } from './protection/protection.ts';
export { refuseUnsafe } from './protection/refuse-unsafe.ts';

// Shapes
export { labelPoint } from './geometry/label-point.ts';
export { boxOf, joinPoints, outerRings, type Area, type LonLat } from './geometry/spatial-join.ts';
export { outlineArchive, type Outlines } from './geometry/outline-tiles.ts';

// Streets, water and names, and the graphs of roads, out of one OpenStreetMap extract
export {
  buildGround,
  GROUND_CREDIT,
  type BuiltGround,
  type GroundProgress,
  type GroundRequest,
  type GroundSummary
} from './ground/build-ground.ts';
export type { Box as GroundBox } from '../ground/index.ts';
