// From a table or a collection to rows of ours: each source row gives a row or a reason, so that kept + dropped = read.
import { UnusableInput, type Finding, type Imported } from '../model/findings.ts';
import { readCsv } from './csv.ts';
import { foldHeader } from './names.ts';
import type { SourceFile } from './source-file.ts';

/** Why a row is left out: a code, and where it went wrong. */
export type Reason = Pick<Finding, 'code' | 'column' | 'found' | 'expected'>;
export type Outcome<Row> = { row: Row } | { dropped: Reason };
/** Remarks on a row that is kept. */
export type Remark = (severity: 'doubtful' | 'note', reason: Reason) => void;

/** Official column names by our own name for them: first the newest spelling, then the others. */
export type Spellings<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/** The value of a row's column, trimmed; '' when the file has no such column. */
export type Cell<Key extends string> = (key: Key) => string;

const SHORT = 60;

/** A value as it is quoted in a finding. */
export function shorten(value: string): string {
  const flat = value.replace(/\s+/g, ' ').trim();
  return flat.length > SHORT ? `${flat.slice(0, SHORT - 1)}…` : flat;
}

/** Keeps the row or writes down why not. */
export function settle<Row>(imported: Imported<Row>, outcome: Outcome<Row>, file: string, row: number): void {
  if ('row' in outcome) imported.rows.push(outcome.row);
  else imported.findings.push({ severity: 'dropped', file, row, ...outcome.dropped });
}

/** Where each of our columns stands in a header; headers are compared without case, accents, spaces or punctuation. */
function locate<Key extends string>(
  file: string,
  header: readonly string[],
  spellings: Spellings<Key>,
  required: readonly Key[]
): Map<Key, number> {
  const folded = header.map(foldHeader);
  const places = new Map<Key, number>();
  for (const key of Object.keys(spellings) as Key[]) {
    const index = spellings[key].map((name) => folded.indexOf(foldHeader(name))).find((found) => found >= 0);
    if (index !== undefined) places.set(key, index);
    else if (required.includes(key)) {
      throw new UnusableInput({
        code: 'missing-column',
        severity: 'dropped',
        file,
        column: spellings[key][0],
        expected: spellings[key].join(', '),
        found: shorten(header.join(', '))
      });
    }
  }
  return places;
}

/**
 * Reads a CSV file of a known format, row by row.
 * @param required our names of the columns without which the file is of no use
 * @throws UnusableInput when the file cannot be read or lacks a required column (`missing-column`)
 */
export function importCsv<Key extends string, Row>(
  source: SourceFile,
  spellings: Spellings<Key>,
  required: readonly Key[],
  convert: (cell: Cell<Key>, line: number, remark: Remark) => Outcome<Row>
): Imported<Row> {
  const file = source.name;
  const table = readCsv(source);
  const places = locate(file, table.header, spellings, required);
  const imported: Imported<Row> = { rows: [], findings: table.findings, read: table.read };
  for (const { line, cells } of table.records) {
    const cell: Cell<Key> = (key) => cells[places.get(key) ?? -1]?.trim() ?? '';
    const remark: Remark = (severity, reason) =>
      imported.findings.push({ severity, file, row: line, ...reason });
    settle(imported, convert(cell, line, remark), file, line);
  }
  return imported;
}

/** Drops the rows whose key was met before, each with a finding that names the line of the first. */
export function firstOfEach<Row extends { line: number }>(
  imported: Imported<Row>,
  file: string,
  keyOf: (row: Row) => string,
  reason: { code: string; column: string }
): Imported<Row> {
  const first = new Map<string, number>();
  const findings = [...imported.findings];
  const rows = imported.rows.filter((row) => {
    const key = keyOf(row);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row.line);
      return true;
    }
    findings.push({
      severity: 'dropped',
      file,
      row: row.line,
      ...reason,
      found: shorten(key),
      expected: String(before)
    });
    return false;
  });
  return { ...imported, rows, findings };
}
