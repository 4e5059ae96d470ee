// Tables as Parquet files, written by DuckDB on one thread so that their bytes do not depend on the machine's cores.
import { DuckDBInstance, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';
import type { Column } from '../../src/lib/catalogue/table.ts';
import type { Cell, FilledTable } from './table-rows.ts';

const SQL_TYPE = {
  text: 'VARCHAR',
  code: 'VARCHAR',
  list: 'VARCHAR',
  json: 'VARCHAR',
  int: 'INTEGER',
  float: 'DOUBLE',
  bool: 'BOOLEAN',
  wkb: 'BLOB'
} as const;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function append(appender: DuckDBAppender, { type }: Column, value: Cell): void {
  if (value === null) appender.appendNull();
  else if (value instanceof Uint8Array) appender.appendBlob(value);
  else if (typeof value === 'boolean') appender.appendBoolean(value);
  else if (typeof value === 'string') appender.appendVarchar(value);
  else if (type === 'int') appender.appendInteger(value);
  else appender.appendDouble(value);
}

async function writeOne(connection: DuckDBConnection, filled: FilledTable, path: string): Promise<void> {
  const { table, columns, rows } = filled;
  const definition = columns.map(({ column }) => {
    return `${quoted(column.name)} ${SQL_TYPE[column.type]}${column.nullable ? '' : ' NOT NULL'}`;
  });
  await connection.run(`CREATE TABLE ${quoted(table.name)} (${definition.join(', ')})`);
  const appender = await connection.createAppender(table.name);
  for (let row = 0; row < rows; row += 1) {
    for (const { column, cells } of columns) append(appender, column, cells[row] ?? null);
    appender.endRow();
  }
  appender.closeSync();
  const target = path.replaceAll("'", "''");
  await connection.run(`COPY ${quoted(table.name)} TO '${target}' (FORMAT parquet, COMPRESSION zstd)`);
}

/** Writes one file a table, at the path that `pathOf` gives. */
export async function writeParquet(
  tables: readonly FilledTable[],
  pathOf: (name: string) => string
): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    for (const filled of tables) await writeOne(connection, filled, pathOf(filled.table.name));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
