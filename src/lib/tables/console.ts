// Queries written by readers: a single SELECT, limited in rows and seconds, which can be stopped. Nothing else is accepted.
import { tableFromIPC } from 'apache-arrow';
import { cellsOf, columnOf, type ConsoleCell, type ConsoleColumn } from './console-cells.ts';
import { ConsoleError, consoleErrorOf } from './console-error.ts';

export const MOST_ROWS = 1000;
export const MOST_SECONDS = 10;

/** The console's own connection, whose query can be stopped. */
export interface ConsoleConnection {
  /** Plans the statement without running it; refuses several statements. */
  check(text: string): Promise<void>;
  /** Runs the statement until its end or the signal; the result is an Arrow stream in parts. */
  send(text: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}

export interface ConsoleResult {
  columns: ConsoleColumn[];
  rows: ConsoleCell[][];
  /** The result has more rows than the limit. */
  more: boolean;
  milliseconds: number;
}

/** The query without its last semicolon; null when blank. */
function withoutSemicolon(text: string): string | null {
  const bare = text.trim().replace(/;\s*$/, '').trim();
  return bare === '' ? null : bare;
}

/**
 * Wraps the query as a subquery. The grammar then refuses all but a single SELECT, since only a query may be parenthesised, and the
 * engine prepares one statement at a time. The line break ends a comment on the last line.
 */
const asSubquery = (text: string): string => `SELECT * FROM (\n${text}\n) LIMIT ${MOST_ROWS + 1}`;

/** @throws {ConsoleError} */
export async function runConsoleQuery(
  connection: ConsoleConnection,
  text: string,
  { signal }: { signal: AbortSignal }
): Promise<ConsoleResult> {
  const query = withoutSemicolon(text);
  if (query === null) throw new ConsoleError('empty', '');
  const started = performance.now();
  try {
    await connection.check(asSubquery(query));
    signal.throwIfAborted();
    const pieces: Uint8Array[] = [];
    for await (const piece of await connection.send(asSubquery(query), signal)) pieces.push(piece);
    const table = tableFromIPC(pieces);
    const columns = table.schema.fields.map(columnOf);
    const rows = table.batches.flatMap((batch) => cellsOf(batch, columns));
    return {
      columns,
      rows: rows.slice(0, MOST_ROWS),
      more: rows.length > MOST_ROWS,
      milliseconds: performance.now() - started
    };
  } catch (cause) {
    if (signal.aborted) throw new ConsoleError(signal.reason === 'time' ? 'time' : 'stopped', '', { cause });
    throw consoleErrorOf(cause, query);
  }
}
