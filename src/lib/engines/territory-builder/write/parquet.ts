// A table as a Parquet file.
import { gzipSync } from 'fflate';
import { parquetWriteBuffer, type BasicType } from 'hyparquet-writer';
import type { Column } from '../../../catalogue/table.ts';
import type { FilledTable } from './table-rows.ts';

const TYPES = {
  text: 'STRING',
  code: 'STRING',
  list: 'STRING',
  json: 'STRING',
  int: 'INT32',
  float: 'DOUBLE',
  bool: 'BOOLEAN',
  wkb: 'BYTE_ARRAY'
} as const satisfies Record<Column['type'], BasicType>;

/** The same rows give the same bytes, in the shell and in a browser. */
export function toParquet({ columns }: FilledTable): Uint8Array {
  const columnData = columns.map(({ column, cells }) => ({
    name: column.name,
    type: TYPES[column.type],
    data: cells,
    nullable: column.nullable ?? false
  }));
  const compressors = { GZIP: (bytes: Uint8Array) => gzipSync(bytes, { mtime: 0 }) };
  return new Uint8Array(
    parquetWriteBuffer({ columnData, codec: 'GZIP', compressors, createdBy: 'Maillage' })
  );
}
