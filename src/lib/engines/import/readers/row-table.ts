// A file as it arrives, and as the readers open it: one header and text rows, whatever its container.
import type { Finding } from '../../../model/findings.ts';
import type { PersonalColumn } from '../../../model/source-files.ts';

/** Recognised by the first bytes, never by the name. */
export type Container = 'csv' | 'xlsx' | 'geojson' | 'shapefile' | 'geopackage' | 'parquet';

export interface RowRecord {
  /** 1-based line where the record begins, header counted; number of the feature where rows are features. */
  line: number;
  cells: string[];
  /** GeoJSON geometry, not validated; absent where rows have none. */
  geometry?: unknown;
}

export interface RowTable {
  /** Name of the file, quoted in findings. */
  name: string;
  container: Container;
  header: string[];
  records: RowRecord[];
  /** Records seen after the header, kept or not; blank lines are not records. */
  read: number;
  findings: Finding[];
  /** Some rows have a geometry. */
  drawn: boolean;
  /** Coordinate reference system as named by the file; '' when it is not. */
  crs: string;
  /** Columns of persons, left out already (`withoutPersonal`). */
  personal?: readonly PersonalColumn[];
  /** Whether a value may name a person of a column left out: it is not quoted. */
  hides?: (text: string) => boolean;
  /** The rows are children. */
  ofChildren?: boolean;
  /** An export of the national tool of appointments: five of its columns are left. */
  ofAppointments?: boolean;
  /** Several rows for one school. */
  manyPerSchool?: boolean;
}

/** A typed value as the text of a CSV cell. */
export function rowCellText(value: unknown): string {
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
      return Array.isArray(value) ? value.map(rowCellText).filter(Boolean).join(', ') : '';
  }
}

/** `2025-09-01`, with the time only where there is one. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

export const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
