// Meetings of the support teams in a year. By place for the last year only.
import { ABSENT, type Count, type Filter } from '../../cube/filter.ts';
import type { Database } from '../database.ts';
import { namedQuery, sql, type Query } from '../sql.ts';
import { isLastYear } from './service-terms.ts';

export function meetingsQuery({ year, place }: Filter): Query<{ value: number }> {
  return namedQuery(
    'meetings',
    place === null
      ? sql`SELECT meetings AS value FROM service_years WHERE school_year = ${year}`
      : sql`
          SELECT coalesce(sum(meetings), 0) AS value
          FROM support_teams
          WHERE commune = ${place.code} OR qpv = ${place.code}
          HAVING ${isLastYear(year)}`
  );
}

export async function meetings(database: Database, filter: Filter): Promise<Count> {
  const [row] = await database.query(meetingsQuery(filter));
  return row ? { value: row.value, status: 'published' } : ABSENT;
}
