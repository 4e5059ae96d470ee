// Messages between the page and the import worker: a file and the tables as they stand in, the tables with its rows out.
import type { Container, FormatId, ReplaceableRows, TableEffect } from '../../engines/import/index.ts';
import type { Finding } from '../../model/findings.ts';
import type { QualityReport } from '../../model/quality.ts';

/** Key and columns of a table, for its quality report. */
export interface TableShape {
  name: keyof ReplaceableRows;
  key: readonly string[];
  columns: readonly string[];
}

export interface ReadRequest {
  /** The tables as they stand. */
  rows: ReplaceableRows;
  tables: readonly TableShape[];
  /** `source` of each row that the file gives. */
  source: string;
}

export interface FileRead {
  name: string;
  format: FormatId;
  container: Container;
  counts: { read: number; kept: number; dropped: number; findings: number };
  /** The first of them. */
  findings: Finding[];
  /** Changes to the tables; empty when the format replaces no table. */
  effects: TableEffect[];
  /** The tables with the file's rows in place; null when the format replaces no table. */
  replacement: Replacement | null;
}

export interface Replacement {
  rows: ReplaceableRows;
  quality: Omit<QualityReport, 'findings'>;
}
