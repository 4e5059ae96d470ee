// Behind each key figure: the table, the SQL that anyone can read, and the same question put to the database.
import type { FigureName } from '$lib/cube/figures.ts';
import type { Filter } from '$lib/cube/filter.ts';
import { tableNamed } from '$lib/catalogue/tables.ts';
import type { Table } from '$lib/catalogue/table.ts';
import { budgetQuery } from '$lib/tables/queries/budget.ts';
import { childrenQuery } from '$lib/tables/queries/children.ts';
import { meetingsQuery } from '$lib/tables/queries/meetings.ts';
import { schoolCountsQuery } from '$lib/tables/queries/school-counts.ts';
import type { Query } from '$lib/tables/sql.ts';
import type { DatabaseState } from '$lib/session/database.svelte.ts';

export interface Calculation {
  table: Table;
  /** Readable SQL, values written out. */
  sql: string;
  /** The database's own answer; null where it has no row or a protected one. */
  ask: (database: DatabaseState) => Promise<number | null>;
}

/** A calculation from a table's name, a question and the figure in its row. */
export function calculation<Row>(
  table: string,
  query: Query<Row>,
  read: (row: Row) => number | null
): Calculation {
  return {
    table: tableNamed(table),
    sql: query.sql.readable,
    ask: async (database) => {
      const [row] = await database.ask(query);
      return row === undefined ? null : read(row);
    }
  };
}

/** A calculation whose question has several rows; the figure is made of all of them. */
export function calculationOfRows<Row>(
  table: string,
  query: Query<Row>,
  read: (rows: readonly Row[]) => number | null
): Calculation {
  return {
    table: tableNamed(table),
    sql: query.sql.readable,
    ask: async (database) => read(await database.ask(query))
  };
}

export function calculationOf(name: FigureName, filter: Filter): Calculation {
  switch (name) {
    case 'followed':
      return calculation('schools', schoolCountsQuery(filter), (row) => row.followed);
    case 'waiting':
      return calculation('schools', schoolCountsQuery(filter), (row) => row.waiting);
    case 'pupils':
      return calculation('schools', schoolCountsQuery(filter), (row) => row.pupilsFollowed);
    case 'children':
      return calculation('pathways_cube', childrenQuery(filter), (row) => row.value);
    case 'meetings':
      return calculation(
        filter.place ? 'support_teams' : 'service_years',
        meetingsQuery(filter),
        (row) => row.value
      );
    case 'budget':
      return calculation(filter.place ? 'actions' : 'service_years', budgetQuery(filter), (row) => row.value);
  }
}
