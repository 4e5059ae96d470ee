// Waiting schools, with the length of their wait and the coverage of their commune.
import type { Filter } from '../../cube/filter.ts';
import type { School } from '../../model/school.ts';
import type { Month } from '../../model/school-year.ts';
import type { Database } from '../database.ts';
import { namedQuery, sql, text, type Query, type Sql } from '../sql.ts';
import { matchesLevelAndPlace, statusIn } from './school-terms.ts';

export interface WaitingRow extends Pick<
  School,
  'uai' | 'name' | 'kind' | 'sector' | 'rep' | 'pupils' | 'ips'
> {
  commune: string;
  qpv: string | null;
  requested_since: Month | null;
  /** Whole months between the first request and `asOf`; null when its date is unknown. */
  months: number | null;
  /** First-degree schools of the commune: followed, and all. */
  followed_around: number;
  schools_around: number;
}

/** `asOf`: month at which the wait is counted. */
export function waitingListQuery({ year, level, place }: Filter, asOf: Month): Query<WaitingRow> {
  return namedQuery(
    'waiting-list',
    sql`
      WITH dated AS (
        SELECT
          uai,
          commune,
          kind,
          ${statusIn(text(year))} AS status
        FROM schools
      ),
      around AS (
        SELECT commune, count(*) FILTER (status = 'followed') AS followed, count(*) AS schools
        FROM dated
        WHERE kind <> 'college'
        GROUP BY commune
      )
      SELECT
        schools.uai,
        schools.name,
        schools.kind,
        schools.sector,
        communes.name AS commune,
        qpvs.name AS qpv,
        schools.rep,
        schools.pupils,
        schools.ips,
        schools.requested_since,
        CASE WHEN schools.requested_since IS NOT NULL
          THEN greatest(0, ${monthNumber(text(asOf))} - ${monthNumber(sql`schools.requested_since`)})
        END AS months,
        coalesce(around.followed, 0) AS followed_around,
        coalesce(around.schools, 0) AS schools_around
      FROM schools
      JOIN dated ON dated.uai = schools.uai AND dated.status = 'waiting'
      LEFT JOIN around ON around.commune = schools.commune
      LEFT JOIN communes ON communes.code = schools.commune
      LEFT JOIN qpvs ON qpvs.code = schools.qpv
      WHERE ${matchesLevelAndPlace(level, place)}
      ORDER BY months DESC NULLS LAST, schools.uai`
  );
}

/** Longest wait first. */
export function waitingList(database: Database, filter: Filter, asOf: Month): Promise<WaitingRow[]> {
  return database.query(waitingListQuery(filter, asOf));
}

/** Months since year 0, for subtraction. */
function monthNumber(month: Sql): Sql {
  return sql`(substr(${month}, 1, 4)::INTEGER * 12 + substr(${month}, 6)::INTEGER)`;
}
