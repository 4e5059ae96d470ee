// Finds the header of a table that does not begin with it: title rows above, or a header of two rows with merged cells.
import type { Finding } from '../../model/findings.ts';
import { FORMATS } from './format-list.ts';
import { columnPositions, missingKey } from './importer.ts';
import { matchedColumns, matchesOf, neededColumns } from './matching/matches.ts';
import type { Matches } from '../../model/source-files.ts';
import { isLikeColumn } from './synonyms.ts';
import type { RowTable } from './readers/row-table.ts';

/** Rows among which a header is looked for. */
const ROWS_TRIED = 15;
/** Columns of a format that needs few of them, from which a row is its header: « Commune » alone may be a word. */
const LEAST_USUAL = 3;

/** Columns that the best format finds in a header; 0 when it is the header of none. */
function headerScore(header: readonly string[], matches: Matches | undefined): number {
  let best = 0;
  for (const { id, importer } of FORMATS) {
    const said = matchesOf(matches, id);
    const places = columnPositions(header, matchedColumns(importer.columns, header, said));
    const found = new Set([...places.values()].map(([first]) => first)).size;
    const enough = importer.usual === undefined || found >= LEAST_USUAL;
    if (missingKey(neededColumns(importer, said), places) === null && enough)
      best = Math.max(best, places.size);
  }
  return best;
}

/** A row under another: what it lacks is taken from above, where merged cells hold their text. */
function joined(above: readonly string[], row: readonly string[], prefixed: boolean): string[] {
  const width = Math.max(above.length, row.length);
  let span = '';
  return Array.from({ length: width }, (_, at) => {
    const [top, own] = [above[at]?.trim() ?? '', row[at]?.trim() ?? ''];
    if (top !== '') span = top;
    if (own === '') return top;
    return prefixed && span !== '' ? `${span} ${own}` : own;
  });
}

export interface FoundHeader {
  header: string[];
  /** Rows above the first one of data. */
  rows: number;
  score: number;
}

/** The best header among the first rows; null when none is the header of a format. */
export function findHeader(rows: readonly (readonly string[])[], matches?: Matches): FoundHeader | null {
  let best: FoundHeader | null = null;
  const offer = (header: string[], above: number) => {
    const score = headerScore(header, matches);
    if (score > (best?.score ?? 0)) best = { header, rows: above, score };
  };
  for (const [at, row] of rows.slice(0, ROWS_TRIED).entries()) {
    offer(
      row.map((cell) => cell.trim()),
      at + 1
    );
    const below = rows[at + 1];
    if (!below) continue;
    // Of two that find as much, the one with the cell above: « Financement Communes » is money.
    for (const prefixed of [true, false]) offer(joined(row, below, prefixed), at + 2);
  }
  return best;
}

/** Names of columns of any format, known or like them, under which a row is no header. */
const LEAST_NAMES = 2;

/**
 * The row most like a header, where none is the header of a format: the one with the most cells that name a column, under rows with fewer
 * cells than it, as titles have; null when no row names several columns.
 */
export function likelyHeader(rows: readonly (readonly string[])[]): FoundHeader | null {
  let best: FoundHeader | null = null;
  let widest = 0;
  for (const [at, row] of rows.slice(0, ROWS_TRIED).entries()) {
    const cells = row.map((cell) => cell.trim());
    const filled = cells.filter((cell) => cell !== '').length;
    if (filled <= widest) continue;
    widest = filled;
    const names = cells.filter((cell) => cell !== '' && !/\d{3}/.test(cell) && isLikeColumn(cell)).length;
    if (names >= LEAST_NAMES && names > (best?.score ?? 0))
      best = { header: cells, rows: at + 1, score: names };
  }
  return best;
}

/** The table under its true header: rows above it are left out, with a note. */
export function withHeader(table: RowTable, matches?: Matches): RowTable {
  if (table.drawn) return table;
  const { header, records, name: file } = table;
  const rows = [header, ...records.slice(0, ROWS_TRIED).map(({ cells }) => cells)];
  const found = findHeader(rows, matches) ?? likelyHeader(rows);
  // The first of the rows is the header as it was read.
  const skipped = (found?.rows ?? 0) - 1;
  if (!found || skipped <= 0 || skipped >= records.length) return table;
  const above = records[skipped - 1]!.line;
  const isAbove = ({ row }: Finding) => row !== undefined && row <= above;
  const findings = table.findings.filter((finding) => !isAbove(finding));
  const dropped = table.findings.filter((finding) => isAbove(finding) && finding.severity === 'dropped');
  return {
    ...table,
    header: found.header,
    records: records.slice(skipped),
    read: table.read - skipped - dropped.length,
    findings: [...findings, { code: 'title-rows', severity: 'note', file, found: String(above) }]
  };
}
