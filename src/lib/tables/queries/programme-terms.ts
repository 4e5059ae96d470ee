// Conditions and amounts that the questions about the programme share.
import type { ProgrammeFilter } from '../../cube/programme-figures.ts';
import { sql, type Sql } from '../sql.ts';

/** Euros of a funder, read in the text of the column: the engine that the site ships has no JSON functions. */
export const paidBy = (funder: string): Sql =>
  sql`coalesce(try_cast(regexp_extract(funders, ${`"${funder}":(\\d+)`}, 1) AS INTEGER), 0)`;

/** The sheets that a filter leaves. */
export const sheetsWhere = ({ theme, level, funder, commune }: ProgrammeFilter): Sql[] => [
  ...(theme === null ? [] : [sql`theme = ${theme}`]),
  ...(level === null ? [] : [sql`level = ${level}`]),
  ...(commune === null ? [] : [sql`contains(communes, ${`"${commune}"`})`]),
  ...(funder === null ? [] : [sql`${paidBy(funder)} > 0`])
];
