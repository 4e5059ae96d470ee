// Columns with the value of each for a row, and tables made of rows and columns.
import type { Geometry, Point } from 'geojson';
import type { CsvCell } from './csv.ts';
import type { ExportColumn, ExportTable } from './table.ts';

export interface RowColumn<Row> extends ExportColumn {
  value: (row: Row) => CsvCell;
}

export const textColumn = <Row>(title: string, value: RowColumn<Row>['value']): RowColumn<Row> => ({
  title,
  type: 'text',
  value
});

export const numberColumn = <Row>(title: string, value: RowColumn<Row>['value']): RowColumn<Row> => ({
  title,
  type: 'number',
  value
});

/**
 * @param name file name without its extension, also name of the sheet
 * @param shapeOf geometry of a row; without it the table has none
 */
export function tableOf<Row>(
  { name, title }: { name: string; title: string },
  rows: readonly Row[],
  columns: readonly RowColumn<Row>[],
  shapeOf?: (row: Row) => Geometry | null
): ExportTable {
  return {
    name,
    title,
    columns: columns.map(({ title: head, type }) => ({ title: head, type })),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
    ...(shapeOf ? { geometry: rows.map(shapeOf) } : {})
  };
}

/** Degrees WGS84; null without a position. */
export const pointAt = (lon: number | null | undefined, lat: number | null | undefined): Point | null =>
  lon == null || lat == null ? null : { type: 'Point', coordinates: [lon, lat] };

/** Figures are rounded as displayed. */
export const rounded = (value: number | null, digits = 1): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.round(value * 10 ** digits) / 10 ** digits;
