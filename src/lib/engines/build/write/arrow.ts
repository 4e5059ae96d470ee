// A table as an Arrow IPC stream, the form that the database of the page loads fastest.
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
import type { Column } from '../../../catalogue/table.ts';
import type { FilledTable } from './table-rows.ts';

/** `at` numbers the dictionary: Arrow's own counter would differ from one build to the next. */
function typeOf(column: Column, at: number): DataType {
  switch (column.type) {
    case 'code':
      return new Dictionary(new Utf8(), new Int32(), at);
    case 'text':
    case 'list':
    case 'json':
      return new Utf8();
    case 'int':
      return new Int32();
    case 'float':
      return new Float64();
    case 'bool':
      return new Bool();
    case 'wkb':
      return new Binary();
  }
}

/** Bytes of the stream; the schema carries `maillage.table` and `maillage.version`. */
export function toArrow({ table, columns }: FilledTable): Uint8Array {
  const fields = columns.map(({ column }, at) => new Field(column.name, typeOf(column, at), column.nullable));
  const metadata = new Map([
    ['maillage.table', table.name],
    ['maillage.version', String(table.version)]
  ]);
  const schema = new Schema(fields, metadata);
  // Arrow refuses columns of no row beside a schema, and takes the schema alone.
  if (columns.every(({ cells }) => cells.length === 0)) return tableToIPC(new ArrowTable(schema), 'stream');
  const vectors = fields.map((field, at) => [
    field.name,
    vectorFromArray(columns[at]?.cells ?? [], field.type)
  ]);
  return tableToIPC(new ArrowTable(schema, Object.fromEntries(vectors)), 'stream');
}
