// Number of teams, meetings, partners and correspondents, in all or in one commune.
import { allOf, namedQuery, sql, type Query } from '../sql.ts';

export const PROGRAMME_COUNTS = ['teams', 'meetings', 'partners', 'correspondents'] as const;
export type ProgrammeCount = (typeof PROGRAMME_COUNTS)[number];

const COUNTED = {
  teams: sql`SELECT count(*) AS value FROM support_teams`,
  meetings: sql`SELECT coalesce(sum(meetings), 0) AS value FROM support_teams`,
  partners: sql`SELECT coalesce(sum("count"), 0) AS value FROM partners`,
  correspondents: sql`SELECT count(*) AS value FROM correspondents`
};

export function programmeCountQuery(what: ProgrammeCount, commune: string | null): Query<{ value: number }> {
  const conditions = [
    ...(what === 'correspondents' ? [sql`filled`] : []),
    ...(commune === null ? [] : [sql`commune = ${commune}`])
  ];
  return namedQuery(
    `programme-${what}`,
    conditions.length === 0 ? COUNTED[what] : sql`${COUNTED[what]} WHERE ${allOf(conditions)}`
  );
}
