/**
 * Import of files: official open data, the service's own lists and case files, in CSV, XLSX, ODS, GeoJSON, zipped Shapefile or (Geo)Parquet.
 *
 * A file is opened by its content, recognised by its columns and first rows, and converted row by row. Official column names live here
 * only. Each row is kept or dropped with a finding: `read` = `kept` + `dropped`. A file of no use at all throws `UnusableInput`. Positions
 * are WGS84 degrees, whatever the source's reference system.
 *
 * @example
 * ```ts
 * import { importFile } from '$lib/engines/import';
 *
 * const text = 'uai;statut;suivie_depuis\n0590271Z;suivie;2024-2025\n0590271X;suivie;2024-2025\n';
 * const { format, rows, findings, counts } = await importFile({ name: 'ecoles.csv', bytes: new TextEncoder().encode(text) });
 * format; // => "followed-schools"
 * rows.map(({ uai, followed_since }) => [uai, followed_since]); // => [["0590271Z", "2024-2025"]]
 * [findings[0].code, findings[0].row]; // => ["bad-uai", 3]
 * [counts.read, counts.kept, counts.dropped]; // => [2, 1, 1]
 * ```
 */
export { cleanCopy } from './clean-copy.ts';
export { CorrectionsSchema, corrected } from './corrections/corrections.ts';
export { doubtfulCells, isDoubtful, mergeCorrections, readCorrections } from './corrections/doubtful-rows.ts';
export type { ReadCorrections } from './corrections/doubtful-rows.ts';
export { droppedBlob, droppedBytes } from './dropped/dropped-file.ts';
export type { DroppedFile } from './dropped/dropped-file.ts';
export { kindOfFile, OTHER_KINDS } from './dropped/kind-of-file.ts';
export type { KnownFile, OtherKind } from './dropped/kind-of-file.ts';
export { FORMATS, formatNamed } from './format-list.ts';
export type { FormatId, FormatRows } from './format-list.ts';
export { looksLikePerson } from './formats/function-words.ts';
export { ANNUAIRE_FORMAT } from './formats/annuaire.ts';
export type { AnnuaireSchool } from './formats/annuaire.ts';
export { isThemeName } from './formats/cases.ts';
export type { CaseLists } from './formats/cases.ts';
export { CITES_FORMAT } from './formats/cites-educatives.ts';
export { ownThemes } from './case-reading.ts';
export { COMMUNE_FORMAT } from './formats/communes.ts';
export type { CommuneOutline } from './formats/communes.ts';
export { EFFECTIFS_FORMAT } from './formats/effectifs.ts';
export type { SchoolCount } from './formats/effectifs.ts';
export { FOLLOWED_FORMAT } from './formats/followed-schools.ts';
export type { FollowedSchool } from './formats/followed-schools.ts';
export { POSITION_FORMAT } from './formats/geolocalisation.ts';
export type { SchoolPosition } from './formats/geolocalisation.ts';
export { IPS_FORMAT } from './formats/ips.ts';
export type { IpsSchool } from './formats/ips.ts';
export { MILESTONE_FORMAT } from './formats/milestones.ts';
export { QPV_FORMAT } from './formats/qpv.ts';
export type { QpvPerimeter } from './formats/qpv.ts';
export { REP_FORMAT } from './formats/rep.ts';
export type { RepSchool } from './formats/rep.ts';
export { readInsee, uaiOf } from './formats/values.ts';
export { importExpected, importFile, readCaseFile } from './import-file.ts';
export type { ImportedFile, ImportProgress, Reading } from './import-file.ts';
export { withHeader } from './header-row.ts';
export { importSync } from './importer.ts';
export type { Importer } from './importer.ts';
export {
  forgetColumn,
  ignoreColumn,
  knownMatches,
  matchColumn,
  MatchesSchema,
  matchValue
} from './matching/matches.ts';
export type { FormatMatches, Matches } from './matching/matches.ts';
export { proposeMatches } from './matching/propose.ts';
export type { ProposedMatches, UnmatchedColumn, UnmatchedValue } from './matching/propose.ts';
export { recogniseNear } from './matching/recognise-near.ts';
export type { NearFormat } from './matching/recognise-near.ts';
export type { PersonalColumn } from './personal/personal-columns.ts';
export { numberedFileName, personInFileName } from './personal/person-file-name.ts';
export { personalFindings } from './personal/without-personal.ts';
export { placeNames } from './place-names.ts';
export type { PlaceNames } from './place-names.ts';
export { communeNamed, foldPlace, foldPlaces, indexNames, splitNames } from './names.ts';
export type { NamedCommune, NameIndex } from './names.ts';
export { schoolDisagreements } from './quality/disagreements.ts';
export type { SchoolClaims, SchoolSource } from './quality/disagreements.ts';
export { placeQuality } from './quality/place-quality.ts';
export { countFindings, tableQuality } from './quality/table-quality.ts';
export { gunzip as unpackGzip, isGzip as isGzipFile } from './readers/gzip.ts';
export { isRecord, parseJson } from './readers/json.ts';
export { openFile, splitWorkbook } from './readers/open.ts';
export type { Container, RowTable, SourceFile } from './readers/row-table.ts';
export { sheetOfName } from './sheet-name.ts';
export { signatureOf } from './readers/signature.ts';
export { recognise } from './recognise.ts';
export { MAX_CASE_FILE_BYTES, MAX_FILE_BYTES, sizeRefusal } from './size-limits.ts';
