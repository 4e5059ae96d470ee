// Behind a figure of a page: its table, SQL that anyone can read, and the same query run on the database.
import { tableNamed } from '$lib/catalogue/tables.ts';
import type { Table } from '$lib/catalogue/table.ts';
import type { Query } from '$lib/tables/sql.ts';
import type { DatabaseState } from './database.svelte.ts';

export interface Calculation {
  table: Table;
  /** Readable SQL, values written out. */
  sql: string;
  /** The database's own result; null where it has no row or a protected one. */
  run: (database: Pick<DatabaseState, 'query'>) => Promise<number | null>;
}

/** A calculation whose figure is made of all rows of a query on a table. */
export function calculationOfRows<Row>(
  table: string,
  query: Query<Row>,
  read: (rows: readonly Row[]) => number | null
): Calculation {
  return {
    table: tableNamed(table),
    sql: query.sql.readable,
    run: async (database) => read(await database.query(query))
  };
}

/** A calculation whose query has one row at most. */
export const calculation = <Row>(
  table: string,
  query: Query<Row>,
  read: (row: Row) => number | null
): Calculation => calculationOfRows(table, query, ([row]) => (row === undefined ? null : read(row)));
