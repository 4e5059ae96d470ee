// Tables as a workbook. Texts are written as text cells, which spreadsheets do not evaluate.
import type { SheetData } from 'write-excel-file/universal';
import { saveFile } from './save-file.ts';
import { plainCell, type ExportTable } from './table.ts';

export interface XlsxSheet {
  name: string;
  /** Lines above the columns' titles, the first in bold: what must be read before the figures. */
  head?: readonly string[];
  columns: {
    title: string;
    type: 'text' | 'number' | 'date';
    width?: number;
    /** Long texts on several lines. */ wrap?: true;
  }[];
  rows: (string | number | null)[][];
}

const MOST_NAME = 31;
const LEAST_WIDTH = 9;
const MOST_WIDTH = 60;
const MEASURED_ROWS = 200;

/** Valid sheet name: 31 letters, none of `[]:*?/\`, no apostrophe at either end. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, MOST_NAME) || 'Feuille';

function widthOf({ columns, rows }: XlsxSheet, at: number): number {
  const lengths = rows.slice(0, MEASURED_ROWS).map((row) => String(row[at] ?? '').length);
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, columns[at]?.title.length ?? 0, ...lengths) + 2);
}

function dateOf(value: string): Date | null {
  const date = /^\d{4}-\d{2}-\d{2}/.test(value) ? new Date(`${value.slice(0, 10)}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) ? date : null;
}

function cellOf(value: string | number | null, { type, wrap }: XlsxSheet['columns'][number]) {
  if (value === null) return null;
  if (typeof value === 'number') return { type: Number, value };
  const date = type === 'date' ? dateOf(value) : null;
  return date
    ? { type: Date, value: date, format: 'dd/mm/yyyy' }
    : { type: String, value, ...(wrap && { wrap }) };
}

function sheetData({ head = [], columns, rows }: XlsxSheet): SheetData {
  const bold = (value: string) => ({ type: String, value, fontWeight: 'bold' as const });
  return [
    ...head.map((value, at) => [at === 0 ? bold(value) : { type: String, value }]),
    columns.map(({ title }) => bold(title)),
    ...rows.map((row) => columns.map((column, at) => cellOf(row[at] ?? null, column)))
  ];
}

/** A table as a sheet. */
export const sheetOf = ({ title, columns, rows }: ExportTable): XlsxSheet => ({
  name: title,
  columns: columns.map((column) => ({ ...column })),
  rows: rows.map((row) => row.map(plainCell))
});

/** Bytes of the workbook. Written in this thread: the library's own would need `unsafe-eval` in the security policy. */
export async function xlsxFile(sheets: XlsxSheet[]): Promise<Blob> {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  return writeXlsx(
    sheets.map((sheet) => ({
      data: sheetData(sheet),
      sheet: sheetName(sheet.name),
      columns: sheet.columns.map(({ width }, at) => ({ width: width ?? widthOf(sheet, at) })),
      stickyRowsCount: (sheet.head?.length ?? 0) + 1
    }))
  ).toBlob();
}

/** @param name with its extension */
export async function saveXlsx(name: string, sheets: XlsxSheet[]): Promise<void> {
  saveFile(name, await xlsxFile(sheets));
}
