// Rows in doubt: listed from what was found, and read back from their workbook as corrections.
import {
  DOUBTFUL_COLUMNS,
  type Correction,
  type DoubtfulCell,
  type DoubtfulColumn
} from '../../../model/correction.ts';
import type { Finding } from '../../../model/findings.ts';
import { FORMATS } from '../format-list.ts';
import { foldHeader } from '../../../model/names.ts';
import type { RowTable } from '../readers/row-table.ts';
import { quote } from '../rows.ts';
import { columnAt } from './corrections.ts';
import { rowMark } from './row-mark.ts';

/** Rows rightly left out of official files: nothing in them is to be put right. */
const RIGHTLY_DROPPED = new Set([
  'not-a-school',
  'closed-school',
  'network-heading',
  'no-position',
  'ignored-row',
  'not-a-holiday'
]);

/** Whether a finding speaks of a row that a service can put right. */
export const isDoubtful = ({ code, severity, row }: Finding): boolean =>
  row !== undefined && severity !== 'note' && !RIGHTLY_DROPPED.has(code);

/** Index of a column by its header, or by another name that some format has for it; -1 when it is not there. */
function columnSpoken(header: readonly string[], column: string): number {
  const exact = columnAt(header, column);
  if (exact >= 0) return exact;
  const names = FORMATS.flatMap(({ importer }) => Object.values(importer.columns))
    .filter((spellings) => spellings.includes(column))
    .flat();
  return header.findIndex((name) => names.some((one) => foldHeader(one) === foldHeader(name)));
}

/**
 * The rows in doubt of an opened file, in the order of the file: one a cell, with all that was found of it.
 * @param table under its header (`withHeader`), without corrections: the cells as they are in the file
 */
export function doubtfulCells(table: RowTable, findings: readonly Finding[]): DoubtfulCell[] {
  const { name: file, header, hides = () => false } = table;
  const byLine = new Map(table.records.map((record) => [record.line, record]));
  const found = new Map<string, DoubtfulCell & { findings: Finding[] }>();
  for (const finding of findings) {
    if (finding.file !== file || !isDoubtful(finding)) continue;
    const row = finding.row!;
    const cells = byLine.get(row)?.cells;
    const at = finding.column === undefined || !cells ? -1 : columnSpoken(header, finding.column);
    const column = at < 0 ? '' : header[at]!;
    const key = `${row}\n${column}`;
    const known = found.get(key);
    if (known) known.findings.push(finding);
    else {
      const mark = cells && at >= 0 ? { mark: rowMark(cells, at) } : {};
      const value = cells?.[at] ?? '';
      found.set(key, {
        file,
        row,
        column,
        found: hides(value) ? '' : quote(value),
        ...mark,
        findings: [finding]
      });
    }
  }
  return [...found.values()].sort((a, b) => a.row - b.row);
}

const NEEDED: readonly DoubtfulColumn[] = ['file', 'row', 'column', 'found', 'value'];

function placesOf(header: readonly string[]): Map<DoubtfulColumn, number> {
  const folded = header.map(foldHeader);
  const places = new Map<DoubtfulColumn, number>();
  for (const key of Object.keys(DOUBTFUL_COLUMNS) as DoubtfulColumn[]) {
    const { fr, en } = DOUBTFUL_COLUMNS[key];
    const at = folded.findIndex((name) => name === foldHeader(fr) || name === foldHeader(en));
    if (at >= 0) places.set(key, at);
  }
  return places;
}

/** Whether a header is that of the workbook of doubts. */
export function isCorrectionsHeader(header: readonly string[]): boolean {
  const places = placesOf(header);
  return NEEDED.every((key) => places.has(key));
}

export interface ReadCorrections {
  corrections: Correction[];
  findings: Finding[];
  /** Rows read, and those whose corrected value is empty. */
  read: number;
  unanswered: number;
}

/**
 * Reads the workbook of doubts back. Rows may be sorted or removed, columns moved or added. A row without a corrected value says nothing; one
 * that names no cell is left out (`bad-correction`), and so is a second value for the same cell (`corrections-disagree`).
 */
export function readCorrections(table: RowTable): ReadCorrections {
  const { name, header, records } = table;
  const places = placesOf(header);
  const findings: Finding[] = [];
  const corrections = new Map<string, Correction>();
  let unanswered = 0;
  for (const { cells, line } of records) {
    const cell = (key: DoubtfulColumn) => cells[places.get(key) ?? -1]?.trim() ?? '';
    const value = cell('value');
    if (value === '') {
      unanswered += 1;
      continue;
    }
    const [file, column, row] = [cell('file'), cell('column'), Number(cell('row'))];
    const place = { file: name, row: line, found: quote(value) };
    if (file === '' || column === '' || !Number.isSafeInteger(row) || row < 1) {
      findings.push({ code: 'bad-correction', severity: 'dropped', ...place });
      continue;
    }
    const key = JSON.stringify([file, row, column]);
    const before = corrections.get(key);
    if (before && before.value !== value) {
      findings.push({
        code: 'corrections-disagree',
        severity: 'dropped',
        ...place,
        expected: quote(before.value)
      });
    }
    if (before) continue;
    const mark = cell('mark');
    corrections.set(key, { file, row, column, found: cell('found'), ...(mark && { mark }), value });
  }
  return { corrections: [...corrections.values()], findings, read: records.length, unanswered };
}

/** Two lists of corrections as one: of two for the same cell, the later one. */
export function mergeCorrections(before: readonly Correction[], later: readonly Correction[]): Correction[] {
  const merged = new Map<string, Correction>();
  for (const one of [...before, ...later]) merged.set(JSON.stringify([one.file, one.row, one.column]), one);
  return [...merged.values()];
}
