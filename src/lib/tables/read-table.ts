// Fetches and checks the file of one table, ready to be inserted.
import type { ManifestTable } from '../catalogue/manifest.ts';
import type { Table } from '../catalogue/table.ts';
import { checkStream } from './check-stream.ts';
import { readBytes, type ReadOptions } from './read-bytes.ts';
import { TableError } from './table-error.ts';

/** `entry` is undefined when the data build did not make the table. Throws a TableError, or the signal's reason. */
export async function readTable(
  base: string,
  table: Table,
  entry: ManifestTable | undefined,
  options: ReadOptions
): Promise<Uint8Array> {
  if (!entry) throw new TableError('table-absent', { table: table.name });
  const bytes = await readBytes(`${base}/tables/${table.name}.arrow`, options).catch((cause: unknown) => {
    options.signal?.throwIfAborted();
    throw new TableError('table-unreachable', { table: table.name, cause });
  });
  if (bytes === null) throw new TableError('table-missing', { table: table.name });
  await checkStream(bytes, table, entry);
  return bytes;
}
