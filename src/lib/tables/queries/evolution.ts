// Counts of schools by school year.
import type { Filter } from '../../cube/filter.ts';
import type { SchoolCounts } from '../../cube/school-counts.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Database } from '../database.ts';
import { namedQuery, sql, type Query } from '../sql.ts';
import { countedColumns, counts, matchesLevelAndPlace } from './school-terms.ts';

export interface YearCounts extends SchoolCounts {
  year: SchoolYear;
}

/** The year of the filter is not applied; years are those of the service's own table, oldest first. */
export function evolutionQuery({ level, place }: Filter): Query<YearCounts> {
  return namedQuery(
    'evolution',
    sql`
      WITH asked AS (
        SELECT
          service_years.school_year AS year,
          ${countedColumns(sql`service_years.school_year`, level)}
        FROM service_years
        LEFT JOIN schools ON ${matchesLevelAndPlace(level, place)}
      )
      SELECT
        year,
        ${counts(level)}
      FROM asked
      GROUP BY year
      ORDER BY year`
  );
}

export function evolution(database: Database, filter: Filter): Promise<YearCounts[]> {
  return database.query(evolutionQuery(filter));
}
