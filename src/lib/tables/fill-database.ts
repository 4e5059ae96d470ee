// Opens a locked database from an engine: the same steps in a page and in Node.
import { TABLES } from '../catalogue/tables.ts';
import type { Connection } from './connection.ts';
import { Database, type RetryOptions } from './database.ts';
import { fetchTables, insertTables, type Loaded, type LoadOutcome, type TableFiles } from './load-tables.ts';
import { lock, refuseExtensions } from './lock.ts';
import { readManifest } from './read-manifest.ts';

type FillOptions = Omit<TableFiles, 'manifest'>;

/**
 * Reads manifest and tables while the engine boots, inserts what is sound, then locks the engine.
 * Throws the TableError of the engine or of the manifest; errors of a table are in `problems`.
 */
export async function fillDatabase(booting: Promise<Connection>, options: FillOptions): Promise<Database> {
  const reading = readManifest(options.base, options).then(async (manifest) => ({
    manifest,
    fetched: await fetchTables(TABLES, { ...options, manifest })
  }));
  const [connection, { manifest, fetched }] = await Promise.all([booting, reading]);
  await refuseExtensions(connection);
  const inserted = await insertTables(connection, fetched.done);
  await lock(connection);
  options.signal?.throwIfAborted();

  const load = async (names: readonly string[], retry: RetryOptions): Promise<LoadOutcome<Loaded>> => {
    const tables = TABLES.filter((table) => names.includes(table.name));
    const again = await fetchTables(tables, { ...options, ...retry, manifest });
    return merge(again.problems, await insertTables(connection, again.done));
  };
  return new Database(connection, manifest, merge(fetched.problems, inserted), load);
}

function merge(
  problems: LoadOutcome<Loaded>['problems'],
  inserted: LoadOutcome<Loaded>
): LoadOutcome<Loaded> {
  return { done: inserted.done, problems: [...problems, ...inserted.problems] };
}
