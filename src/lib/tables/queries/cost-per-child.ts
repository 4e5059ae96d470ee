// Cost of the programme per child followed, from published counts only: a protected one gives no row.
import type { Theme } from '../../model/pathway.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { allOf, namedQuery, sql, type Query } from '../sql.ts';

export interface CostFilter {
  year: SchoolYear;
  theme: Theme | null;
  /** INSEE code: own sheets of this commune, over the children who live there. */
  commune: string | null;
}

export function costPerChildQuery({ year, theme, commune }: CostFilter): Query<{ value: number }> {
  const sheets = [
    ...(theme === null ? [] : [sql`theme = ${theme}`]),
    ...(commune === null ? [] : [sql`communes = ${JSON.stringify([commune])}`])
  ];
  return namedQuery(
    'cost-per-child',
    sql`
      SELECT (SELECT coalesce(sum(cost_euros), 0) FROM actions WHERE ${allOf(sheets)}) / children AS value
      FROM pathways_cube
      WHERE school_year = ${year} AND level = 'ALL' AND theme = ${theme ?? 'ALL'}
        AND ${commune === null ? sql`zone_kind = 'epci'` : sql`zone_kind = 'commune' AND zone = ${commune}`}
        AND status = 'published' AND children > 0`
  );
}
