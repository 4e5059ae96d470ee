// How wide a table may be: beyond, it is no list, and each header would be compared with every column known.
import { UnusableInput } from '../../../model/findings.ts';
import type { RowTable } from './row-table.ts';

const MOST_COLUMNS = 1_000;

/**
 * The table without the empty columns that a spreadsheet leaves on the right, or without any empty one when it is very wide.
 * @throws UnusableInput `too-many-columns`
 */
export function withinWidth(table: RowTable): RowTable {
  const { header, records, name: file } = table;
  const rows = [header, ...records.map(({ cells }) => cells)];
  if (rows.every((cells) => cells.length <= MOST_COLUMNS)) return table;
  const filled = new Set<number>();
  for (const cells of rows) for (const [at, cell] of cells.entries()) if (cell.trim() !== '') filled.add(at);
  if (filled.size > MOST_COLUMNS) {
    const sides = { found: String(filled.size), expected: String(MOST_COLUMNS) };
    throw new UnusableInput({ code: 'too-many-columns', severity: 'dropped', file, ...sides });
  }
  const kept = [...filled].sort((a, b) => a - b);
  const narrow = (cells: readonly string[]) => kept.map((at) => cells[at] ?? '');
  return {
    ...table,
    header: narrow(header),
    records: records.map((record) => ({ ...record, cells: narrow(record.cells) }))
  };
}

/** « A », « Z », « AA »: the letters of a column, from 0, as a spreadsheet has them. */
function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}

/** The table with a name for each column that holds something under no header, so that it is told and can be asked about. */
export function withColumnLetters(table: RowTable): RowTable {
  const isFilled = (at: number) => table.records.some(({ cells }) => (cells[at]?.trim() ?? '') !== '');
  const header = table.header.map((name, at) =>
    name.trim() === '' && isFilled(at) ? `colonne ${columnLetters(at)}` : name
  );
  return { ...table, header };
}
