// XLS, the binary workbook of Excel 5 to 2003: its sheets as rows of text. Dates become 2025-09-01, numbers have a decimal point.
import { UnusableInput } from '../../../model/findings.ts';
import type { SourceFile } from '../../../model/source-files.ts';
import { rowCellText } from './row-table.ts';
import type { ReadSheet } from './sheets.ts';

/** Names of streams in the directory of a compound file, in two bytes a letter. */
const nameBytes = (name: string) => [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
const WORKBOOKS = [nameBytes('Workbook'), nameBytes('Book')];
const SECTOR = 512;
/** A name stands at the start of an entry of its directory: 128 bytes each. */
const ENTRY = 128;

/** Whether a compound file holds a workbook: a text, a presentation and a message are the same container. */
function holdsWorkbook(bytes: Uint8Array): boolean {
  for (let at = SECTOR; at + ENTRY <= bytes.length; at += ENTRY) {
    const isEntry = WORKBOOKS.some(
      (name) => name.every((byte, rank) => bytes[at + rank] === byte) && bytes[at + name.length] === 0
    );
    if (isEntry) return true;
  }
  return false;
}

/**
 * Reads every sheet.
 * @throws UnusableInput `text-document` for a text or a presentation, `damaged-spreadsheet`
 */
export async function readOldSpreadsheet({ name: file, bytes }: SourceFile): Promise<ReadSheet[]> {
  const refused = (code: string, cause?: unknown) =>
    new UnusableInput({ code, severity: 'dropped', file }, { cause });
  if (!holdsWorkbook(bytes)) throw refused('text-document');
  const { read, utils } = await import('@e965/xlsx');
  try {
    const book = read(bytes, {
      type: 'array',
      cellDates: true,
      UTC: true,
      cellFormula: false,
      cellHTML: false
    });
    const hidden = book.Workbook?.Sheets ?? [];
    return book.SheetNames.map((sheet, at) => {
      const cells = book.Sheets[sheet]!;
      // Rows keep their lines: the range of a sheet may begin lower.
      const range = cells['!ref'] === undefined ? null : utils.decode_range(cells['!ref']);
      if (range) cells['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: range.e });
      const rows = utils.sheet_to_json<unknown[]>(cells, {
        header: 1,
        raw: true,
        blankrows: true,
        defval: '',
        UTC: true
      });
      return {
        sheet,
        hidden: (hidden[at]?.Hidden ?? 0) > 0,
        rows: rows.map((row) => row.map(rowCellText))
      };
    });
  } catch (cause) {
    throw refused('damaged-spreadsheet', cause);
  }
}
