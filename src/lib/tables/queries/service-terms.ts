// SQL fragment for tables that cover the last year only.
import type { SchoolYear } from '../../model/school-year.ts';
import { sql, type Sql } from '../sql.ts';

export function isLastYear(year: SchoolYear): Sql {
  return sql`${year} = (SELECT max(school_year) FROM service_years)`;
}
