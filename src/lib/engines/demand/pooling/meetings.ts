// Meetings of the teams that serve schools of several communes: each commune alone would hold its own.
import { compared, type Compared, type Range } from './range.ts';

/** A support team: its meetings a year, and its schools by commune. */
export interface PooledTeam {
  id: string;
  /** Commune of the team. */
  commune: string;
  /** A year; null where it is not known. */
  meetings: number | null;
  /** Schools of the team in each commune, where it has some. */
  schools: Readonly<Record<string, number>>;
}

/** Communes of a team: those of its schools, or its own without any. */
function communesOf({ commune, schools }: PooledTeam): string[] {
  const served = Object.keys(schools).filter((code) => schools[code]! > 0);
  return served.length > 0 ? served.sort() : [commune];
}

/** Teams that serve schools of several communes. */
export const sharedTeams = (teams: readonly PooledTeam[]): PooledTeam[] =>
  teams.filter((team) => communesOf(team).length > 1);

const EPSILON = 1e-9;

/**
 * Meetings that the communes of a team hold, each for its own schools. At least, another team of a commune takes them without one meeting
 * more, and a commune without any team holds one; at most, each commune holds as many as the common team; in between, its share of them by
 * its schools, rounded up.
 */
function meetingsApart(team: PooledTeam, held: number, haveTeams: ReadonlySet<string>): Range {
  const communes = communesOf(team);
  if (communes.length === 1 || held <= 0) return { low: held, central: held, high: held };
  const all = communes.reduce((sum, code) => sum + team.schools[code]!, 0);
  const without = communes.filter((code) => !haveTeams.has(code)).length;
  const low = held + (communes.includes(team.commune) ? without : Math.max(0, without - 1));
  const high = Math.max(low, held * communes.length);
  const shares = communes.reduce(
    (sum, code) => sum + Math.ceil((held * team.schools[code]!) / all - EPSILON),
    0
  );
  return { low, central: Math.min(high, Math.max(low, shares)), high };
}

/**
 * Meetings a year, of the teams whose meetings are known.
 *
 * @returns null without any
 */
export function meetingsCompared(teams: readonly PooledTeam[]): Compared | null {
  const known = teams.flatMap((team) => (team.meetings === null ? [] : [{ team, held: team.meetings }]));
  if (known.length === 0) return null;
  const haveTeams = new Set(teams.map(({ commune }) => commune));
  const apart = known.map(({ team, held }) => meetingsApart(team, held, haveTeams));
  const pooled = known.reduce((sum, { held }) => sum + held, 0);
  const pairs = (['central', 'low', 'high'] as const).map((end) => ({
    alone: apart.reduce((sum, range) => sum + range[end], 0),
    pooled
  }));
  return compared(
    pairs,
    'less',
    teams.filter(({ meetings }) => meetings === null).map(({ id }) => id)
  );
}
