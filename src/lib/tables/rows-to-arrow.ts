// Rows of a reader's file as an Arrow stream. Columns are laid out without Arrow's builders, which create functions
// from strings: the page's Content-Security-Policy refuses `eval`.
import {
  Binary,
  Bool,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableToIPC,
  Utf8,
  type Data,
  type DataType
} from 'apache-arrow';
import type { MultiPolygon, Polygon } from 'geojson';
import type { Column, Table } from '../catalogue/table.ts';
import { toWkb } from '../model/wkb.ts';

const isAbsent = (cell: unknown): boolean => cell === null || cell === undefined;

/** Bitmap, least significant bit first. */
function bits(cells: readonly unknown[], isSet: (cell: unknown) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(cells.length / 8));
  cells.forEach((cell, at) => {
    if (isSet(cell)) bytes[at >> 3]! |= 1 << (at & 7);
  });
  return bytes;
}

function bytesOf({ type }: Column, cell: unknown): Uint8Array {
  if (isAbsent(cell)) return new Uint8Array();
  if (type === 'wkb') return toWkb(cell as Polygon | MultiPolygon);
  const text = type === 'list' || type === 'json' ? JSON.stringify(cell) : String(cell);
  return new TextEncoder().encode(text);
}

/** Values of variable length: offsets, and concatenated bytes. */
function variable(column: Column, cells: readonly unknown[]): { valueOffsets: Int32Array; data: Uint8Array } {
  const pieces = cells.map((cell) => bytesOf(column, cell));
  const valueOffsets = new Int32Array(cells.length + 1);
  pieces.forEach((piece, at) => (valueOffsets[at + 1] = valueOffsets[at]! + piece.length));
  const data = new Uint8Array(valueOffsets[cells.length]!);
  pieces.forEach((piece, at) => data.set(piece, valueOffsets[at]));
  return { valueOffsets, data };
}

function columnData(column: Column, cells: readonly unknown[]): Data<DataType> {
  const validity = {
    length: cells.length,
    nullCount: cells.filter(isAbsent).length,
    nullBitmap: bits(cells, (cell) => !isAbsent(cell))
  };
  const figures = cells.map((cell) => Number(cell ?? 0));
  switch (column.type) {
    case 'int':
      return makeData({ ...validity, type: new Int32(), data: Int32Array.from(figures, Math.round) });
    case 'float':
      return makeData({ ...validity, type: new Float64(), data: Float64Array.from(figures) });
    case 'bool':
      return makeData({ ...validity, type: new Bool(), data: bits(cells, (cell) => cell === true) });
    case 'wkb':
      return makeData({ ...validity, type: new Binary(), ...variable(column, cells) });
    default:
      return makeData({ ...validity, type: new Utf8(), ...variable(column, cells) });
  }
}

export function rowsToArrow(table: Table, rows: readonly object[]): Uint8Array {
  const children = table.columns.map((column) =>
    columnData(
      column,
      rows.map((row) => (row as Record<string, unknown>)[column.name])
    )
  );
  const fields = table.columns.map(({ name }, at) => new Field(name, children[at]!.type, true));
  const metadata = new Map([
    ['maillage.table', table.name],
    ['maillage.version', String(table.version)]
  ]);
  // One batch even without rows: the engine refuses a stream without any.
  const data = makeData({ type: new Struct(fields), length: rows.length, nullCount: 0, children });
  return tableToIPC(new ArrowTable([new RecordBatch(new Schema(fields, metadata), data)]), 'stream');
}
