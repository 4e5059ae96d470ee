// Funding flows: euros by funder, level and theme of the filtered sheets.
import type { ProgrammeFilter } from '../../cube/programme-figures.ts';
import { FUNDERS, type Funder } from '../../model/service.ts';
import { allOf, namedQuery, sql, type Query, type Sql } from '../sql.ts';
import { paidBy, sheetsWhere } from './programme-terms.ts';

export interface FlowRow {
  funder: Funder;
  level: string;
  /** null: engineering, which serves every theme. */
  theme: string | null;
  euros: number;
}

export function flowsQuery(filter: ProgrammeFilter): Query<FlowRow> {
  const payers = filter.funder === null ? FUNDERS : [filter.funder];
  const shares = payers.map(
    (funder) => sql`SELECT id, ${funder} AS funder, ${paidBy(funder)} AS euros FROM actions`
  );
  const all = shares.slice(1).reduce(
    (sum, share) => sql`${sum}
    UNION ALL ${share}`,
    shares[0] as Sql
  );
  return namedQuery(
    'flows',
    sql`
      SELECT funder, level, theme, sum(euros) AS euros
      FROM (
        ${all}
      ) AS paid JOIN actions USING (id)
      WHERE ${allOf([sql`euros > 0`, ...sheetsWhere(filter)])}
      GROUP BY ALL
      ORDER BY funder, level, theme`
  );
}
