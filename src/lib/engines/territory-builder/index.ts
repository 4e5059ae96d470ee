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
export { buildTerritory, type BuildProgress, type BuiltTerritory } from './build-territory.ts';
export type { Release, TerritoryRows } from './rows.ts';

// What comes in
export { readConfig, type Config } from './sources/config.ts';
export type { BasePlace, OpenSource } from './sources/sources.ts';

// What a site has from the start: the division of the country, and what official files say of each département
export { baseSources } from './packs/base-sources.ts';
export { PACK_PLACES, placeOf, readPack, writePack, type Pack } from './packs/pack.ts';
export { writeDivision } from './packs/reference-file.ts';
export { readReference, packReference, type PackedReference } from './packs/reference.ts';
export { readPreList, writePreList } from './packs/pre-list.ts';
export { territoryStart } from './packs/start.ts';
export { guessedDepartements, guessStart, type GuessedStart, type StartGuess } from './packs/guess-start.ts';

// What goes out
export type { ReadBalance } from './report.ts';
export { territoryFiles } from './write/territory-files.ts';
export { childrenBySchool } from './travel/school-children.ts';
export { teamFiles } from './travel/times.ts';
export { teamPosts, type TeamRows } from './travel/team.ts';

// What may not go out
export { openCellLines } from './protection/open-cells.ts';
export { cubeFile, countProtection } from './protection/protection.ts';
export { openLines, refuseOpen } from './protection/refuse-open.ts';

// Shapes
export { labelPoint } from './geometry/label-point.ts';
export { boxOf, joinPoints, outerRings } from './geometry/spatial-join.ts';

// Streets, water and names, and the graphs of roads, out of one OpenStreetMap extract
export {
  buildGround,
  type BuiltGround,
  type GroundProgress,
  type GroundRequest
} from './ground/build-ground.ts';
