// A table to export, in plain cells, from which every format is written.
import type { Geometry } from 'geojson';
import { PROTECTED, PROTECTED_WORDS, toCsv, type CsvCell, type CsvOptions } from './csv.ts';

export interface ExportColumn {
  title: string;
  type: 'text' | 'number' | 'date';
}

export interface ExportTable {
  /** File name without its extension. */
  name: string;
  /** Name of the sheet, and of the table in its description. */
  title: string;
  columns: readonly ExportColumn[];
  rows: readonly (readonly CsvCell[])[];
  /** One geometry a row, null for a row without; absent for a table without any. */
  geometry?: readonly (Geometry | null)[];
}

export const tableCsv = ({ columns, rows }: ExportTable, options?: CsvOptions): string =>
  toCsv(
    rows,
    columns.map(({ title }, at) => ({ header: title, value: (row) => row[at] })),
    options
  );

/** Cell of a numeric column that explains why it has no value. */
export const isWord = (cell: CsvCell): boolean =>
  cell === PROTECTED || (typeof cell === 'string' && cell !== '');

/** Cell as text or number; a protected count stays a text in every format, never empty and never zero. */
export function plainCell(cell: CsvCell): string | number | null {
  if (cell === PROTECTED) return PROTECTED_WORDS;
  if (cell === null || cell === undefined || cell === '') return null;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  return cell as string;
}
