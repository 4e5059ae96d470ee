// Parquet and GeoParquet: rows as text, with the geometry of the column that holds one.
import { UnusableInput } from '../../../model/findings.ts';
import { isRecord } from '../../../model/documents/json.ts';
import { rowCellText, type RowTable } from './row-table.ts';
import type { SourceFile } from '../../../model/source-files.ts';

const TAIL = 'PAR1';

const isGeometry = (value: unknown) =>
  isRecord(value) && typeof value.type === 'string' && Array.isArray(value.coordinates);

/**
 * Reads a Parquet file, whatever its compression.
 * @throws UnusableInput `truncated-parquet`, `damaged-parquet`, `no-row`
 */
export async function readParquet({ name: file, bytes }: SourceFile): Promise<RowTable> {
  const refusal = (code: string, cause?: unknown) =>
    new UnusableInput({ code, severity: 'dropped', file }, { cause });
  const tail = String.fromCharCode(...bytes.subarray(-TAIL.length));
  if (tail !== TAIL || bytes.length < 2 * TAIL.length) throw refusal('truncated-parquet');
  const [{ parquetReadObjects }, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors')
  ]);
  let rows: Record<string, unknown>[];
  try {
    const buffer = bytes.slice().buffer;
    rows = await parquetReadObjects({ file: buffer, compressors });
  } catch (cause) {
    throw refusal('damaged-parquet', cause);
  }
  if (rows.length === 0) throw refusal('no-row');
  const columns = Object.keys(rows[0]!);
  const geometryColumn = columns.find((name) => rows.some((row) => isGeometry(row[name])));
  const header = columns.filter((name) => name !== geometryColumn);
  const records = rows.map((row, index) => ({
    line: index + 1,
    cells: header.map((name) => rowCellText(row[name])),
    ...(geometryColumn !== undefined && { geometry: row[geometryColumn] })
  }));
  const drawn = geometryColumn !== undefined;
  return {
    name: file,
    container: 'parquet',
    header,
    records,
    read: rows.length,
    findings: [],
    drawn,
    crs: ''
  };
}
