// Findings of the engines: expected problems as values, never exceptions. Words are chosen where they are shown.

export type Severity = 'dropped' | 'doubtful' | 'note';

/** A finding about one row, or about a whole file when `row` is absent. */
export interface Finding {
  /** Stable kebab-case code, e.g. `duplicate-uai`; messages are keyed by it. */
  code: string;
  severity: Severity;
  file?: string;
  /** 1-based line (CSV, header counted) or feature number (GeoJSON). */
  row?: number;
  column?: string;
  /** Quoted value, shortened. */
  found?: string;
  /** Expected value, or an example of one. */
  expected?: string;
  /** The value that the rest of the row points to. */
  proposed?: string;
  /** What the row may mean, to be taken by a person: the value to write, and its name. */
  near?: readonly { value: string; name: string }[];
  /** The school that the row names, and its commune as written. */
  about?: { name: string; commune: string };
}

/** What `found` or `expected` may say in words, where no value of the file says it: the words are messages, `finding_value_…`. */
export type ValueWord =
  | 'nothing'
  | 'no-geometry'
  | 'degrees'
  | 'rep'
  | 'block'
  | 'bytes'
  | 'least-bytes'
  | 'median-line'
  | 'median-demand'
  | 'median-total'
  | 'decimals'
  | 'logo-size'
  | 'logo-not-png'
  | 'logo-not-svg'
  | 'logo-active';

/**
 * A word as a value of a finding, with the figure that it speaks of.
 *
 * @example
 * valueWord('block', 3); // '#block 3'
 */
export const valueWord = (word: ValueWord, figure?: number): string =>
  figure === undefined ? `#${word}` : `#${word} ${figure}`;

/** Rows kept and findings; `read` = rows seen in the source, so that kept + dropped = read. */
export interface Imported<Row> {
  rows: Row[];
  findings: Finding[];
  read: number;
}

/** A file that cannot be used at all. `code` is the code of a finding. */
export class UnusableInput extends Error {
  readonly finding: Finding;
  /** Findings of the rows read before. */
  readonly findings: readonly Finding[];
  constructor(finding: Finding, options?: { cause?: unknown; findings?: readonly Finding[] }) {
    super(
      `${finding.file ?? 'input'}: ${finding.code}${finding.found ? ` (${finding.found})` : ''}`,
      options
    );
    this.name = 'UnusableInput';
    this.finding = finding;
    this.findings = options?.findings ?? [];
  }
}

/** A territory whose rows may not be published; `reasons` are French, one line each. */
export class UnsafeTerritory extends Error {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'UnsafeTerritory';
    this.reasons = reasons;
  }
}
