// Queries of the key figures of coverage. Year, level and place of a school follow the same rules as model/school.ts and
// cube/school-counts.ts.
import type { Count, Filter } from '../cube/filter.ts';
import type { SchoolCounts } from '../cube/school-counts.ts';
import type { PlaceRef } from '../model/place.ts';
import { levelsOf, SCHOOL_KINDS } from '../model/school.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { allOf, anyOf, namedQuery, sql, text, type Query, type Sql } from './sql.ts';

type Level = Filter['level'];

/**
 * Today's status carried back to a year by its dates. `year` is an expression, e.g. a bound value or a column.
 *
 * @param left schools followed in the year that are followed no more
 */
export function statusColumn(year: Sql, left: readonly string[] = []): Sql {
  const requested = sql`schools.requested_since <= substr(${year}, 6) || '-08'`;
  const stayed = left.length > 0 ? sql`WHEN schools.uai IN ${anyOf(left)} THEN 'followed'` : sql``;
  return sql`CASE
    ${stayed}
    WHEN schools.status IN ('linked', 'outside') THEN schools.status
    WHEN schools.status = 'followed' AND coalesce(schools.followed_since <= ${year}, ${requested}, true) THEN 'followed'
    WHEN coalesce(${requested}, schools.status = 'waiting') THEN 'waiting'
    ELSE 'outside'
  END`;
}

/**
 * The school takes in the level (an école primaire takes in two) and lies in the place.
 *
 * @param members UAIs of the schools of a group, which no column tells
 */
export function matchesLevelAndPlace(
  level: Level,
  place: PlaceRef | null,
  members: readonly string[] = []
): Sql {
  const kinds = SCHOOL_KINDS.filter((kind) => level !== 'ALL' && levelsOf(kind).includes(level));
  const conditions: Sql[] = [];
  if (level !== 'ALL') conditions.push(sql`schools.kind IN ${anyOf(kinds)}`);
  if (place?.kind === 'qpv') conditions.push(sql`schools.qpv = ${place.code}`);
  else if (place?.kind === 'group') conditions.push(sql`schools.uai IN ${anyOf(members)}`);
  else if (place) conditions.push(sql`schools.commune = ${place.code}`);
  return allOf(conditions);
}

/** Pupils at the level, NULL where unknown; those of an école primaire are divided 3 : 5 between its nursery and its primary grades. */
function pupilsAt(level: Level): Sql {
  const pupils = sql`schools.pupils`;
  if (level === 'maternelle') return sql`${pupils} * if(schools.kind = 'primaire', 3 / 8, 1)`;
  if (level === 'elementaire') return sql`${pupils} * if(schools.kind = 'primaire', 5 / 8, 1)`;
  return pupils;
}

/** Columns summed by `counts`. */
export function countedColumns(year: Sql, level: Level, left: readonly string[] = []): Sql {
  const estimated = sql`schools.pupils_quality = 'estimated'`;
  return sql`
    schools.kind,
    ${statusColumn(year, left)} AS status,
    ${pupilsAt(level)} AS pupils,
    ${level === 'ALL' ? estimated : sql`${estimated} OR schools.kind = 'primaire'`} AS estimated`;
}

/** Counts over rows with `countedColumns`; collèges are counted apart, except at level collège. */
export function counts(level: Level): Sql {
  const counted = level === 'college' ? sql`kind = 'college'` : sql`kind <> 'college'`;
  return sql`
    count(*) FILTER (${counted}) AS schools,
    count(*) FILTER (kind <> 'college' AND status = 'followed') AS followed,
    count(*) FILTER (kind <> 'college' AND status = 'waiting') AS waiting,
    count(*) FILTER (kind = 'college' AND status = 'linked') AS linked,
    round(coalesce(sum(pupils), 0)) AS pupils,
    round(coalesce(sum(pupils) FILTER (kind <> 'college' AND status = 'followed'), 0)) AS "pupilsFollowed",
    coalesce(bool_or(estimated), false) AS estimated,
    count(*) FILTER (kind IS NOT NULL AND pupils IS NULL) AS uncounted,
    count(*) FILTER (pupils IS NULL AND kind <> 'college' AND status = 'followed') AS "uncountedFollowed"`;
}

/** Nothing says which schools stand in a QPV without a perimeter: there is no count of them. */
const whereDrawn = (asked: Sql, place: PlaceRef | null): Sql =>
  place?.kind === 'qpv'
    ? sql`
      ${asked}
      HAVING (SELECT geometry_quality <> 'none' FROM qpvs WHERE code = ${place.code})`
    : asked;

/**
 * Schools followed and waiting in a year, at a level, in a place: one row, or none of a QPV whose perimeter is unknown.
 *
 * @param left schools followed in the year that are followed no more
 * @param members schools of the place, where it is a group
 */
export function schoolCountsQuery(
  { year, level, place }: Filter,
  left: readonly string[] = [],
  members: readonly string[] = []
): Query<SchoolCounts> {
  const asked = sql`
      WITH asked AS (
        SELECT
          ${countedColumns(text(year), level, left)}
        FROM schools
        WHERE ${matchesLevelAndPlace(level, place, members)}
      )
      SELECT
        ${counts(level)}
      FROM asked`;
  return namedQuery('school-counts', whereDrawn(asked, place));
}

/** Children followed in a year, at a level, on a theme, in a place: a published or suppressed count; no row where none is published. */
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

/** Condition for tables that cover the last year only. */
function isLastYear(year: SchoolYear): Sql {
  return sql`${year} = (SELECT max(school_year) FROM service_years)`;
}

/** A sum, null when nothing of it is known, and the number of figures that are not. */
export interface ServiceSum {
  value: number | null;
  unknown: number;
}

/**
 * A figure of the whole service in a year, of its own table; in the last year, the sum of what is known where the year's figure is not.
 *
 * @param reported column of `service_years`
 * @param rows table of the figures that it adds up, and their column
 */
const ofService = (year: SchoolYear, reported: Sql, rows: Sql, figure: Sql): Sql => sql`
          SELECT
            coalesce(${reported}, if(${isLastYear(year)}, (SELECT sum(${figure}) FROM ${rows}), NULL)) AS value,
            if(${reported} IS NULL, (SELECT count(*) - count(${figure}) FROM ${rows}), 0) AS unknown
          FROM service_years
          WHERE school_year = ${year}`;

/** Columns of a {@link ServiceSum}; 0 where there is no row. */
const knownSumOf = (figure: Sql): Sql =>
  sql`if(count(*) = 0, 0, sum(${figure})) AS value, count(*) - count(${figure}) AS unknown`;

/** Meetings of the support teams in a year. By place for the last year only. */
export function meetingsQuery({ year, place }: Filter): Query<ServiceSum> {
  return namedQuery(
    'meetings',
    place === null
      ? ofService(year, sql`service_years.meetings`, sql`support_teams`, sql`support_teams.meetings`)
      : sql`
          SELECT ${knownSumOf(sql`meetings`)}
          FROM support_teams
          WHERE commune = ${place.code} OR qpv = ${place.code}
          HAVING ${isLastYear(year)}`
  );
}

/** Cost of the programme in a year. By commune: action sheets that reach this commune alone, last year only; no row for a QPV. */
export function budgetQuery({ year, place }: Filter): Query<ServiceSum> {
  return namedQuery(
    'budget',
    place === null
      ? ofService(year, sql`service_years.budget_euros`, sql`actions`, sql`actions.cost_euros`)
      : sql`
          SELECT ${knownSumOf(sql`cost_euros`)}
          FROM actions
          WHERE communes = ${JSON.stringify([place.code])}
          HAVING ${allOf(place.kind === 'commune' ? [isLastYear(year)] : [sql`false`])}`
  );
}
