// Number and euros of the filtered sheets; euros of one funder when the filter has one.
import type { ProgrammeFilter } from '../../cube/programme-figures.ts';
import { allOf, namedQuery, sql, type Query } from '../sql.ts';
import { paidBy, sheetsWhere } from './programme-terms.ts';

export function programmeQuery(filter: ProgrammeFilter): Query<{ sheets: number; euros: number }> {
  const euros = filter.funder === null ? sql`cost_euros` : paidBy(filter.funder);
  return namedQuery(
    'programme',
    sql`
      SELECT count(*) AS sheets, coalesce(sum(${euros}), 0) AS euros
      FROM actions
      WHERE ${allOf(sheetsWhere(filter))}`
  );
}
