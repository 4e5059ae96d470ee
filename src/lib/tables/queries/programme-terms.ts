// SQL fragments shared by the queries on the programme.
import type { ProgrammeFilter } from '../../cube/programme-figures.ts';
import { sql, type Sql } from '../sql.ts';

/** Euros of a funder, parsed from the column's text: the site's engine has no JSON functions. */
export const paidBy = (funder: string): Sql =>
  sql`coalesce(try_cast(regexp_extract(funders, ${`"${funder}":(\\d+)`}, 1) AS INTEGER), 0)`;

/** Condition for the sheets of a filter. */
export const sheetsWhere = ({ theme, level, funder, commune }: ProgrammeFilter): Sql[] => [
  ...(theme === null ? [] : [sql`theme = ${theme}`]),
  ...(level === null ? [] : [sql`level = ${level}`]),
  ...(commune === null ? [] : [sql`contains(communes, ${`"${commune}"`})`]),
  ...(funder === null ? [] : [sql`${paidBy(funder)} > 0`])
];
