// Meetings of support teams, shared among the schools that they support.
import type { TerritoryRows } from '../tables/rows.ts';

/**
 * A school's share of its team's meetings, a year, to a hundredth: each school that the team supports has an equal share, so that
 * shares add up to the meetings however schools are given to posts. 0 for a school that is not followed.
 */
export function meetingShares(
  schools: TerritoryRows['schools'],
  teams: TerritoryRows['teams']
): (uai: string) => number {
  const supported = schools.filter(({ team, status }) => team && status === 'followed');
  const meetingsOf = new Map(teams.map(({ id, meetings }) => [id, meetings]));
  const countOf = new Map<string, number>();
  for (const { team } of supported) countOf.set(team!, (countOf.get(team!) ?? 0) + 1);
  const shares = new Map(
    supported.map(({ uai, team }) => {
      const share = (meetingsOf.get(team!) ?? 0) / (countOf.get(team!) ?? 1);
      return [uai, Math.round(share * 100) / 100] as const;
    })
  );
  return (uai) => shares.get(uai) ?? 0;
}
