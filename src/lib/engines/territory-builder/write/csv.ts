// A table as CSV to download: `;`, UTF-8 with a byte order mark; numbers and true or false as machines write them.
import { csvText } from '../../../export/csv.ts';
import type { TableCell, FilledTable } from './table-rows.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** One cell. A text that a spreadsheet would run as a formula is disarmed; numbers stay as they are. */
export function csvCell(value: TableCell): string {
  if (value === null) return '';
  return typeof value === 'string' ? csvText(value) : String(value);
}

/** The whole file; geometries are left to GeoJSON. */
export function rowsToCsv({ columns, rows }: FilledTable): string {
  const written = columns.filter(({ column }) => column.type !== 'wkb');
  const lines = [written.map(({ column }) => csvCell(column.name)).join(';')];
  for (let row = 0; row < rows; row += 1) {
    lines.push(written.map(({ cells }) => csvCell(cells[row] ?? null)).join(';'));
  }
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}
