// Communes of intervention without any sheet on a theme: number, and pairs.
import type { ProgrammeFilter } from '../../cube/programme-figures.ts';
import { THEMES } from '../../model/pathway.ts';
import { allOf, namedQuery, sql, text, type Query, type Sql } from '../sql.ts';

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

export const themeGapsQuery = (filter: GapFilter): Query<{ value: number }> =>
  namedQuery('theme-gaps', sql`SELECT count(DISTINCT code) AS value\n${gaps(filter)}`);

/** One row a commune and theme without any sheet. */
export const themeGapListQuery = (filter: GapFilter): Query<{ code: string; theme: string }> =>
  namedQuery(
    'theme-gap-list',
    sql`SELECT code, name, themes.theme\n${gaps(filter)}\nORDER BY name, themes.theme`
  );
