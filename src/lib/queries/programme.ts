// How many sheets, and how many euros, does a filter of the programme leave? Euros of one funder when there is one.
import type { ProgrammeFilter } from '../cube/programme-figures.ts';
import { allOf, question, sql, type Query, type Sql } from '../tables/sql.ts';

/** Euros of a funder, read in the text of the column: the engine that the site ships has no JSON functions. */
const share = (funder: string): Sql =>
  sql`coalesce(try_cast(regexp_extract(funders, ${`"${funder}":(\\d+)`}, 1) AS INTEGER), 0)`;

export function programmeQuery(filter: ProgrammeFilter): Query<{ sheets: number; euros: number }> {
  const { theme, level, funder, commune } = filter;
  const euros = funder === null ? sql`cost_euros` : share(funder);
  return question(
    'programme',
    sql`
      SELECT count(*) AS sheets, coalesce(sum(${euros}), 0) AS euros
      FROM actions
      WHERE ${allOf([
        ...(theme === null ? [] : [sql`theme = ${theme}`]),
        ...(level === null ? [] : [sql`level = ${level}`]),
        ...(commune === null ? [] : [sql`contains(communes, ${`"${commune}"`})`]),
        ...(funder === null ? [] : [sql`${share(funder)} > 0`])
      ])}`
  );
}
