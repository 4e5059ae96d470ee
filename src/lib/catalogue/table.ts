// What the catalogue says of a table: columns and types, source, vintage, licence, threshold.

/** Arrow type of a column. `wkb`: geometry, little-endian WKB, WGS84. `list`: texts in a JSON array. `json`: a JSON object. */
export type ColumnType = 'text' | 'code' | 'int' | 'float' | 'bool' | 'wkb' | 'list' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  nullable?: boolean;
  unit?: string;
}

export interface Table {
  name: string;
  /** Raised when columns change; a file of another version is refused. */
  version: number;
  /** What one row is, in French, shown in the data page. */
  row: string;
  /** Columns that together name a row: no two rows share them. */
  key: readonly string[];
  columns: readonly Column[];
  source: string;
  vintage: string;
  licence: string;
  /** Least count published, or null when the table counts no person. */
  threshold: number | null;
  /** `true`: never served to the public outside the demonstration. */
  internal?: boolean;
}
