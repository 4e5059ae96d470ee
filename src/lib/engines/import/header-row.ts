// Finds the header of a table that does not begin with it: title rows above, or a header of two rows with merged cells.
import type { Finding } from '../../model/findings.ts';
import { FORMATS } from './format-list.ts';
import { columnPositions, missingKey } from './importer.ts';
import type { RowTable } from './readers/row-table.ts';

/** Rows among which a header is looked for. */
const ROWS_TRIED = 15;

/** Columns that the best format finds in a header; 0 when it is the header of none. */
export function headerScore(header: readonly string[]): number {
  let best = 0;
  for (const { importer } of FORMATS) {
    const places = columnPositions(header, importer.columns);
    if (missingKey(importer, places) === null) best = Math.max(best, places.size);
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
export function findHeader(rows: readonly (readonly string[])[]): FoundHeader | null {
  let best: FoundHeader | null = null;
  const offer = (header: string[], above: number) => {
    const score = headerScore(header);
    if (score > (best?.score ?? 0)) best = { header, rows: above, score };
  };
  for (const [at, row] of rows.slice(0, ROWS_TRIED).entries()) {
    offer(
      row.map((cell) => cell.trim()),
      at + 1
    );
    const below = rows[at + 1];
    if (!below) continue;
    for (const prefixed of [false, true]) offer(joined(row, below, prefixed), at + 2);
  }
  return best;
}

/** The table under its true header: rows above it are left out, with a note. */
export function withHeader(table: RowTable): RowTable {
  if (table.drawn) return table;
  const { header, records, name: file } = table;
  const found = findHeader([header, ...records.slice(0, ROWS_TRIED).map(({ cells }) => cells)]);
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
