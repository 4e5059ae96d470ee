// How many communes of intervention have no sheet at all in some theme?
import type { ProgrammeFilter } from '../cube/programme-figures.ts';
import { THEMES } from '../model/pathway.ts';
import { allOf, question, sql, text, type Query, type Sql } from '../tables/sql.ts';

const list = (pieces: readonly Sql[]): Sql =>
  pieces.slice(1).reduce((all, piece) => sql`${all}, ${piece}`, pieces[0] as Sql);

export function themeGapsQuery({ level, funder }: Pick<ProgrammeFilter, 'level' | 'funder'>): Query<{
  value: number;
}> {
  const themes = list(THEMES.map((theme) => sql`(${text(theme)})`));
  return question(
    'theme-gaps',
    sql`
      SELECT count(DISTINCT code) AS value
      FROM communes, (VALUES ${themes}) AS themes(theme)
      WHERE intervention AND NOT EXISTS (
        SELECT 1 FROM actions
        WHERE ${allOf([
          sql`actions.theme = themes.theme`,
          sql`contains(actions.communes, '"' || communes.code || '"')`,
          ...(level === null ? [] : [sql`actions.level = ${level}`]),
          ...(funder === null ? [] : [sql`contains(actions.funders, ${`"${funder}":`})`])
        ])})`
  );
}
