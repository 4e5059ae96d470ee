// XLSX: the first sheet that holds a table, as rows of text. Dates become 2025-09-01, numbers keep their point.
import { UnusableInput } from '../model/findings.ts';
import { cellText, isBlank, type RowRecord, type RowTable } from './row-table.ts';
import type { SourceFile } from './source-file.ts';

interface Sheet {
  sheet: string;
  data: unknown[][];
}

async function sheetsOf({ name: file, bytes }: SourceFile): Promise<Sheet[]> {
  const { default: readSheets } = await import('read-excel-file/universal');
  try {
    const copy = bytes.slice().buffer;
    return (await readSheets(new Blob([copy]), { trim: true })) as unknown as Sheet[];
  } catch (cause) {
    throw new UnusableInput({ code: 'damaged-spreadsheet', severity: 'dropped', file }, { cause });
  }
}

/**
 * Reads a workbook: its first sheet with a header and a row under it; the others are told by a note.
 * @throws UnusableInput damaged-spreadsheet, no-row
 */
export async function readSpreadsheet(source: SourceFile): Promise<RowTable> {
  const file = source.name;
  const sheets = (await sheetsOf(source)).map(({ sheet, data }) => {
    const lines = data.map((row, index) => ({ line: index + 1, cells: row.map(cellText) }));
    return { sheet, lines: lines.filter(({ cells }) => !isBlank(cells)) };
  });
  const first = sheets.find(({ lines }) => lines.length > 1);
  if (!first) throw new UnusableInput({ code: 'no-row', severity: 'dropped', file });
  const [header, ...records] = first.lines as [RowRecord, ...RowRecord[]];
  const table: RowTable = {
    name: file,
    container: 'xlsx',
    header: header.cells,
    records,
    read: records.length,
    findings: [],
    drawn: false,
    crs: ''
  };
  const others = sheets.filter((one) => one !== first && one.lines.length > 1);
  if (others.length > 0) {
    const found = others.map(({ sheet }) => sheet).join(', ');
    table.findings.push({ code: 'other-sheets', severity: 'note', file, found, expected: first.sheet });
  }
  return table;
}
