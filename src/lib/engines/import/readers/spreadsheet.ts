// XLSX: the first sheet with a table, as rows of text. Dates become 2025-09-01, numbers have a decimal point.
import { UnusableInput } from '../../../model/findings.ts';
import { uncompressed } from './archive.ts';
import { cellText, isBlank, type RowRecord, type RowTable } from './row-table.ts';
import type { SourceFile } from './row-table.ts';

interface Sheet {
  sheet: string;
  data: unknown[][];
}

/** Parts that hold cell values; pictures and the rest are not unpacked. */
const READ = /\.(?:xml|rels)$/i;

async function sheetsOf(source: SourceFile, names: readonly string[]): Promise<Sheet[]> {
  const { default: readSheets } = await import('read-excel-file/universal');
  const parts = uncompressed(
    source,
    names.filter((name) => READ.test(name))
  );
  try {
    return (await readSheets(parts.buffer, { trim: true })) as unknown as Sheet[];
  } catch (cause) {
    const file = source.name;
    throw new UnusableInput({ code: 'damaged-spreadsheet', severity: 'dropped', file }, { cause });
  }
}

/**
 * Reads the first sheet with a header and a row under it; a note names the others.
 * @param names names of the archive's files
 * @throws UnusableInput `truncated-archive`, `damaged-spreadsheet`, `no-row`
 */
export async function readSpreadsheet(source: SourceFile, names: readonly string[]): Promise<RowTable> {
  const file = source.name;
  const sheets = (await sheetsOf(source, names)).map(({ sheet, data }) => {
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
