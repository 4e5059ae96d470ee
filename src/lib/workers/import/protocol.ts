// What the page and the import worker say to each other. A file goes in; rows of the tables that it changes come out.
import type { FormatId } from '../../engines/import/format-list.ts';
import type { Effect, OwnRows } from '../../engines/import/replace/rows.ts';
import type { Container } from '../../engines/import/readers/row-table.ts';
import type { Finding } from '../../model/findings.ts';
import type { QualityReport } from '../../model/quality.ts';

export type { ImportProgress } from '../../engines/import/import-file.ts';
export type { FormatId } from '../../engines/import/format-list.ts';
export type { Effect, OwnRows, OwnTable } from '../../engines/import/replace/rows.ts';

/** A file as it was understood; nothing is taken yet. */
export interface FileRead {
  name: string;
  format: FormatId;
  container: Container;
  counts: { read: number; kept: number; dropped: number; findings: number };
  /** The first of them. */
  findings: Finding[];
  /** What it would do to the tables; empty when its rows take no table's place. */
  effects: Effect[];
}

/** The columns and the key of each table, for its quality. */
export interface TableForm {
  name: keyof OwnRows;
  key: readonly string[];
  columns: readonly string[];
}

export interface Taken {
  rows: OwnRows;
  quality: Omit<QualityReport, 'findings'>;
}
