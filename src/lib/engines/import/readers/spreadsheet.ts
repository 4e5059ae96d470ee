// XLSX: the sheet with a table, as rows of text. Dates become 2025-09-01, numbers have a decimal point.
import { UnusableInput } from '../../../model/findings.ts';
import type { Matches } from '../matching/matches.ts';
import { uncompressed } from './archive.ts';
import { cellText, type RowTable, type SourceFile } from './row-table.ts';
import { tableOfSheets } from './sheets.ts';

/** Parts that hold cell values; pictures and the rest are not unpacked. */
const READ = /\.(?:xml|rels)$/i;

/**
 * Reads the sheet that holds the table (`tableOfSheets`).
 * @param names names of the archive's files
 * @throws UnusableInput `truncated-archive`, `damaged-spreadsheet`, `no-row`
 */
export async function readSpreadsheet(
  source: SourceFile,
  names: readonly string[],
  matches?: Matches
): Promise<RowTable> {
  const file = source.name;
  const { default: readSheets } = await import('read-excel-file/universal');
  const parts = uncompressed(
    source,
    names.filter((name) => READ.test(name))
  );
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    sheets = (await readSheets(parts.buffer, { trim: true })) as unknown as typeof sheets;
  } catch (cause) {
    throw new UnusableInput({ code: 'damaged-spreadsheet', severity: 'dropped', file }, { cause });
  }
  return tableOfSheets(
    file,
    sheets.map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(cellText)) })),
    matches
  );
}
