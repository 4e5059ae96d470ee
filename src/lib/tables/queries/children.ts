// Children followed in a year, at a level, on a theme, in a place: a published count, or none.
import { ABSENT, type Count, type Filter } from '../../cube/filter.ts';
import type { Database } from '../database.ts';
import { namedQuery, sql, type Query } from '../sql.ts';

export function childrenQuery({ year, level, theme, place }: Filter): Query<Count> {
  const zone =
    place === null ? sql`zone_kind = 'epci'` : sql`zone_kind = ${place.kind} AND zone = ${place.code}`;
  return namedQuery(
    'children',
    sql`
      SELECT children AS value, status
      FROM pathways_cube
      WHERE school_year = ${year} AND level = ${level} AND theme = ${theme}
        AND ${zone}`
  );
}

/** `suppressed`: protected by disclosure control; `absent`: never published at this grain. */
export async function children(database: Database, filter: Filter): Promise<Count> {
  const [count] = await database.query(childrenQuery(filter));
  return count ?? ABSENT;
}
