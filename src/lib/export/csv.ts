// Rows as CSV for a French spreadsheet: `;`, decimal comma, and no cell that could run as a formula.

/** A count hidden by disclosure control. */
export const PROTECTED = Symbol('protected');
export const PROTECTED_WORDS = 'donnée protégée';

export type CsvCell = string | number | boolean | null | undefined | typeof PROTECTED;

export interface CsvColumn<Row> {
  header: string;
  value: (row: Row) => CsvCell;
}

export interface CsvOptions {
  /** Adds a byte order mark, by which Excel recognises UTF-8. Default true. */
  bom?: boolean;
}

const BOM = '\uFEFF';
const END_OF_LINE = '\r\n';
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[";\r\n]|^[\s']|\s$/;

/** One header line and one line a row (RFC 4180 with `;`). */
export function toCsv<Row>(
  rows: readonly Row[],
  columns: readonly CsvColumn<Row>[],
  { bom = true }: CsvOptions = {}
): string {
  const lines = [
    columns.map(({ header }) => written(header)),
    ...rows.map((row) => columns.map(({ value }) => written(value(row))))
  ];
  return (bom ? BOM : '') + lines.map((line) => line.join(';') + END_OF_LINE).join('');
}

function written(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (cell === PROTECTED) return PROTECTED_WORDS;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : '';
  return csvText(cell);
}

/** Escapes a text: an apostrophe before what a spreadsheet would run (OWASP, CSV injection), quotes where needed. */
export function csvText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
