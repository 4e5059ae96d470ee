// Conversion of Arrow cells to plain values, for tables, charts and files.
import { DataType, type Field, type RecordBatch } from 'apache-arrow';

type ConsoleKind = 'text' | 'number' | 'bool' | 'date' | 'geometry';

export interface ConsoleColumn {
  name: string;
  kind: ConsoleKind;
}

export type ConsoleCell = string | number | boolean | Uint8Array | null;

export function columnOf({ name, type }: Field): ConsoleColumn {
  if (DataType.isBool(type)) return { name, kind: 'bool' };
  if (DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type)) {
    return { name, kind: 'number' };
  }
  if (DataType.isDate(type) || DataType.isTimestamp(type)) return { name, kind: 'date' };
  if (DataType.isBinary(type)) return { name, kind: 'geometry' };
  return { name, kind: 'text' };
}

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

function cellOf(value: unknown, kind: ConsoleKind): ConsoleCell {
  if (value === null || value === undefined) return null;
  if (kind === 'number') return Number(value);
  if (kind === 'bool') return value === true;
  if (kind === 'geometry') return value instanceof Uint8Array ? value.slice() : null;
  if (kind === 'date') {
    const date = new Date(Number(value));
    if (Number.isNaN(date.getTime())) return null;
    const iso = date.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value, plain);
}

export function cellsOf(batch: RecordBatch, columns: readonly ConsoleColumn[]): ConsoleCell[][] {
  const vectors = columns.map((_, at) => batch.getChildAt(at));
  return Array.from({ length: batch.numRows }, (_, row) =>
    columns.map(({ kind }, at) => cellOf(vectors[at]?.get(row), kind))
  );
}
