// Teams of which meetings are left without a date: their rules clash, or a kept plan lacks them.
import { LONGEST, partOfTeam } from '../plan/conflict.ts';
import type { ConflictRule } from '../../../model/meetings/meeting-rules.ts';
import type { MeetingProblem } from '../../../model/meetings/meeting-problem.ts';

/** A team of which some meetings are left without a date, and the rules that it cannot keep together: none where a kept plan lacks them. */
export interface SetAside {
  team: string;
  /** Meetings that have a date. */
  held: number;
  /** Meetings without one. */
  meetings: number;
  conflict: readonly ConflictRule[];
}

/** The team to set aside so that the others can meet; null when none is named, or when only a fixed meeting is at fault. */
function teamAtFault(problem: MeetingProblem, conflict: readonly ConflictRule[]): string | null {
  if (conflict.some(({ rule }) => rule === 'locked')) return null;
  const named = conflict.flatMap((rule) => ('team' in rule ? [rule.team] : []));
  return problem.teams.findLast(({ id }) => named.includes(id))?.id ?? null;
}

/** The problem of the meetings that have a date: a team with one missing has no longest time between two. */
export function withoutUndated(problem: MeetingProblem, aside: readonly SetAside[]): MeetingProblem {
  const held = new Map(aside.map((one) => [one.team, one.held]));
  const teams = problem.teams.flatMap((team) => {
    const meetings = held.get(team.id) ?? team.meetings;
    if (meetings >= team.meetings) return [team];
    return meetings === 0 ? [] : [{ ...team, meetings, band: [team.band[0], LONGEST] as const }];
  });
  const ids = new Set(teams.map(({ id }) => id));
  return { ...problem, teams, locked: problem.locked.filter(({ team }) => ids.has(team)) };
}

/**
 * Leaves a meeting or more of the team at fault without a date.
 * @param aside of the problem already
 * @returns null when no team is at fault, or when nobody would meet
 */
export function setAside(
  problem: MeetingProblem,
  aside: readonly SetAside[],
  conflict: readonly ConflictRule[]
): SetAside[] | null {
  const now = withoutUndated(problem, aside);
  const id = teamAtFault(now, conflict);
  const [asked, team] = [problem, now].map(({ teams }) => teams.find((one) => one.id === id));
  if (!asked || !team) return null;
  const held = partOfTeam(now, team)?.meetings ?? 0;
  if (held === 0 && now.teams.length === 1) return null;
  const former = aside.find((one) => one.team === id);
  return [
    ...aside.filter((one) => one !== former),
    { team: asked.id, held, meetings: asked.meetings - held, conflict: former?.conflict ?? conflict }
  ];
}

/** What is still without a date when meetings asked for have changed. */
export function stillUndated(problem: MeetingProblem | null, aside: readonly SetAside[]): SetAside[] {
  const asked = new Map((problem?.teams ?? []).map(({ id, meetings }) => [id, meetings]));
  return aside
    .map((one) => ({ ...one, meetings: (asked.get(one.team) ?? 0) - one.held }))
    .filter(({ meetings }) => meetings > 0);
}
