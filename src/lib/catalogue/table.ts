// Types of a catalogue entry: columns and types, source, vintage, licence, threshold.

import type { Territory } from '../model/place.ts';

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
  /** Columns that form the key of the table. */
  key: readonly string[];
  columns: readonly Column[];
  source: string;
  vintage: string;
  licence: string;
  /** Minimum published count, or null when the table counts no person. */
  threshold: number | null;
  /** `true`: never published outside the demonstration. */
  internal?: boolean;
}

/** The least count that the table publishes in a territory, whose own threshold may be lower (inside a service) or higher; null when it counts no person. */
export const leastPublished = (
  { threshold }: Pick<Table, 'threshold'>,
  { thresholds }: Pick<Territory, 'thresholds'>
): number | null => (threshold === null ? null : (thresholds?.children ?? threshold));
