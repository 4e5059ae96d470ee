// Schools followed and waiting in a year, at a level, in a place.
import type { Filter } from '../../cube/filter.ts';
import type { SchoolCounts } from '../../cube/school-counts.ts';
import type { Database } from '../database.ts';
import { namedQuery, sql, text, type Query } from '../sql.ts';
import { countedColumns, counts, matchesLevelAndPlace } from './school-terms.ts';

export function schoolCountsQuery({ year, level, place }: Filter): Query<SchoolCounts> {
  return namedQuery(
    'school-counts',
    sql`
      WITH asked AS (
        SELECT
          ${countedColumns(text(year), level)}
        FROM schools
        WHERE ${matchesLevelAndPlace(level, place)}
      )
      SELECT
        ${counts(level)}
      FROM asked`
  );
}

/** Always one row, of zeros when no school matches. */
export async function schoolCounts(database: Database, filter: Filter): Promise<SchoolCounts> {
  const [row] = await database.query(schoolCountsQuery(filter));
  return row as SchoolCounts;
}
