// A file of any kind, opened: one header, one row form. What the importers read, whatever the file was.
import type { Finding } from '../../../model/findings.ts';

/** How a file is written; recognised by its first bytes, never by its name. */
export const CONTAINERS = ['csv', 'xlsx', 'geojson', 'shapefile', 'parquet'] as const;
export type Container = (typeof CONTAINERS)[number];

export interface RowRecord {
  /** 1-based line where the record begins, header counted; number of the feature where rows are features. */
  line: number;
  cells: string[];
  /** As the file gives it, in GeoJSON's words; absent where rows hold none. */
  geometry?: unknown;
}

export interface RowTable {
  /** Name of the file, to be quoted in remarks. */
  name: string;
  container: Container;
  header: string[];
  records: RowRecord[];
  /** Records seen after the header, kept or not; blank lines are not records. */
  read: number;
  findings: Finding[];
  /** Some of the rows come with a geometry. */
  drawn: boolean;
  /** Reference of the coordinates as the file names it; '' when it does not. */
  crs: string;
}

/** A value of a typed file as the text that a CSV would hold. */
export function cellText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.trim();
    case 'number':
      return Number.isFinite(value) ? String(value) : '';
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      if (value instanceof Date) return dateText(value);
      return Array.isArray(value) ? value.map(cellText).filter(Boolean).join(', ') : '';
  }
}

/** `2025-09-01`, with the time only where there is one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

export const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
