// Opens a file of any supported container as one table; the readers of binary containers are loaded on demand.
import { UnusableInput } from '../../../model/findings.ts';
import { withHeader } from '../header-row.ts';
import type { Matches, SourceFile } from '../../../model/source-files.ts';
import { isNamesake } from '../persons/namesakes.ts';
import { mentionsPerson } from '../persons/person-values.ts';
import { withoutPersonal } from '../personal/without-personal.ts';
import { sizeRefusal } from '../size-limits.ts';
import { namesInArchive, unpack } from './archive.ts';
import { readCsv } from './csv.ts';
import { readGeojson } from './geojson.ts';
import { gunzip } from './gzip.ts';
import { oneSheet } from './one-sheet.ts';
import { isBlank, type RowTable } from './row-table.ts';
import { sheetFileName } from '../sheet-name.ts';
import { tableOfSheets, type ReadSheet } from './sheets.ts';
import { signatureOf } from './signature.ts';
import { withColumnLetters, withinWidth } from './width.ts';
import { withoutTotals } from './total-rows.ts';

const isExcel = (names: readonly string[]) => names.some((name) => /^xl\/workbook\.(?:xml|bin)$/i.test(name));

/** A text or a presentation of Word and its like. */
const isText = (names: readonly string[]) => names.some((name) => /^(?:word|ppt)\//.test(name));

/** The sheets of a workbook; null for any other archive. */
async function sheetsIn(source: SourceFile, names: readonly string[]): Promise<ReadSheet[] | null> {
  if (isExcel(names)) return (await import('./spreadsheet.ts')).readSpreadsheet(source, names);
  if (names.includes('content.xml')) return (await import('./open-document.ts')).readOpenDocument(source);
  return null;
}

async function sheetsToSplit(source: SourceFile): Promise<readonly ReadSheet[]> {
  switch (signatureOf(source.bytes)) {
    case 'compound':
      return (await import('./xls/old-spreadsheet.ts')).readOldSpreadsheet(source);
    case 'sqlite':
      return (await readDatabase(source)).sheets ?? [];
    case 'zip': {
      const names = namesInArchive(source);
      if (isExcel(names) && (await import('./spreadsheet.ts')).countSheets(source, names) < 2) return [];
      return (await sheetsIn(source, names)) ?? [];
    }
    default:
      return [];
  }
}

/**
 * The sheets of a workbook that hold something, each as a workbook of its own under its own name (« listes.xlsx#Écoles »): what one holds
 * never goes along with another. Empty where the file is no workbook, or has one sheet to read.
 * @throws UnusableInput when it cannot be read
 */
export async function splitWorkbook(source: SourceFile): Promise<SourceFile[]> {
  if (sizeRefusal(source.name, source.bytes.length)) return [];
  const sheets = await sheetsToSplit(source);
  const filled = sheets.filter(({ rows }) => rows.some((cells) => !isBlank(cells)));
  if (filled.length < 2) return [];
  return filled.map((one, at) => {
    // A sheet for each child bears its name: told by its number.
    const isPerson = mentionsPerson(one.sheet) && !isNamesake(one.sheet);
    const sheet = isPerson ? `n° ${at + 1}` : one.sheet;
    return { name: sheetFileName(source.name, sheet), bytes: oneSheet({ ...one, sheet }) };
  });
}

/**
 * The tables of a Grist document as sheets, or the layer of a GeoPackage.
 * @throws UnusableInput `damaged-database`, `other-database` for a file of SQLite that is neither
 */
async function readDatabase(
  source: SourceFile,
  matches?: Matches
): Promise<{ sheets: ReadSheet[]; layer?: undefined } | { sheets?: undefined; layer: RowTable }> {
  const [{ withSqlite }, { gristSheets, isGrist }, { readGeopackage }] = await Promise.all([
    import('./sqlite.ts'),
    import('./grist.ts'),
    import('./geopackage.ts')
  ]);
  return withSqlite(source, (file) => {
    if (isGrist(file)) return { sheets: gristSheets(file) };
    if (file.tables.includes('gpkg_contents')) return { layer: readGeopackage(source, file, matches) };
    throw new UnusableInput({ code: 'other-database', severity: 'dropped', file: source.name });
  });
}

async function openDatabase(source: SourceFile, matches: Matches | undefined): Promise<RowTable> {
  const { sheets, layer } = await readDatabase(source, matches);
  return layer ?? tableOfSheets(source.name, sheets, matches);
}

async function openZip(source: SourceFile, matches: Matches | undefined): Promise<RowTable> {
  const names = namesInArchive(source);
  const refused = (code: string) => new UnusableInput({ code, severity: 'dropped', file: source.name });
  const sheets = await sheetsIn(source, names);
  if (sheets) return tableOfSheets(source.name, sheets, matches);
  if (names.some((name) => /\.shp$/i.test(name))) {
    const { readShapefile } = await import('./shapefile.ts');
    return readShapefile(source, names);
  }
  const layer = names.find((name) => /\.gpkg$/i.test(name));
  if (layer !== undefined) {
    const { name } = source;
    return openDatabase({ name, bytes: unpack(source, [layer])[layer]! }, matches);
  }
  throw refused(isText(names) ? 'text-document' : 'other-archive');
}

/**
 * Opens a file by its content, whatever its name; one compressed with gzip as what it holds. The table is under its header, without its columns
 * of persons: nothing that reads it can show or keep them.
 * @param matches what was said of its headers, to find its sheet in a workbook
 * @throws UnusableInput with the reason when it cannot be read
 */
export async function openFile(source: SourceFile, matches?: Matches): Promise<RowTable> {
  const tooLarge = sizeRefusal(source.name, source.bytes.length);
  if (tooLarge) throw new UnusableInput(tooLarge);
  const content = signatureOf(source.bytes) === 'gzip-file' ? { ...source, bytes: gunzip(source) } : source;
  const table = withHeader(withinWidth(await openContent(content, matches)), matches);
  return withoutPersonal(withColumnLetters(withoutTotals(table)));
}

async function openContent(source: SourceFile, matches: Matches | undefined): Promise<RowTable> {
  const signature = signatureOf(source.bytes);
  switch (signature) {
    case 'csv':
      return readCsv(source);
    case 'geojson':
      return readGeojson(source);
    case 'zip':
      return openZip(source, matches);
    case 'sqlite':
      return openDatabase(source, matches);
    case 'compound': {
      const { readOldSpreadsheet } = await import('./xls/old-spreadsheet.ts');
      return tableOfSheets(source.name, readOldSpreadsheet(source), matches);
    }
    case 'parquet': {
      const { readParquet } = await import('./parquet.ts');
      return readParquet(source);
    }
    default:
      throw new UnusableInput({ code: signature, severity: 'dropped', file: source.name });
  }
}
