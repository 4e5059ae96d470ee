// Queries that no page runs: the database's side of answers that the pages take from the cube.
import type { Filter } from '../../src/lib/cube/filter.ts';
import type { SchoolCounts } from '../../src/lib/cube/school-counts.ts';
import type { School } from '../../src/lib/model/school.ts';
import type { Month, SchoolYear } from '../../src/lib/model/school-year.ts';
import {
  countedColumns,
  counts,
  matchesLevelAndPlace,
  statusColumn
} from '../../src/lib/tables/coverage-queries.ts';
import { namedQuery, sql, text, type Query, type Sql } from '../../src/lib/tables/sql.ts';

interface ZoneCounts extends SchoolCounts {
  code: string;
  name: string;
}

/** School counts of every commune of intervention, or every QPV; the place of the filter is not applied. */
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

interface YearCounts extends SchoolCounts {
  year: SchoolYear;
}

/** The year of the filter is not applied; years are those of the service's own table, oldest first. */
export function evolutionQuery({ level, place }: Filter): Query<YearCounts> {
  return namedQuery(
    'evolution',
    sql`
      WITH asked AS (
        SELECT
          years.school_year AS year,
          ${countedColumns(sql`years.school_year`, level)}
        FROM (SELECT DISTINCT school_year FROM pathways_cube) AS years
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

interface DemandMonth {
  month: Month;
  requests: number;
  waiting: number;
}

/** Requests by month, and schools waiting at its end; oldest month first. */
export const demandLogQuery: Query<DemandMonth> = namedQuery(
  'demand-log',
  sql`
    SELECT month, sum(requests) AS requests, sum(waiting) AS waiting
    FROM demand
    GROUP BY month
    ORDER BY month`
);

interface WaitingRow extends Pick<School, 'uai' | 'name' | 'kind' | 'sector' | 'rep' | 'pupils' | 'ips'> {
  commune: string;
  qpv: string | null;
  requested_since: Month | null;
  /** Whole months between the first request and `asOf`; null when its date is unknown. */
  months: number | null;
  /** First-degree schools of the commune: followed, and all. */
  followed_around: number;
  schools_around: number;
}

/** Waiting schools, longest wait first. `asOf`: month at which the wait is counted. */
export function waitingListQuery({ year, level, place }: Filter, asOf: Month): Query<WaitingRow> {
  return namedQuery(
    'waiting-list',
    sql`
      WITH dated AS (
        SELECT
          uai,
          commune,
          kind,
          ${statusColumn(text(year))} AS status
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

/** Months since year 0, for subtraction. */
function monthNumber(month: Sql): Sql {
  return sql`(substr(${month}, 1, 4)::INTEGER * 12 + substr(${month}, 6)::INTEGER)`;
}
