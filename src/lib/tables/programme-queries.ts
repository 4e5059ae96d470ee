// Queries of the figures of the programme.
import type { ProgrammeFilter } from '../cube/programme-figures.ts';
import { THEMES, type Theme } from '../model/pathway.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { FUNDERS, FUNDING_ROUNDING, type Payer } from '../model/service.ts';
import { allOf, int, namedQuery, sql, text, type Query, type Sql } from './sql.ts';

/** Euros of a funder, parsed from the column's text: the site's engine has no JSON functions. */
const paidBy = (funder: string): Sql =>
  sql`coalesce(try_cast(regexp_extract(funders, ${`"${funder}":(\\d+(?:\\.\\d+)?)`}, 1) AS DOUBLE), 0)`;

/** Condition for the sheets of a filter. */
const sheetsWhere = ({ theme, level, funder, commune }: ProgrammeFilter): Sql[] => [
  ...(theme === null ? [] : [sql`theme = ${theme}`]),
  ...(level === null ? [] : [sql`level = ${level}`]),
  ...(commune === null ? [] : [sql`contains(communes, ${`"${commune}"`})`]),
  ...(funder === null ? [] : [sql`contains(funders, ${`"${funder}":`})`])
];

/** Number and euros of the filtered sheets; euros of one funder when the filter has one. `own`: those of its commune alone. */
export function programmeQuery(
  filter: ProgrammeFilter,
  own = false
): Query<{ sheets: number; euros: number }> {
  const euros = filter.funder === null ? sql`cost_euros` : paidBy(filter.funder);
  const alone = own && filter.commune !== null ? [sql`communes = ${JSON.stringify([filter.commune])}`] : [];
  return namedQuery(
    'programme',
    sql`
      SELECT count(*) AS sheets, coalesce(sum(${euros}), 0) AS euros
      FROM actions
      WHERE ${allOf([...sheetsWhere(filter), ...alone])}`
  );
}

const COUNTED = {
  teams: sql`SELECT count(*) AS value FROM support_teams`,
  meetings: sql`SELECT coalesce(sum(meetings), 0) AS value FROM support_teams`,
  partners: sql`SELECT coalesce(sum("count"), 0) AS value FROM partners`,
  correspondents: sql`SELECT count(*) AS value FROM correspondents`
};

/** Number of teams, meetings, partners or correspondents, in all or in one commune. */
export function programmeCountQuery(
  what: keyof typeof COUNTED,
  commune: string | null
): Query<{ value: number }> {
  const conditions = [
    ...(what === 'correspondents' ? [sql`filled`] : []),
    ...(commune === null ? [] : [sql`commune = ${commune}`])
  ];
  return namedQuery(
    `programme-${what}`,
    conditions.length === 0 ? COUNTED[what] : sql`${COUNTED[what]} WHERE ${allOf(conditions)}`
  );
}

interface FlowRow {
  funder: Payer;
  level: string;
  /** null: engineering, which serves every theme. */
  theme: string | null;
  euros: number;
}

/** Funding flows: euros by funder, level and theme of the filtered sheets. */
export function flowsQuery(filter: ProgrammeFilter): Query<FlowRow> {
  const payers = filter.funder === null ? FUNDERS : [filter.funder];
  const paid = FUNDERS.map(paidBy).reduce((sum, one) => sql`${sum} + ${one}`);
  const rest = sql`cost_euros - (${paid})`;
  const unknown = sql`SELECT id, 'unknown' AS funder, ${rest} AS euros FROM actions
    WHERE ${rest} > ${int(FUNDING_ROUNDING)} AND NOT contains(funders, ':null')`;
  const shares = [
    ...payers.map((funder) => sql`SELECT id, ${funder} AS funder, ${paidBy(funder)} AS euros FROM actions`),
    ...(filter.funder === null ? [unknown] : [])
  ];
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

const list = (pieces: readonly Sql[]): Sql =>
  pieces.slice(1).reduce((all, piece) => sql`${all}, ${piece}`, pieces[0] as Sql);

type GapFilter = Pick<ProgrammeFilter, 'level' | 'funder'>;

const gaps = ({ level, funder }: GapFilter): Sql => {
  const themes = list(THEMES.map((theme) => sql`(${text(theme)})`));
  return sql`
    FROM communes, (VALUES ${themes}) AS themes(theme)
    WHERE intervention AND NOT EXISTS (
      SELECT 1 FROM actions
      WHERE ${allOf([
        sql`actions.theme = themes.theme`,
        sql`contains(actions.communes, '"' || communes.code || '"')`,
        ...(level === null ? [] : [sql`actions.level = ${level}`]),
        ...(funder === null ? [] : [sql`contains(actions.funders, ${`"${funder}":`})`])
      ])})`;
};

/** Number of communes of intervention without any sheet on some theme. */
export const themeGapsQuery = (filter: GapFilter): Query<{ value: number }> =>
  namedQuery('theme-gaps', sql`SELECT count(DISTINCT code) AS value\n${gaps(filter)}`);

/** One row a commune and theme without any sheet. */
export const themeGapListQuery = (filter: GapFilter): Query<{ code: string; theme: string }> =>
  namedQuery(
    'theme-gap-list',
    sql`SELECT code, name, themes.theme\n${gaps(filter)}\nORDER BY name, themes.theme`
  );

interface CostFilter {
  year: SchoolYear;
  theme: Theme | null;
}

/** Cost per child followed, from published counts only: a protected one gives no row. */
export function costPerChildQuery({ year, theme }: CostFilter): Query<{ value: number }> {
  const sheets = theme === null ? [] : [sql`theme = ${theme}`];
  return namedQuery(
    'cost-per-child',
    sql`
      SELECT (SELECT if(count(*) = 0, 0, sum(cost_euros)) FROM actions WHERE ${allOf(sheets)}) / children AS value
      FROM pathways_cube
      WHERE school_year = ${year} AND level = 'ALL' AND theme = ${theme ?? 'ALL'}
        AND zone_kind = 'epci' AND status = 'published' AND children > 0`
  );
}
