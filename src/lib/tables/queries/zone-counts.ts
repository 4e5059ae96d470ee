// School counts of every commune of intervention, or every QPV, for the map and its table.
import type { Filter } from '../../cube/filter.ts';
import type { SchoolCounts } from '../../cube/school-counts.ts';
import type { Database } from '../database.ts';
import { namedQuery, sql, text, type Query } from '../sql.ts';
import { countedColumns, counts, matchesLevelAndPlace } from './school-terms.ts';

export interface ZoneCounts extends SchoolCounts {
  code: string;
  name: string;
}

/** The place of the filter is not applied. */
export function zoneCountsQuery({ year, level }: Filter, kind: 'commune' | 'qpv'): Query<ZoneCounts> {
  const zones =
    kind === 'commune'
      ? sql`SELECT code, name FROM communes WHERE intervention`
      : sql`SELECT code, name FROM qpvs`;
  const zoneOfSchool = kind === 'commune' ? sql`schools.commune` : sql`schools.qpv`;
  return namedQuery(
    'zone-counts',
    sql`
      WITH zones AS (${zones}),
      asked AS (
        SELECT
          zones.code,
          zones.name,
          ${countedColumns(text(year), level)}
        FROM zones
        LEFT JOIN schools ON ${zoneOfSchool} = zones.code AND ${matchesLevelAndPlace(level, null)}
      )
      SELECT
        code,
        name,
        ${counts(level)}
      FROM asked
      GROUP BY code, name
      ORDER BY code`
  );
}

export function zoneCounts(
  database: Database,
  filter: Filter,
  kind: 'commune' | 'qpv'
): Promise<ZoneCounts[]> {
  return database.query(zoneCountsQuery(filter, kind));
}
