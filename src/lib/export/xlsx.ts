// Tables as a workbook. Texts are written as text cells, which spreadsheets do not evaluate.
import type { SheetData } from 'write-excel-file/universal';
import { saveFile } from './save-file.ts';

interface XlsxSheet {
  name: string;
  columns: { title: string; type: 'text' | 'number' | 'date'; width?: number }[];
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

function cellOf(value: string | number | null, type: XlsxSheet['columns'][number]['type']) {
  if (value === null) return null;
  if (typeof value === 'number') return { type: Number, value };
  const date = type === 'date' ? dateOf(value) : null;
  return date ? { type: Date, value: date, format: 'dd/mm/yyyy' } : { type: String, value };
}

function sheetData({ columns, rows }: XlsxSheet): SheetData {
  const head = columns.map(({ title }) => ({ type: String, value: title, fontWeight: 'bold' as const }));
  return [head, ...rows.map((row) => columns.map(({ type }, at) => cellOf(row[at] ?? null, type)))];
}

/** Bytes of the workbook. Written in this thread: the library's own would need `unsafe-eval` in the security policy. */
export async function xlsxFile(sheets: XlsxSheet[]): Promise<Blob> {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  return writeXlsx(
    sheets.map((sheet) => ({
      data: sheetData(sheet),
      sheet: sheetName(sheet.name),
      columns: sheet.columns.map(({ width }, at) => ({ width: width ?? widthOf(sheet, at) })),
      stickyRowsCount: 1
    }))
  ).toBlob();
}

/** @param name with its extension */
export async function saveXlsx(name: string, sheets: XlsxSheet[]): Promise<void> {
  saveFile(name, await xlsxFile(sheets));
}
