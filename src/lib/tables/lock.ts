// Settings that lock the engine: no extension at any time, no file access once the tables are loaded.
import type { Connection } from './connection.ts';

/** Run first: a missing extension is then an error, not a request to another host. */
export async function refuseExtensions(connection: Connection): Promise<void> {
  await connection.run('SET autoinstall_known_extensions=false');
  await connection.run('SET autoload_known_extensions=false');
}

/** Run last, before any reader's SQL. Arrow inserts still work afterwards; the lock cannot be removed. */
export async function lock(connection: Connection): Promise<void> {
  await connection.run('SET enable_external_access=false');
  await connection.run('SET lock_configuration=true');
}
