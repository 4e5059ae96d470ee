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
// Formats, and what is read of a file
export { FORMATS, formatColumns, formatNamed, type FormatRows } from './format-list.ts';
export { isThemeName, type CaseLists } from './formats/cases.ts';
export { looksLikePerson } from './formats/function-words.ts';
export { readInsee, uaiOf } from './formats/values.ts';
export { importExpected, importFile, readCaseFile } from './import-file.ts';
export { importSync, type Importer } from './importer.ts';
export { withHeader } from './header-row.ts';
export { placeMentions } from './place-mentions.ts';
export { placeNameList } from './place-names.ts';
export { recognise } from './recognise.ts';
export { sizeRefusal } from './size-limits.ts';

// Files as they arrive
export { cleanCopy } from './clean-copy.ts';
export { droppedBlob } from './dropped/dropped-file.ts';
export { kindOfFile } from './dropped/kind-of-file.ts';
export { gunzipped } from './readers/gzip.ts';
export { parseJson } from './readers/json.ts';
export { openFile, splitWorkbook } from './readers/open.ts';
export { sheetOfName } from './sheet-name.ts';
export { signatureOf } from './readers/signature.ts';

// What names persons
export {
  isListName,
  numberedFileName,
  personInFileName,
  childrenFileName
} from './personal/person-file-name.ts';
export { personalFindings } from './personal/without-personal.ts';

// What a service says of its files
export { carriedCorrections } from './corrections/carried.ts';
export { CorrectionsSchema } from './corrections/corrections.ts';
export { doubtfulCells, isDoubtful, mergeCorrections, readCorrections } from './corrections/doubtful-rows.ts';
export { matchColumn, matchesIn, MatchesSchema, matchValue } from './matching/matches.ts';
export { proposeMatches } from './matching/propose.ts';

// What the rows are worth
export { qualityReport } from './table-quality.ts';
