// A table to export, in plain cells, from which every format is written.
import type { Geometry } from 'geojson';
import { PROTECTED, PROTECTED_WORDS, toCsv, type CsvCell, type CsvOptions } from './csv.ts';

export interface ExportColumn {
  title: string;
  type: 'text' | 'number' | 'date';
}

/** How a map shows the rows: the legend of the page, and the class of each row. */
export interface Symbology {
  /** Title of the legend. */
  title: string;
  /** Classes of the legend in its order, each with its colour as `rgb(...)`. */
  classes: readonly { label: string; color: string }[];
  /** Index of each row in `classes`; null for a row that has no colour. */
  rows: readonly (number | null)[];
  /** What is said of the rows without a colour. */
  without: string;
  /** Title of the column written on the map. */
  label: string;
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
  /** For a table with geometries whose page has a map. */
  symbology?: Symbology;
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
