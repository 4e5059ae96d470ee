// A table as an Arrow IPC stream, the form that the database of the page loads fastest. Columns are laid out without Arrow's builders, which
// make functions of texts: the Content-Security-Policy of the page's worker refuses `eval`.
import {
  Binary,
  Bool,
  Dictionary,
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
  Vector,
  type Data,
  type DataType
} from 'apache-arrow';
import type { Column } from '../../../catalogue/table.ts';
import type { TableCell, FilledTable } from './table-rows.ts';

/** Bitmap, least significant bit first. */
function bits(cells: readonly TableCell[], isSet: (cell: TableCell) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(cells.length / 8));
  cells.forEach((cell, at) => {
    if (isSet(cell)) bytes[at >> 3]! |= 1 << (at & 7);
  });
  return bytes;
}

const encoder = new TextEncoder();

/** Values of variable length: offsets, and bytes one after the other. */
function variable(cells: readonly TableCell[]): { valueOffsets: Int32Array; data: Uint8Array } {
  const pieces = cells.map((cell) =>
    cell === null ? new Uint8Array() : cell instanceof Uint8Array ? cell : encoder.encode(String(cell))
  );
  const valueOffsets = new Int32Array(cells.length + 1);
  pieces.forEach((piece, at) => (valueOffsets[at + 1] = valueOffsets[at]! + piece.length));
  const data = new Uint8Array(valueOffsets[cells.length]!);
  pieces.forEach((piece, at) => data.set(piece, valueOffsets[at]));
  return { valueOffsets, data };
}

/** `at` numbers the dictionary: Arrow's own counter would differ from one build to the next. */
function columnData({ type }: Column, cells: readonly TableCell[], at: number): Data<DataType> {
  const validity = {
    length: cells.length,
    nullCount: cells.filter((cell) => cell === null).length,
    nullBitmap: bits(cells, (cell) => cell !== null)
  };
  const figures = cells.map((cell) => Number(cell ?? 0));
  switch (type) {
    case 'code': {
      const words = [...new Set(cells.filter((cell) => cell !== null))];
      const places = new Map(words.map((word, place) => [word, place]));
      const texts = makeData({ type: new Utf8(), length: words.length, nullCount: 0, ...variable(words) });
      return makeData({
        ...validity,
        type: new Dictionary(new Utf8(), new Int32(), at),
        data: Int32Array.from(cells, (cell) => places.get(cell!) ?? 0),
        dictionary: new Vector([texts])
      });
    }
    case 'int':
      return makeData({ ...validity, type: new Int32(), data: Int32Array.from(figures) });
    case 'float':
      return makeData({ ...validity, type: new Float64(), data: Float64Array.from(figures) });
    case 'bool':
      return makeData({ ...validity, type: new Bool(), data: bits(cells, (cell) => cell === true) });
    case 'wkb':
      return makeData({ ...validity, type: new Binary(), ...variable(cells) });
    case 'text':
    case 'list':
    case 'json':
      return makeData({ ...validity, type: new Utf8(), ...variable(cells) });
  }
}

/** Bytes of the stream; the schema carries `maillage.table` and `maillage.version`. */
export function toArrow({ table, columns, rows }: FilledTable): Uint8Array {
  const children = columns.map(({ column, cells }, at) => columnData(column, cells, at));
  const fields = columns.map(({ column }, at) => new Field(column.name, children[at]!.type, column.nullable));
  const metadata = new Map([
    ['maillage.table', table.name],
    ['maillage.version', String(table.version)]
  ]);
  const schema = new Schema(fields, metadata);
  // The schema alone where there is no row: the database makes an empty table of it.
  if (rows === 0) return tableToIPC(new ArrowTable(schema), 'stream');
  const data = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children });
  return tableToIPC(new ArrowTable([new RecordBatch(schema, data)]), 'stream');
}
