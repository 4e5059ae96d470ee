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
