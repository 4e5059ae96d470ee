// A table on its way out: what a page shows, in plain cells. Every format is written from it.
import type { Geometry } from 'geojson';
import { PROTECTED, PROTECTED_WORDS, toCsv, type Cell, type CsvOptions } from './csv.ts';

export interface ExportColumn {
  title: string;
  type: 'text' | 'number' | 'date';
}

export interface ExportTable {
  /** File name without its extension. */
  name: string;
  /** Name of the sheet, and of the table in what tells of it. */
  title: string;
  columns: readonly ExportColumn[];
  rows: readonly (readonly Cell[])[];
  /** One geometry a row, null for a row without; absent where there is none at all. */
  geometry?: readonly (Geometry | null)[];
}

export const tableCsv = ({ columns, rows }: ExportTable, options?: CsvOptions): string =>
  toCsv(
    rows,
    columns.map(({ title }, at) => ({ header: title, value: (row) => row[at] })),
    options
  );

/** A cell of a column of numbers that says why it has none. */
export const isWord = (cell: Cell): boolean =>
  cell === PROTECTED || (typeof cell === 'string' && cell !== '');

/** A cell as text or number; « donnée protégée » stays words in every format, never nothing and never zero. */
export function plainCell(cell: Cell): string | number | null {
  if (cell === PROTECTED) return PROTECTED_WORDS;
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  return cell as string;
}
