// The sheets of a workbook, whatever its format: the one that is asked for, or that holds the table, is read; the others are named.
import { UnusableInput } from '../../../model/findings.ts';
import { findHeader, likelyHeader } from '../header-row.ts';
import type { Matches } from '../../../model/source-files.ts';
import { isBlank, type RowRecord, type RowTable } from './row-table.ts';
import { sheetOfName } from '../sheet-name.ts';

export interface ReadSheet {
  sheet: string;
  /** Rows of text, blank ones too: the first is row 1. */
  rows: readonly string[][];
  /** Not shown to who opens the workbook. */
  hidden?: boolean;
}

/**
 * The sheet that the name of the file asks for (« listes.xlsx#Écoles »); else the one whose header a format knows, or is most like one: a
 * note then names the others. A hidden sheet is said.
 * @throws UnusableInput `missing-sheet`, `sheet-without-table`; `no-row` when no sheet has a row under its header
 */
export function tableOfSheets(file: string, all: readonly ReadSheet[], matches?: Matches): RowTable {
  const asked = sheetOfName(file)?.sheet;
  const chosen = asked === undefined ? all : all.filter(({ sheet }) => sheet === asked);
  if (asked !== undefined && chosen.length === 0) {
    const found = all.map(({ sheet }) => sheet).join(', ');
    throw new UnusableInput({ code: 'missing-sheet', severity: 'dropped', file, found, expected: asked });
  }
  const sheets = chosen.map(({ sheet, rows, hidden = false }) => {
    const lines = rows.map((cells, index) => ({ line: index + 1, cells }));
    return { sheet, hidden, lines: lines.filter(({ cells }) => !isBlank(cells)) };
  });
  const filled = sheets.filter(({ lines }) => lines.length > 1);
  const scored = (score: (rows: readonly string[][]) => number) =>
    new Map(filled.map((sheet) => [sheet, score(sheet.lines.map(({ cells }) => cells))]));
  const known = scored((rows) => findHeader(rows, matches)?.score ?? 0);
  const isKnown = [...known.values()].some((score) => score > 0);
  const scores = isKnown ? known : scored((rows) => likelyHeader(rows)?.score ?? 0);
  const most = Math.max(0, ...scores.values());
  // A sheet of notes may come first: the table is the first sheet with the most columns that a format knows.
  const first = filled.find((sheet) => scores.get(sheet) === most);
  if (!first) {
    const code = asked === undefined ? 'no-row' : 'sheet-without-table';
    throw new UnusableInput({ code, severity: 'dropped', file });
  }
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
  if (first.hidden) {
    table.findings.push({ code: 'hidden-sheet', severity: 'note', file, found: first.sheet });
  }
  const others = filled.filter((one) => one !== first);
  if (others.length > 0) {
    const found = others.map(({ sheet }) => sheet).join(', ');
    table.findings.push({ code: 'other-sheets', severity: 'note', file, found, expected: first.sheet });
  }
  return table;
}
