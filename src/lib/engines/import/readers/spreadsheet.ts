// XLSX: its sheets as rows of text. Dates become 2025-09-01, numbers have a decimal point.
import { zipSync } from 'fflate';
import { UnusableInput } from '../../../model/findings.ts';
import { unpack } from './archive.ts';
import { rowCellText } from './row-table.ts';
import type { SourceFile } from '../../../model/source-files.ts';
import type { ReadSheet } from './sheets.ts';
import { hasValues, sheetParts, unsolvedFormulas } from './workbook-parts.ts';

/** Parts that hold cell values; pictures and the rest are not unpacked. */
const READ = /\.(?:xml|rels)$/i;
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

const partsOf = (source: SourceFile, names: readonly string[]) =>
  unpack(
    source,
    names.filter((name) => READ.test(name))
  );

/** How many sheets hold something, before any is read. */
export const countSheets = (source: SourceFile, names: readonly string[]): number =>
  sheetParts(partsOf(source, names)).filter(hasValues).length;

function withFormulas(rows: string[][], xml: string): string[][] {
  for (const { row, at, text } of unsolvedFormulas({ xml })) {
    if (row >= MOST_ROWS || at >= MOST_COLUMNS) continue;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length < at) cells.push('');
    cells[at] ||= text;
  }
  return rows;
}

/**
 * Reads every sheet.
 * @param names names of the archive's files
 * @throws UnusableInput `truncated-archive`, `damaged-spreadsheet`
 */
export async function readSpreadsheet(source: SourceFile, names: readonly string[]): Promise<ReadSheet[]> {
  const file = source.name;
  const { default: readSheets } = await import('read-excel-file/universal');
  const parts = partsOf(source, names);
  // Without compression: read-excel-file would otherwise unpack it in blob workers, which the content security policy forbids.
  const plain = zipSync(parts, { level: 0 }).slice();
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    sheets = (await readSheets(plain.buffer, { trim: true })) as unknown as typeof sheets;
  } catch (cause) {
    throw new UnusableInput({ code: 'damaged-spreadsheet', severity: 'dropped', file }, { cause });
  }
  const known = new Map(sheetParts(parts).map((part) => [part.sheet, part]));
  return sheets.map(({ sheet, data }) => {
    const { hidden = false, xml = '' } = known.get(sheet) ?? {};
    return {
      sheet,
      hidden,
      rows: withFormulas(
        data.map((row) => row.map(rowCellText)),
        xml
      )
    };
  });
}
