// The site's tables behind one query interface.
import type { Manifest } from '../catalogue/manifest.ts';
import type { Connection } from './connection.ts';
import { runConsoleQuery, type ConsoleResult, type ConsoleConnection } from './console.ts';
import type { Loaded, LoadOutcome } from './load-tables.ts';
import type { OnProgress } from './progress.ts';
import type { Query, Sql } from './sql.ts';
import type { TableError } from './table-error.ts';

export interface RetryOptions {
  signal?: AbortSignal;
  onProgress?: OnProgress;
}

/** Loads the named tables into the connection of the database. */
type LoadTables = (names: readonly string[], options: RetryOptions) => Promise<LoadOutcome<Loaded>>;

/** A failed query, by its name. `cause` is the engine's own error, or a TableError when the engine has crashed. */
export class QueryError extends Error {
  readonly query: string;
  readonly sql: Sql;

  constructor(query: string, sql: Sql, cause: unknown) {
    super(`query ${query}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'QueryError';
    this.query = query;
    this.sql = sql;
  }
}

export class Database {
  readonly manifest: Manifest;
  /** Tables that can be queried. */
  tables: readonly Loaded[] = [];
  /** Tables that could not be loaded, and why. */
  problems: readonly TableError[] = [];
  readonly #connection: Connection;
  readonly #load: LoadTables;
  #console: Promise<ConsoleConnection> | null = null;

  constructor(connection: Connection, manifest: Manifest, outcome: LoadOutcome<Loaded>, load: LoadTables) {
    this.manifest = manifest;
    this.#connection = connection;
    this.#load = load;
    this.#keep(outcome);
  }

  /** Rows of the result, as plain objects. Throws a QueryError. */
  async query<Row>({ name, sql }: Query<Row>): Promise<Row[]> {
    try {
      const table = await this.#connection.run(sql.text, sql.values);
      return table.toArray().map((row) => (row as { toJSON(): Row }).toJSON());
    } catch (cause) {
      throw new QueryError(name, sql, cause);
    }
  }

  /** Runs a reader's own query; see console.ts. Throws a ConsoleError. */
  async queryConsole(text: string, options: { signal: AbortSignal }): Promise<ConsoleResult> {
    this.#console ??= this.#connection.openConsole();
    return runConsoleQuery(await this.#console, text, options);
  }

  /** Tries again to load the tables that failed. */
  async retry(options: RetryOptions = {}): Promise<void> {
    const names = this.problems.flatMap(({ table }) => table ?? []);
    this.#keep(await this.#load(names, options));
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  #keep({ done, problems }: LoadOutcome<Loaded>): void {
    this.tables = [...this.tables, ...done];
    this.problems = problems;
  }
}
