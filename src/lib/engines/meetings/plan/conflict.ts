// Why a year cannot be planned: a smallest set of rules that clash, found by dropping rules.
import { minimalConflict } from '../../../algorithms/minimal-conflict.ts';
import { checkPlan } from './check-plan.ts';
import { teamPath } from './team-path.ts';
import { compileMeetings } from '../problem/compile-meetings.ts';
import {
  type MeetingProblem,
  type MeetingTeam,
  type PlannedMeeting
} from '../../../model/meetings/meeting-problem.ts';
import { roomOf } from '../../../model/meetings/meetings-file.ts';
import type { ConflictRule } from '../../../model/meetings/meeting-rules.ts';

/** Days: longer than any year. */
export const LONGEST = 400;

/** Whose absence counts for a team: its members, its coordinator, its room. */
const peopleOf = (team: MeetingTeam): string[] => [
  ...team.members.map(({ partner }) => partner),
  team.coordinator,
  roomOf(team.commune)
];

/** Rules of one team: its people, quorum, days between meetings, locked meetings. */
export function rulesOf({ away, locked, from = '' }: MeetingProblem, team: MeetingTeam): ConflictRule[] {
  const people = peopleOf(team);
  return [
    ...people.flatMap((who) =>
      [true, false]
        .filter((weekly) =>
          away.some((absence) => absence.who === who && (absence.weekday !== undefined) === weekly)
        )
        .map((weekly) => ({ rule: 'away', who, weekly }) as const)
    ),
    ...Object.entries(team.quorum)
      .filter(([, least]) => least > 0)
      .map(([name, least]) => ({ rule: 'quorum', team: team.id, class: name, least }) as const),
    { rule: 'least-days', team: team.id, days: team.band[0] },
    { rule: 'most-days', team: team.id, days: team.band[1] },
    ...locked
      .filter((lock) => lock.team === team.id && lock.date >= from)
      .map((lock) => ({ rule: 'locked', ...lock }) as const)
  ];
}

/** The problem with some of its teams, and with some of their rules only. */
export function withRules(
  problem: MeetingProblem,
  teams: readonly MeetingTeam[],
  rules: readonly ConflictRule[]
): MeetingProblem {
  const kept = new Set(rules.map(keyOf));
  const has = (rule: ConflictRule) => kept.has(keyOf(rule));
  const awayBy = (every: boolean) =>
    new Set(rules.flatMap((one) => (one.rule === 'away' && one.weekly === every ? [one.who] : [])));
  const [weekly, dated] = [awayBy(true), awayBy(false)];
  return {
    ...problem,
    teams: teams.map((team) => ({
      ...team,
      quorum: Object.fromEntries(
        Object.entries(team.quorum).filter(([name, least]) =>
          has({ rule: 'quorum', team: team.id, class: name, least })
        )
      ),
      band: [
        has({ rule: 'least-days', team: team.id, days: team.band[0] }) ? team.band[0] : 1,
        has({ rule: 'most-days', team: team.id, days: team.band[1] }) ? team.band[1] : LONGEST
      ]
    })),
    away: problem.away.filter(({ who, weekday }) => (weekday === undefined ? dated : weekly).has(who)),
    // What was held is no rule.
    locked: problem.locked.filter(
      (lock) => lock.date < (problem.from ?? '') || has({ rule: 'locked', ...lock })
    )
  };
}

/** The same text for the same rule, whatever the order of its fields. */
function keyOf(rule: ConflictRule): string {
  const fields = Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(fields);
}

/** Whether the team alone can hold its meetings. */
function canMeet(problem: MeetingProblem): boolean {
  const m = compileMeetings(problem);
  return teamPath(m, 0, new Float64Array(m.slots)) !== null;
}

/**
 * A team that cannot hold all its meetings, with as many as it can hold by itself: no longer a limit on the days between two of them, since a
 * meeting is missing. Fixed meetings stay. Null when it can hold none.
 */
export function partOfTeam(problem: MeetingProblem, team: MeetingTeam): MeetingTeam | null {
  const fixed = problem.locked.filter((lock) => lock.team === team.id).map(({ number }) => number);
  const least = Math.max(1, ...fixed);
  for (let meetings = team.meetings - 1; meetings >= least; meetings--) {
    const part: MeetingTeam = { ...team, meetings, band: [team.band[0], LONGEST] };
    if (canMeet({ ...problem, teams: [part] })) return part;
  }
  return null;
}

/** Rules that one team cannot keep together; empty when it can. */
function conflictOfTeam(whole: MeetingProblem, team: MeetingTeam): ConflictRule[] {
  const people = new Set(peopleOf(team));
  const problem = { ...whole, away: whole.away.filter(({ who }) => people.has(who)) };
  const holds = (rules: readonly ConflictRule[]) => canMeet(withRules(problem, [team], rules));
  if (!holds([])) {
    const { meetings } = team;
    return [{ rule: 'calendar', team: team.id, meetings, days: problem.calendar.length }];
  }
  return minimalConflict(rulesOf(problem, team), holds);
}

/** Locked meetings that clash with one another. */
function conflictOfLocks(problem: MeetingProblem): ConflictRule[] {
  const locks = problem.locked.map((lock) => ({ rule: 'locked', ...lock }) as const);
  const clashes = (rules: readonly PlannedMeeting[]) =>
    checkPlan(problem, rules).broken.find(({ rule }) =>
      ['two-places', 'half-day', 'day', 'far', 'hours'].includes(rule)
    );
  const conflict = minimalConflict(locks, (rules) => !clashes(rules));
  const why = conflict.length > 0 ? clashes(conflict) : undefined;
  if (!why) return conflict;
  const who = why.who ?? '';
  return [
    ...conflict,
    why.rule === 'two-places'
      ? { rule: 'two-places', partner: who }
      : { rule: 'coordinator', coordinator: who }
  ];
}

/** A smallest set of rules that no plan keeps; empty when none was found. */
export function whyImpossible(problem: MeetingProblem): ConflictRule[] {
  const m = compileMeetings(problem);
  const free = new Float64Array(m.slots);
  for (const [e, team] of problem.teams.entries()) {
    if (teamPath(m, e, free)) continue;
    const conflict = conflictOfTeam(problem, team);
    if (conflict.length > 0) return conflict;
  }
  return conflictOfLocks(problem);
}
