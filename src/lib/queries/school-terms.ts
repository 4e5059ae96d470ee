// What a year, a level and a place mean for a school, in SQL: the same rules as model/school.ts and cube/school-counts.ts.
import type { Filter } from '../cube/filter.ts';
import type { PlaceRef } from '../model/place.ts';
import { levelsOf, SCHOOL_KINDS } from '../model/school.ts';
import { anyOf, sql, type Sql } from '../tables/sql.ts';

type Level = Filter['level'];

/** Today's status carried back to a year by its dates. `year` is an expression, e.g. a bound value or a column. */
export function statusIn(year: Sql): Sql {
  return sql`CASE
    WHEN schools.status = 'linked' THEN 'linked'
    WHEN schools.followed_since <= ${year} THEN 'followed'
    WHEN schools.requested_since <= substr(${year}, 6) || '-08' THEN 'waiting'
    ELSE 'outside'
  END`;
}

/** A school takes in the level; an école primaire takes in two. */
export function isAtLevel(level: Level): Sql {
  if (level === 'ALL') return sql`true`;
  return sql`schools.kind IN ${anyOf(SCHOOL_KINDS.filter((kind) => levelsOf(kind).includes(level)))}`;
}

/** Pupils at the level; those of an école primaire are shared 3 : 5 between its nursery and its primary grades. */
export function pupilsAt(level: Level): Sql {
  const pupils = sql`coalesce(schools.pupils, 0)`;
  if (level === 'maternelle') return sql`${pupils} * if(schools.kind = 'primaire', 3 / 8, 1)`;
  if (level === 'elementaire') return sql`${pupils} * if(schools.kind = 'primaire', 5 / 8, 1)`;
  return pupils;
}

/** The school stands in the commune or QPV; null stands for the whole territory. */
export function isIn(place: PlaceRef | null): Sql {
  if (place === null) return sql`true`;
  return place.kind === 'qpv' ? sql`schools.qpv = ${place.code}` : sql`schools.commune = ${place.code}`;
}

/** The columns that `COUNTS` adds up. */
export function countedColumns(year: Sql, level: Level): Sql {
  return sql`
    schools.kind,
    ${statusIn(year)} AS status,
    ${pupilsAt(level)} AS pupils,
    schools.pupils_quality = 'estimated' OR ${sql`${level !== 'ALL'}`} AND schools.kind = 'primaire' AS estimated`;
}

/** Counts over rows that carry `countedColumns`; collèges are told apart, and are the schools of level collège. */
export function counts(level: Level): Sql {
  const counted = level === 'college' ? sql`kind = 'college'` : sql`kind <> 'college'`;
  return sql`
    count(*) FILTER (${counted}) AS schools,
    count(*) FILTER (kind <> 'college' AND status = 'followed') AS followed,
    count(*) FILTER (kind <> 'college' AND status = 'waiting') AS waiting,
    count(*) FILTER (kind = 'college' AND status = 'linked') AS linked,
    round(coalesce(sum(pupils), 0)) AS pupils,
    round(coalesce(sum(pupils) FILTER (kind <> 'college' AND status = 'followed'), 0)) AS "pupilsFollowed",
    coalesce(bool_or(estimated), false) AS estimated`;
}
