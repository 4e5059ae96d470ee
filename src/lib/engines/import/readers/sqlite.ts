// Files of SQLite, read by SQLite itself (WebAssembly), loaded when such a file is met: GeoPackage and Grist documents are both.
import { UnusableInput } from '../../../model/findings.ts';
import type { SourceFile } from '../../../model/source-files.ts';

export type SqlCell = number | string | Uint8Array | null;

export interface SqlTable {
  columns: string[];
  rows: SqlCell[][];
}

/** What is read of an open file; never beyond the limit of cells. */
export interface SqliteFile {
  /** Names of its tables. */
  tables: readonly string[];
  /** A table whole, in the order of its rows; empty where the file has none of this name. */
  read(table: string): SqlTable;
}

/** Cells beyond which a table is refused. */
const MOST_CELLS = 20_000_000;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Opens a file and hands it to `use`, then closes it.
 * @throws UnusableInput `damaged-database` when it is damaged, has a password, or holds too many cells; whatever `use` throws
 */
export async function withSqlite<Result>(
  { name: file, bytes }: SourceFile,
  use: (file: SqliteFile) => Result
): Promise<Result> {
  const damaged = (cause?: unknown) =>
    new UnusableInput({ code: 'damaged-database', severity: 'dropped', file }, { cause });
  const { default: init } = await import('sql.js/dist/sql-wasm-inline.js');
  // A new engine for each file: a damaged one may leave its memory damaged.
  const { Database } = await init();
  const attempt = <Value>(read: () => Value): Value => {
    try {
      return read();
    } catch (cause) {
      throw cause instanceof UnusableInput ? cause : damaged(cause);
    }
  };
  const database = attempt(() => new Database(bytes));
  const read = (table: string): SqlTable => {
    const statement = database.prepare(`SELECT * FROM ${quoted(table)}`);
    const columns = statement.getColumnNames();
    const rows: SqlCell[][] = [];
    while (statement.step()) {
      rows.push(statement.get());
      if (rows.length * columns.length > MOST_CELLS) throw damaged();
    }
    statement.free();
    return { columns, rows };
  };
  return attempt(() => {
    const [list] = database.exec("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid");
    const tables = (list?.values ?? []).map(([name]) => String(name));
    const result = use({
      tables,
      read: (table) => (tables.includes(table) ? read(table) : { columns: [], rows: [] })
    });
    database.close();
    return result;
  });
}

/** A row by the names of its columns. */
export const namedRows = ({ columns, rows }: SqlTable): Record<string, SqlCell>[] =>
  rows.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null])));
