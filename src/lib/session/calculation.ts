// Calculation behind a figure: its table, readable SQL, and the result of the same query in the database.
import { tableNamed } from '$lib/catalogue/tables.ts';
import type { Table } from '$lib/catalogue/table.ts';
import type { Query } from '$lib/tables/sql.ts';
import type { DatabaseState } from './database.svelte.ts';

/** A figure as an operation, « 692 734 € ÷ 380 enfants = 1 823 € », and the rows behind it. */
export interface CalculationDetail {
  formula: string;
  rows: readonly { name: string; value: string }[];
}

export interface Calculation {
  table: Table;
  /** SQL with its values written out. */
  sql: string;
  /** Result in the database; null without a row, or when protected. */
  run: (database: Pick<DatabaseState, 'query'>) => Promise<number | null>;
}

/** Calculation whose figure sums all rows of a query on a table. */
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

/** Calculation whose query has one row at most. */
export const calculation = <Row>(
  table: string,
  query: Query<Row>,
  read: (row: Row) => number | null
): Calculation => calculationOfRows(table, query, ([row]) => (row === undefined ? null : read(row)));
