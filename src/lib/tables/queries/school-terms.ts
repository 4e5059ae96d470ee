// SQL fragments for year, level and place of a school: the same rules as model/school.ts and cube/school-counts.ts.
import type { Filter } from '../../cube/filter.ts';
import type { PlaceRef } from '../../model/place.ts';
import { levelsOf, SCHOOL_KINDS } from '../../model/school.ts';
import { allOf, anyOf, sql, type Sql } from '../sql.ts';

type Level = Filter['level'];

/** Today's status carried back to a year by its dates. `year` is an expression, e.g. a bound value or a column. */
export function statusIn(year: Sql): Sql {
  const requested = sql`schools.requested_since <= substr(${year}, 6) || '-08'`;
  return sql`CASE
    WHEN schools.status IN ('linked', 'outside') THEN schools.status
    WHEN schools.status = 'followed' AND coalesce(schools.followed_since <= ${year}, ${requested}, true) THEN 'followed'
    WHEN coalesce(${requested}, schools.status = 'waiting') THEN 'waiting'
    ELSE 'outside'
  END`;
}

/** The school takes in the level (an école primaire takes in two) and lies in the place. */
export function matchesLevelAndPlace(level: Level, place: PlaceRef | null): Sql {
  const kinds = SCHOOL_KINDS.filter((kind) => level !== 'ALL' && levelsOf(kind).includes(level));
  const conditions: Sql[] = [];
  if (level !== 'ALL') conditions.push(sql`schools.kind IN ${anyOf(kinds)}`);
  if (place?.kind === 'qpv') conditions.push(sql`schools.qpv = ${place.code}`);
  else if (place) conditions.push(sql`schools.commune = ${place.code}`);
  return allOf(conditions);
}

/** Pupils at the level; those of an école primaire are divided 3 : 5 between its nursery and its primary grades. */
export function pupilsAt(level: Level): Sql {
  const pupils = sql`coalesce(schools.pupils, 0)`;
  if (level === 'maternelle') return sql`${pupils} * if(schools.kind = 'primaire', 3 / 8, 1)`;
  if (level === 'elementaire') return sql`${pupils} * if(schools.kind = 'primaire', 5 / 8, 1)`;
  return pupils;
}

/** Columns summed by `counts`. */
export function countedColumns(year: Sql, level: Level): Sql {
  const estimated = sql`schools.pupils_quality = 'estimated'`;
  return sql`
    schools.kind,
    ${statusIn(year)} AS status,
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
    coalesce(bool_or(estimated), false) AS estimated`;
}
