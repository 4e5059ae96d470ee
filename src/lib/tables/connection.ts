// What the loader and the queries need of an engine. The page gives a worker's, the tests give Node's.
import type { Table } from 'apache-arrow';
import type { ConsoleConnection } from './console.ts';
import type { SqlValue } from './sql.ts';

export interface Connection {
  /** Runs one statement or several without values; with values, one statement, prepared. */
  run(text: string, values?: readonly SqlValue[]): Promise<Table>;
  /** Makes a table from an Arrow IPC stream. The bytes are handed over and must not be used again. */
  insert(table: string, stream: Uint8Array): Promise<void>;
  /** A second way in, for questions that people write. */
  openConsole(): Promise<ConsoleConnection>;
  close(): Promise<void>;
}

/** Sums come back as numbers, not as 128-bit objects, and decimals keep their scale. */
export const OPEN_CONFIG = { query: { castBigIntToDouble: true, castDecimalToDouble: true } };
