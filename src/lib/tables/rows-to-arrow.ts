// Rows of a dropped file as the Arrow stream of their table: the form in which the site's own tables arrive.
import {
  Binary,
  Bool,
  Dictionary,
  Field,
  Float64,
  Int32,
  Schema,
  Table as ArrowTable,
  tableToIPC,
  Utf8,
  vectorFromArray,
  type DataType
} from 'apache-arrow';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Column, Table } from '../catalogue/table.ts';
import { toWkb } from '../model/wkb.ts';

function typeOf({ type }: Column): DataType {
  switch (type) {
    case 'code':
      return new Dictionary(new Utf8(), new Int32());
    case 'int':
      return new Int32();
    case 'float':
      return new Float64();
    case 'bool':
      return new Bool();
    case 'wkb':
      return new Binary();
    default:
      return new Utf8();
  }
}

function cellOf({ type }: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'wkb') return toWkb(value as Polygon | MultiPolygon);
  if (type === 'list' || type === 'json') return JSON.stringify(value);
  return type === 'int' ? Math.round(value as number) : value;
}

export function rowsToArrow(table: Table, rows: readonly object[]): Uint8Array {
  const fields = table.columns.map((column) => new Field(column.name, typeOf(column), true));
  const metadata = new Map([
    ['maillage.table', table.name],
    ['maillage.version', String(table.version)]
  ]);
  const schema = new Schema(fields, metadata);
  // Arrow refuses columns of no row beside a schema, and takes the schema alone.
  if (rows.length === 0) return tableToIPC(new ArrowTable(schema), 'stream');
  const vectors = fields.map((field, at) => {
    const column = table.columns[at] as Column;
    const cells = rows.map((row) => cellOf(column, (row as Record<string, unknown>)[column.name]));
    return [field.name, vectorFromArray(cells, field.type)] as const;
  });
  return tableToIPC(new ArrowTable(schema, Object.fromEntries(vectors)), 'stream');
}
