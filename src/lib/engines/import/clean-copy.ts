// The copy of a list that a folder keeps, to be built again: the columns and rows that are read, without those of persons.
import { UnusableInput } from '../../model/findings.ts';
import { corrected } from './corrections/corrections.ts';
import { formatNamed } from './format-list.ts';
import { isOfChildren, type FormatId, type Reading, type SourceFile } from '../../model/source-files.ts';
import { withHeader } from './header-row.ts';
import { importExpected } from './import-file.ts';
import { columnPositions } from './importer.ts';
import { matchedImporter, matchesOf } from './matching/matches.ts';
import { openFile } from './readers/open.ts';
import type { RowRecord, RowTable } from './readers/row-table.ts';

const CODE_OF_NAME = /^P-[A-Z]{5}$/;
/** Columns that say whose post follows what: for nobody but the service. */
const POSTS: Partial<Record<FormatId, readonly string[]>> = { 'followed-schools': ['post'] };
/** Lists of a service's posts, members and absences: no copy of them is for the public. */
const OF_SERVICE: readonly FormatId[] = ['staff', 'team-members', 'availabilities', 'rooms', 'sessions'];

const NEEDS_QUOTES = /[";,\t\r\n]|^\s|\s$/;
/** On one line: rows keep the lines that they have in the file. */
function csvCell(cell: string): string {
  const text = cell.replace(/\s*[\r\n]+\s*/g, ' ');
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvText(header: readonly string[], records: readonly RowRecord[]): string {
  const lines = [header.map(csvCell).join(';')];
  // Rows of Parquet are counted from 1, where a text has its header.
  const shift = Math.max(0, 2 - (records[0]?.line ?? 2));
  for (const { line, cells } of records) {
    while (lines.length < line + shift - 1) lines.push('');
    lines.push(cells.map(csvCell).join(';'));
  }
  return `${lines.join('\n')}\n`;
}

function geojsonText(header: readonly string[], records: readonly RowRecord[], crs: string): string {
  const features = records.map(({ cells, geometry = null }) => ({
    type: 'Feature',
    properties: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])),
    geometry
  }));
  return JSON.stringify({
    type: 'FeatureCollection',
    ...(crs && { crs: { type: 'name', properties: { name: crs } } }),
    features
  });
}

/** Codes made of names, as numbers in their order. */
function numbering(): (cell: string) => string {
  const numbers = new Map<string, string>();
  return (cell) => {
    if (!CODE_OF_NAME.test(cell)) return cell;
    const number = numbers.get(cell) ?? `Coordination ${numbers.size + 1}`;
    numbers.set(cell, number);
    return number;
  };
}

function copyText(table: RowTable, id: FormatId, reading: Reading, isPublic: boolean): string {
  const { importer } = formatNamed(id);
  const { columns } = matchedImporter(importer, table.header, matchesOf(reading.matches, id));
  const out = isPublic ? (POSTS[id] ?? []) : [];
  const read = [...columnPositions(table.header, columns)].flatMap(([key, at]) =>
    out.includes(key) ? [] : at
  );
  const places = [...new Set(read)].sort((a, b) => a - b);
  const { findings } = importExpected(table, id, reading);
  const gone = new Set(
    findings.flatMap(({ severity, row }) => (severity === 'dropped' && row !== undefined ? [row] : []))
  );
  const header = places.map((at) => table.header[at]!);
  const numbered = numbering();
  const records = table.records
    .filter(({ line }) => table.drawn || !gone.has(line))
    .map(({ line, cells, geometry }) => ({
      line,
      cells: places.map((at) => numbered(cells[at]?.trim() ?? '')),
      ...(table.drawn && { geometry })
    }));
  return table.drawn ? geojsonText(header, records, table.crs) : csvText(header, records);
}

/**
 * The copy of a list that a folder may keep, so that the territory can be built again: CSV, or GeoJSON for features, with the columns and the
 * rows that the format reads, values put right, at the lines of the file. Columns of persons are not in it; neither are posts, for the public.
 *
 * @returns null for a list of which no copy may be kept, for this audience or at all
 */
export async function cleanCopy(
  source: SourceFile,
  id: FormatId,
  { reading, isPublic }: { reading: Reading; isPublic: boolean }
): Promise<Uint8Array | null> {
  if (isOfChildren(id) || (isPublic && OF_SERVICE.includes(id))) return null;
  try {
    const { matches, corrections = [] } = reading;
    const opened = await openFile(source, matches);
    // Codes made of names join the lists of this tab; they are not to be kept where names may be guessed from them.
    if (!isPublic && opened.personal?.some(({ treatment }) => treatment === 'coded')) return null;
    const table = corrected(withHeader(opened, matches), corrections);
    const bytes = new TextEncoder().encode(copyText(table, id, reading, isPublic));
    const again = await openFile({ name: source.name, bytes }, matches);
    return again.personal?.some(({ treatment }) => treatment !== 'coded') ? null : bytes;
  } catch (error) {
    if (error instanceof UnusableInput) return null;
    throw error;
  }
}
