// Collects the rows and findings of one file: each source row is kept, or dropped with a reason, so that kept + dropped = read.
import type { SeenRows } from './children-rows.ts';
import { UnusableInput, type Finding, type Imported } from '../../model/findings.ts';
import type { RowTable } from './readers/row-table.ts';

/** Official column names by our own name: the usual spelling first. */
export type Spellings<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/** Columns and unique key of a format. */
export interface Format<Key extends string, Row> {
  columns: Spellings<Key>;
  /** Columns without which the file is of no use. */
  required: readonly Key[];
  /** Sets of columns of which one at least is whole, the usual one first. */
  either?: readonly (readonly Key[])[];
  /** Columns that a file of the format usually has beside: a header that is like one of them is asked about. */
  usual?: readonly Key[];
  /** Whether rows under the columns found may be of the format; they may when absent. */
  fits?: (rows: SeenRows, places: ReadonlyMap<string, readonly number[]>) => boolean;
  /** The value that no two rows share, the column that holds it, and the finding code for the rows that repeat it. */
  unique: { code: string; column: Key; of: (row: Row) => string };
}

/** Why a row is dropped or doubtful; the column by our own name. */
export interface Reason<Key extends string> {
  code: string;
  column?: Key;
  found?: string;
  expected?: string;
  about?: { name: string; commune: string };
  near?: Finding['near'];
}
export type RowOutcome<Row, Key extends string> = { row: Row } | { dropped: Reason<Key> };
/** Adds a finding to a row that is kept. */
export type Remark<Key extends string> = (severity: 'doubtful' | 'note', reason: Reason<Key>) => void;
/** The trimmed text of a column in a row; '' when the file has no such column. */
export type Cell<Key extends string> = (key: Key) => string;

const QUOTE_LENGTH = 60;
/** Findings of a value rather than of a row: one a column and value. */
const TOLD_ONCE = ['understood', 'ignored-value'];

/** A value on one line, shortened to be quoted in a finding. */
export function quote(value: string): string {
  const flat = value.replace(/\s+/g, ' ').trim();
  return flat.length > QUOTE_LENGTH ? `${flat.slice(0, QUOTE_LENGTH - 1)}…` : flat;
}

/** The refusal of a file that lacks a required column. */
export function missingColumn(file: string, spellings: readonly string[], header: readonly string[]) {
  const found = quote(header.join(', '));
  const expected = spellings.join(', ');
  const column = spellings[0];
  return new UnusableInput({ code: 'missing-column', severity: 'dropped', file, column, expected, found });
}

/** Gathers rows and findings of one file. */
export class Collector<Key extends string, Row> {
  readonly imported: Imported<Row>;
  readonly #file: string;
  readonly #unique: Format<Key, Row>['unique'];
  readonly #columnName: (key: Key) => string | undefined;
  readonly #hides: (text: string) => boolean;
  /** Readings told already: one a column and value. */
  readonly #readings = new Set<string>();
  /** Line of the first row of each unique value. */
  readonly #first = new Map<string, number>();

  /** @param columnName our name of a column -> its name in the file */
  constructor(
    file: string,
    { unique }: Format<Key, Row>,
    { findings, read, hides = () => false }: Pick<RowTable, 'findings' | 'read' | 'hides'>,
    columnName: (key: Key) => string | undefined
  ) {
    this.imported = { rows: [], findings, read };
    this.#hides = hides;
    this.#file = file;
    this.#unique = unique;
    this.#columnName = columnName;
  }

  /** Keeps the row that `convert` gives, or adds the finding that drops it. */
  take(line: number, convert: (remark: Remark<Key>) => RowOutcome<Row, Key>): void {
    const outcome = convert((severity, reason) => this.#find(severity, line, reason));
    if ('dropped' in outcome) return this.#find('dropped', line, outcome.dropped);
    const { code, column, of } = this.#unique;
    const value = of(outcome.row);
    const before = this.#first.get(value);
    if (before !== undefined) {
      return this.#find('dropped', line, { code, column, found: value, expected: String(before) });
    }
    this.#first.set(value, line);
    this.imported.rows.push(outcome.row);
  }

  #find(severity: Finding['severity'], row: number, { column, found, ...reason }: Reason<Key>): void {
    if (TOLD_ONCE.includes(reason.code)) {
      const reading = JSON.stringify([reason.code, column, found, reason.expected]);
      if (this.#readings.has(reading)) return;
      this.#readings.add(reading);
    }
    const place = { file: this.#file, row, ...(column && { column: this.#columnName(column) }) };
    const value = found === undefined || this.#hides(found) ? {} : { found: quote(found) };
    this.imported.findings.push({ severity, ...place, ...reason, ...value });
  }
}
