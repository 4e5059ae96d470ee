// Interface of the engine for the loader and the queries: DuckDB in a worker in the page, Node's in tests.
import type { Table } from 'apache-arrow';
import type { ConsoleConnection } from './console.ts';
import type { SqlValue } from './sql.ts';

export interface Connection {
  /** Runs one statement or several without values; with values, one statement, prepared. */
  run(text: string, values?: readonly SqlValue[]): Promise<Table>;
  /** Creates a table from an Arrow IPC stream. The bytes are transferred and must not be used again. */
  insert(table: string, stream: Uint8Array): Promise<void>;
  /** Opens a second connection, for queries written by readers. */
  openConsole(): Promise<ConsoleConnection>;
  close(): Promise<void>;
}

/** Options to open the engine: sums as numbers rather than 128-bit objects, decimals with their scale. */
export const OPEN_CONFIG = { query: { castBigIntToDouble: true, castDecimalToDouble: true } };

interface Statement {
  query(...values: SqlValue[]): Table | Promise<Table>;
}

/** What the browser's connection and Node's have in common, but for waiting. */
interface Preparer {
  query(text: string): Table | Promise<Table>;
  prepare(text: string): Statement | Promise<Statement>;
}

/**
 * Runs statements, preparing once those with values: planning them takes longer than running them. Texts with values come from the
 * site's own queries, so that the statements kept are few.
 */
export function runPrepared(connection: Preparer): Connection['run'] {
  const statements = new Map<string, Promise<Statement>>();
  const prepare = (text: string): Promise<Statement> => {
    const statement = Promise.resolve().then(() => connection.prepare(text));
    statements.set(text, statement);
    statement.catch(() => statements.delete(text));
    return statement;
  };
  return async (text, values = []) => {
    if (values.length === 0) return connection.query(text);
    const statement = await (statements.get(text) ?? prepare(text));
    return statement.query(...values);
  };
}
