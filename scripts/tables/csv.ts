// A table as CSV for spreadsheets: `;`, UTF-8 with a byte order mark, no cell that a spreadsheet would run as a formula.
import type { Cell, FilledTable } from './table-rows.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[";\r\n]/;

/** One cell. A text that begins like a formula gets an apostrophe before it (OWASP, CSV injection); numbers stay as they are. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The whole file; geometries are left to GeoJSON. */
export function toCsv({ columns, rows }: FilledTable): string {
  const written = columns.filter(({ column }) => column.type !== 'wkb');
  const lines = [written.map(({ column }) => csvCell(column.name)).join(';')];
  for (let row = 0; row < rows; row += 1) {
    lines.push(written.map(({ cells }) => csvCell(cells[row] ?? null)).join(';'));
  }
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}
