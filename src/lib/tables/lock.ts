// What the engine may never do: fetch an extension at any time, reach a file once the tables are in.
import type { Connection } from './connection.ts';

/** First statements of all: an absent extension is then an error, not a request to another host. */
export async function refuseExtensions(connection: Connection): Promise<void> {
  await connection.run('SET autoinstall_known_extensions=false');
  await connection.run('SET autoload_known_extensions=false');
}

/** Last statements before anybody's SQL. Arrow inserts still work afterwards; nothing can be unlocked. */
export async function lock(connection: Connection): Promise<void> {
  await connection.run('SET enable_external_access=false');
  await connection.run('SET lock_configuration=true');
}
