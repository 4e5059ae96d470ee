// What an engine noticed: a value, never an exception. Words are chosen where it is shown.

export type Severity = 'dropped' | 'doubtful' | 'note';

/** One remark about one row, or about a whole file when `row` is absent. */
export interface Finding {
  /** Stable kebab-case code, e.g. `duplicate-uai`; messages are keyed by it. */
  code: string;
  severity: Severity;
  file?: string;
  /** 1-based line (CSV, header counted) or feature number (GeoJSON). */
  row?: number;
  column?: string;
  /** What was found, shortened. */
  found?: string;
  /** What was expected. */
  expected?: string;
}

/** Rows kept and remarks made; `read` = rows seen in the source, so that kept + dropped = read. */
export interface Imported<Row> {
  rows: Row[];
  findings: Finding[];
  read: number;
}

/** A file that cannot be used at all. `code` is a finding code. */
export class UnusableInput extends Error {
  readonly finding: Finding;
  /** What was noticed before, row by row. */
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
