// XLS, the binary workbook of Excel 5 to 2003 ([MS-XLS]): its sheets as rows of text. Dates become 2025-09-01, numbers have a decimal point.
import { UnusableInput } from '../../../../model/findings.ts';
import type { SourceFile } from '../../../../model/source-files.ts';
import { OldRecords, type OldRecord } from './old-records.ts';
import { streamNamed } from './compound-file.ts';
import { rowCellText } from '../row-table.ts';
import type { ReadSheet } from '../sheets.ts';

const BIFF8 = 0x0600;
const MOST_COLUMNS = 256;
const [EOF, FORMULA, DATE_MODE, FILE_PASS, CODE_PAGE] = [0x0a, 0x06, 0x22, 0x2f, 0x42];
const [SHEET, MANY_RK, RICH_TEXT, XF, TEXTS, TEXT_AT] = [0x85, 0xbd, 0xd6, 0xe0, 0xfc, 0xfd];
const [NUMBER, LABEL, BOOL_OR_ERROR, STRING, RK, FORMAT, BEGIN] = [
  0x203, 0x204, 0x205, 0x207, 0x27e, 0x41e, 0x809
];
const MAC = new Set([10_000, 32_768]);

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A'
};

/** Formats of dates that every workbook has. */
const isDateFormat = (format: number) =>
  (format >= 14 && format <= 22) ||
  (format >= 27 && format <= 36) ||
  (format >= 45 && format <= 47) ||
  (format >= 50 && format <= 58);
/** Whether a format of the workbook's own is of dates: a day, a month, a year or an hour outside quotes and brackets. */
const saysDate = (format: string) =>
  /[dmyhsja]/i.test(
    format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/general|standard|e\+|a\/p/gi, '')
  );

const DAY_MS = 86_400_000;
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;

/** A number of 30 bits: whole or the high half of a real one, divided by 100 or not. */
function rkOf(view: DataView, at: number): number {
  const bits = view.getUint32(at, true);
  const real = new DataView(new ArrayBuffer(8));
  real.setUint32(0, bits & ~3);
  const value = bits & 2 ? view.getInt32(at, true) >> 2 : real.getFloat64(0);
  return bits & 1 ? value / 100 : value;
}

/** What the whole workbook says: versions, formats, texts and the place of each sheet. */
class Workbook {
  readonly #records: OldRecords;
  readonly sheets: { name: string; hidden: boolean; at: number }[] = [];
  #texts: string[] = [];
  readonly #formats: number[] = [];
  readonly #dates = new Map<number, boolean>();
  #from1904 = false;

  constructor(bytes: Uint8Array) {
    this.#records = new OldRecords(bytes);
    for (const record of this.#records.from(0)) {
      if (record.id === EOF) break;
      this.#take(record);
    }
  }

  #take(record: OldRecord): void {
    const { id, view } = record;
    const records = this.#records;
    if (id === BEGIN) records.isWide = view.getUint16(0, true) >= BIFF8;
    else if (id === CODE_PAGE && MAC.has(view.getUint16(0, true))) records.letters = 'macintosh';
    else if (id === FILE_PASS) throw new RangeError('a password');
    else if (id === DATE_MODE) this.#from1904 = view.getUint16(0, true) === 1;
    else if (id === XF) this.#formats.push(view.getUint16(2, true));
    else if (id === TEXTS) this.#texts = records.texts(record);
    else if (id === FORMAT) {
      const text = records.isWide ? records.text(record, 2, 2) : records.text(record, 2, 1);
      this.#dates.set(view.getUint16(0, true), saysDate(text));
    } else if (id === SHEET && view.getUint8(5) === 0) {
      const hidden = (view.getUint8(4) & 3) > 0;
      this.sheets.push({ name: records.text(record, 6, 1), hidden, at: view.getUint32(0, true) });
    }
  }

  #number(value: number, xf: number): string {
    const format = this.#formats[xf] ?? 0;
    if (!(this.#dates.get(format) ?? isDateFormat(format)) || value < 0) return rowCellText(value);
    const days = value + (this.#from1904 ? DAYS_TO_1904 : 0);
    return rowCellText(new Date(DAY_ZERO_MS + Math.round((days * DAY_MS) / 1000) * 1000));
  }

  /** The result of a formula; null where it is a text, which the next record holds. */
  #result(view: DataView, xf: number): string | null {
    if (view.getUint16(12, true) !== 0xffff) return this.#number(view.getFloat64(6, true), xf);
    switch (view.getUint8(6)) {
      case 0:
        return null;
      case 1:
        return rowCellText(view.getUint8(8) === 1);
      case 2:
        return ERRORS[view.getUint8(8)] ?? '#N/A';
      default:
        return '';
    }
  }

  /** The rows of a sheet, at their lines. */
  rows(from: number): string[][] {
    const rows: string[][] = [];
    const set = (row: number, column: number, text: string) => {
      if (column >= MOST_COLUMNS) throw new RangeError(`column ${column}`);
      while (rows.length <= row) rows.push([]);
      const cells = rows[row]!;
      while (cells.length < column) cells.push('');
      cells[column] = text;
    };
    /** Place of the text that a formula waits for. */
    let waits: [number, number] | null = null;
    for (const record of this.#records.from(from)) {
      const { id, view } = record;
      if (id === EOF) break;
      if (id === STRING && waits) set(...waits, this.#records.text(record, 0, 2).trim());
      if (![FORMULA, MANY_RK, RICH_TEXT, TEXT_AT, NUMBER, LABEL, BOOL_OR_ERROR, RK].includes(id)) continue;
      const [row, column, xf] = [0, 2, 4].map((at) => view.getUint16(at, true)) as [number, number, number];
      waits = null;
      if (id === MANY_RK) {
        for (let at = 4; at + 8 <= view.byteLength; at += 6)
          set(row, column + (at - 4) / 6, this.#number(rkOf(view, at + 2), view.getUint16(at, true)));
      } else if (id === FORMULA) {
        const result = this.#result(view, xf);
        if (result === null) waits = [row, column];
        else set(row, column, result);
      } else set(row, column, this.#cell(record, xf));
    }
    return rows;
  }

  #cell(record: OldRecord, xf: number): string {
    const { id, view } = record;
    switch (id) {
      case TEXT_AT:
        return (this.#texts[view.getUint32(6, true)] ?? '').trim();
      case NUMBER:
        return this.#number(view.getFloat64(6, true), xf);
      case RK:
        return this.#number(rkOf(view, 6), xf);
      case BOOL_OR_ERROR:
        return view.getUint8(7) === 1
          ? (ERRORS[view.getUint8(6)] ?? '#N/A')
          : rowCellText(view.getUint8(6) === 1);
      default:
        return this.#records.text(record, 6, 2).trim();
    }
  }
}

/**
 * Reads every sheet.
 * @throws UnusableInput `text-document` for a text or a presentation, `damaged-spreadsheet` when it is damaged or has a password
 */
export function readOldSpreadsheet({ name: file, bytes }: SourceFile): ReadSheet[] {
  const refused = (code: string, cause?: unknown) =>
    new UnusableInput({ code, severity: 'dropped', file }, { cause });
  try {
    const stream = streamNamed(bytes, ['Workbook', 'Book']);
    if (!stream) throw refused('text-document');
    const book = new Workbook(stream);
    return book.sheets.map(({ name: sheet, hidden, at }) => ({ sheet, hidden, rows: book.rows(at) }));
  } catch (cause) {
    throw cause instanceof UnusableInput ? cause : refused('damaged-spreadsheet', cause);
  }
}
