// XLSX: the first sheet with a table, as rows of text. Dates become 2025-09-01, numbers have a decimal point.
import { UnusableInput } from '../../../model/findings.ts';
import { uncompressed } from './archive.ts';
import { findHeader, likelyHeader } from '../header-row.ts';
import type { Matches } from '../matching/matches.ts';
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
 * Reads the sheet whose header a format knows, else the first with a row under its header; a note names the others.
 * @param names names of the archive's files
 * @throws UnusableInput `truncated-archive`, `damaged-spreadsheet`, `no-row`
 */
export async function readSpreadsheet(
  source: SourceFile,
  names: readonly string[],
  matches?: Matches
): Promise<RowTable> {
  const file = source.name;
  const sheets = (await sheetsOf(source, names)).map(({ sheet, data }) => {
    const lines = data.map((row, index) => ({ line: index + 1, cells: row.map(cellText) }));
    return { sheet, lines: lines.filter(({ cells }) => !isBlank(cells)) };
  });
  const filled = sheets.filter(({ lines }) => lines.length > 1);
  const scored = (score: (rows: readonly string[][]) => number) =>
    new Map(filled.map((sheet) => [sheet, score(sheet.lines.map(({ cells }) => cells))]));
  const known = scored((rows) => findHeader(rows, matches)?.score ?? 0);
  // Where no sheet has the header of a format, the one whose header is most like one.
  const scores = [...known.values()].some((score) => score > 0)
    ? known
    : scored((rows) => likelyHeader(rows)?.score ?? 0);
  const most = Math.max(0, ...scores.values());
  // A sheet of notes may come first: the table is the first sheet with the most columns that a format knows.
  const first = filled.find((sheet) => scores.get(sheet) === most);
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
  const others = filled.filter((one) => one !== first);
  if (others.length > 0) {
    const found = others.map(({ sheet }) => sheet).join(', ');
    table.findings.push({ code: 'other-sheets', severity: 'note', file, found, expected: first.sheet });
  }
  return table;
}
