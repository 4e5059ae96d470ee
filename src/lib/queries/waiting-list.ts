// Which schools wait for the service, since when, and how much of their commune is already covered?
import type { Filter } from '../cube/filter.ts';
import type { School } from '../model/school.ts';
import type { Month } from '../model/school-year.ts';
import type { Database } from '../tables/database.ts';
import { question, sql, text, type Query } from '../tables/sql.ts';
import { isAtLevel, isIn, statusIn } from './school-terms.ts';

export interface WaitingRow extends Pick<
  School,
  'uai' | 'name' | 'kind' | 'sector' | 'rep' | 'pupils' | 'ips'
> {
  commune: string;
  qpv: string | null;
  requested_since: Month;
  /** Whole months between the first request and `asOf`. */
  months: number;
  /** First-degree schools of the commune that are followed, and all of them. */
  followed_around: number;
  schools_around: number;
}

/** `asOf`: the month that the wait is counted at. */
export function waitingListQuery({ year, level, place }: Filter, asOf: Month): Query<WaitingRow> {
  return question(
    'waiting-list',
    sql`
      WITH around AS (
        SELECT
          commune,
          count(*) FILTER (${statusIn(text(year))} = 'followed') AS followed,
          count(*) AS schools
        FROM schools
        WHERE kind <> 'college'
        GROUP BY commune
      )
      SELECT
        schools.uai, schools.name, schools.kind, schools.sector,
        communes.name AS commune, qpvs.name AS qpv,
        schools.rep, schools.pupils, schools.ips, schools.requested_since,
        greatest(0, ${monthsUntil(asOf)}) AS months,
        coalesce(around.followed, 0) AS followed_around, coalesce(around.schools, 0) AS schools_around
      FROM schools
      LEFT JOIN around ON around.commune = schools.commune
      LEFT JOIN communes ON communes.code = schools.commune
      LEFT JOIN qpvs ON qpvs.code = schools.qpv
      WHERE ${statusIn(text(year))} = 'waiting' AND ${isAtLevel(level)} AND ${isIn(place)}
      ORDER BY months DESC, schools.uai`
  );
}

/** Longest wait first. */
export function waitingList(database: Database, filter: Filter, asOf: Month): Promise<WaitingRow[]> {
  return database.query(waitingListQuery(filter, asOf));
}

function monthsUntil(asOf: Month) {
  const count = (month: ReturnType<typeof sql>) =>
    sql`(substr(${month}, 1, 4)::INTEGER * 12 + substr(${month}, 6)::INTEGER)`;
  return sql`${count(text(asOf))} - ${count(sql`schools.requested_since`)}`;
}
