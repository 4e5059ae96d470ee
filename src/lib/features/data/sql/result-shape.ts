// Form of a SQL result: protected cells, chart, geometries, cell formats.
import type { Geometry } from 'geojson';
import { PROTECTED, type CsvCell } from '$lib/export/csv';
import type { ExportTable } from '$lib/export/table';
import { decimal, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { ConsoleResult } from '$lib/tables/console';
import type { ConsoleCell } from '$lib/tables/console-cells';
import { fromWkb } from '$lib/algorithms/wkb';
import type { ResultChart } from './result-chart';

const CUBE = /\bpathways_cube\b/i;
const SUMMED =
  /\b(sum|avg|mean|median|min|max|stddev\w*|quantile\w*)\s*\([^)]*\b(children|families|visits)\b/i;
/** Figures of other tables that may be null because unknown: not protected ones. */
const UNKNOWN = /^(population|area_ha|pupils|eleves|ips|lon|lat)$/i;
const TIME = /^\d{4}(-\d{2}(-\d{2})?|-\d{4})?$/;
const MOST_BARS = 40;

/** Sums counts of children, from which protected ones are missing. */
export const sumsProtected = (query: string): boolean => CUBE.test(query) && SUMMED.test(query);

/** Marks the null figures of the cube as protected: they are null for no other reason. */
export function shownCells(
  { columns, rows }: ConsoleResult,
  query: string
): (ConsoleCell | typeof PROTECTED)[][] {
  if (!CUBE.test(query)) return rows;
  return rows.map((row) =>
    row.map((cell, at) => {
      const column = columns[at];
      return cell === null && column?.kind === 'number' && !UNKNOWN.test(column.name) ? PROTECTED : cell;
    })
  );
}

const exported = (cell: ConsoleCell | typeof PROTECTED): CsvCell =>
  cell instanceof Uint8Array ? hex(cell) : cell;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The result as a table to download. */
export function resultTable(result: ConsoleResult, query: string, name: string): ExportTable {
  return {
    name,
    title: name,
    columns: result.columns.map(({ name: title, kind }) => ({
      title,
      type: kind === 'number' ? 'number' : kind === 'date' ? 'date' : 'text'
    })),
    rows: shownCells(result, query).map((row) => row.map(exported)),
    ...geometryOf(result)
  };
}

/** The geometry of each row: its own, or a point where it has a position. */
function geometryOf({ columns, rows }: ConsoleResult): Pick<ExportTable, 'geometry'> {
  const drawn = columns.findIndex(({ kind }) => kind === 'geometry');
  const at = (name: RegExp) =>
    columns.findIndex((column) => column.kind === 'number' && name.test(column.name));
  const [lon, lat] = [at(/^(lon|longitude)$/i), at(/^(lat|latitude)$/i)];
  if (drawn < 0 && (lon < 0 || lat < 0)) return {};
  return {
    geometry: rows.map((row): Geometry | null => {
      const own = row[drawn];
      if (own instanceof Uint8Array) return fromWkb(own);
      const [x, y] = [row[lon], row[lat]];
      return typeof x === 'number' && typeof y === 'number' ? { type: 'Point', coordinates: [x, y] } : null;
    })
  };
}

/** A line where the first column is years or months, bars where it is names; null where no chart fits. */
export function resultChart({ columns, rows }: ConsoleResult): ResultChart | null {
  const category = columns.findIndex(({ kind }) => kind === 'text' || kind === 'date');
  const value = columns.findIndex(({ name, kind }) => kind === 'number' && !/^(lon|lat)$/i.test(name));
  if (category < 0 || value < 0 || rows.length < 2) return null;
  const points = rows.flatMap((row) => {
    const [name, figure] = [row[category], row[value]];
    return typeof figure === 'number' && name !== null ? [{ category: String(name), value: figure }] : [];
  });
  if (points.length < 2 || new Set(points.map((point) => point.category)).size < points.length) return null;
  const time = points.every((point) => TIME.test(point.category));
  return {
    kind: time ? 'line' : 'bar',
    category: columns[category]?.name ?? '',
    value: columns[value]?.name ?? '',
    points: time
      ? [...points].sort((a, b) => (a.category < b.category ? -1 : 1))
      : points.slice(0, MOST_BARS),
    total: points.length
  };
}

type Shown = ConsoleCell | typeof PROTECTED;

/** Sort key of a value; null for what has no order. */
export function sortValue(cell: Shown): number | string | null {
  if (typeof cell === 'boolean') return Number(cell);
  return typeof cell === 'number' || typeof cell === 'string' ? cell : null;
}

/** Formats a cell. Years and codes stay as they are: only large or decimal numbers are formatted. */
export function resultCellWords(cell: ConsoleCell): string {
  if (cell === null) return '–';
  if (cell instanceof Uint8Array) return m.catalogue_sql_geometry();
  if (typeof cell === 'boolean') return cell ? m.catalogue_yes() : m.catalogue_no();
  if (typeof cell === 'string') return cell;
  if (Number.isInteger(cell)) return Math.abs(cell) < 10_000 ? String(cell) : integer(cell);
  return decimal(cell, Math.abs(cell) < 10 ? 3 : 1);
}

/** Whether the rows can be exported as GeoJSON. */
export const hasGeometry = (result: ConsoleResult): boolean => geometryOf(result).geometry !== undefined;
