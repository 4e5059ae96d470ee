// Loads the catalogue's tables into a connection, and reports those that fail.
import type { Manifest, ManifestTable } from '../catalogue/manifest.ts';
import type { ColumnType, Table } from '../catalogue/table.ts';
import { checkStream } from './check-stream.ts';
import type { Connection } from './connection.ts';
import type { OnProgress } from './progress.ts';
import { readBytes, type Fetch, type ByteOptions } from './read-bytes.ts';
import { asTableError, TableError } from './table-error.ts';

export interface TableFiles {
  fetch: Fetch;
  /** Address of the site without a final slash; `${base}/tables/…` is read. */
  base: string;
  manifest: Manifest;
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}

export interface Fetched {
  table: Table;
  rows: number;
  stream: Uint8Array;
}

export interface Loaded {
  name: string;
  rows: number;
}

/** Loaded tables, and the others with their errors. */
export interface LoadOutcome<Item> {
  done: Item[];
  problems: TableError[];
}

/**
 * Fetches and checks every table in parallel; one bad file does not stop the others. A table that is never published outside the
 * demonstration is not reported as missing elsewhere.
 */
export async function fetchTables(
  tables: readonly Table[],
  files: TableFiles
): Promise<LoadOutcome<Fetched>> {
  const { fetch, base, manifest, signal, onProgress } = files;
  const entries = new Map(manifest.tables.map((entry) => [entry.name, entry]));
  const made = tables.filter(({ name, internal }) => !internal || entries.has(name));
  const total = made.reduce((sum, table) => sum + (entries.get(table.name)?.bytes ?? 0), 0);
  let loaded = 0;
  const onBytes = (count: number): void => {
    loaded += count;
    onProgress?.({ stage: 'tables', loaded, total });
  };
  return settle(made, async (table) => {
    const entry = entries.get(table.name);
    const stream = await readTable(base, table, entry, { fetch, signal, onBytes });
    return { table, rows: entry?.rows ?? 0, stream };
  });
}

const SQL_TYPES: Record<ColumnType, string> = {
  text: 'VARCHAR',
  list: 'VARCHAR',
  json: 'VARCHAR',
  code: 'VARCHAR',
  int: 'INTEGER',
  float: 'DOUBLE',
  bool: 'BOOLEAN',
  wkb: 'BLOB'
};

/** The engine refuses a stream without rows: an empty table is created by SQL instead. */
const emptyTable = ({ name, columns }: Table): string =>
  `CREATE TABLE "${name}" (${columns.map((column) => `"${column.name}" ${SQL_TYPES[column.type]}`).join(', ')})`;

/** Inserts fetched tables one by one. A table that the engine refuses is dropped as a whole. */
export async function insertTables(
  connection: Connection,
  fetched: readonly Fetched[]
): Promise<LoadOutcome<Loaded>> {
  const outcome: LoadOutcome<Loaded> = { done: [], problems: [] };
  for (const { table, rows, stream } of fetched) {
    const { name } = table;
    try {
      if (rows > 0) await connection.insert(name, stream);
      else await connection.run(emptyTable(table));
      outcome.done.push({ name, rows });
    } catch (cause) {
      const problem = asTableError(cause, 'table-rejected', name);
      if (problem.code === 'out-of-memory' || problem.table !== name) throw problem;
      outcome.problems.push(problem);
      await connection.run(`DROP TABLE IF EXISTS "${name}"`);
    }
  }
  return outcome;
}

async function settle<In, Out>(
  items: readonly In[],
  task: (item: In) => Promise<Out>
): Promise<LoadOutcome<Out>> {
  const outcome: LoadOutcome<Out> = { done: [], problems: [] };
  for (const result of await Promise.allSettled(items.map(task))) {
    if (result.status === 'fulfilled') outcome.done.push(result.value);
    else if (result.reason instanceof TableError) outcome.problems.push(result.reason);
    else throw result.reason;
  }
  return outcome;
}

/** Fetches and checks the file of one table. `entry` is undefined when the data build did not make the table. Throws a TableError, or the signal's reason. */
async function readTable(
  base: string,
  table: Table,
  entry: ManifestTable | undefined,
  options: ByteOptions
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
