// Cost of the programme in a year. By commune: action sheets that reach this commune alone, last year only.
import { ABSENT, type Count, type Filter } from '../../cube/filter.ts';
import type { Database } from '../database.ts';
import { allOf, namedQuery, sql, type Query } from '../sql.ts';
import { isLastYear } from './service-terms.ts';

export function budgetQuery({ year, place }: Filter): Query<{ value: number }> {
  return namedQuery(
    'budget',
    place === null
      ? sql`SELECT budget_euros AS value FROM service_years WHERE school_year = ${year}`
      : sql`
          SELECT coalesce(sum(cost_euros), 0) AS value
          FROM actions
          WHERE communes = ${JSON.stringify([place.code])}
          HAVING ${allOf(place.kind === 'commune' ? [isLastYear(year)] : [sql`false`])}`
  );
}

/** Absent for a QPV: sheets are not known at this grain. */
export async function budget(database: Database, filter: Filter): Promise<Count> {
  const [row] = await database.query(budgetQuery(filter));
  return row ? { value: row.value, status: 'published' } : ABSENT;
}
