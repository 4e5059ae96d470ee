// A member declared away: no meeting that moves is given a date that the absence takes, while it has another; what stays is told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  meetingsTouched,
  planMeetings,
  renumbered,
  repairPlan
} from '../../../../src/lib/engines/meetings/index.ts';
import {
  HALVES,
  type MeetingProblem,
  type PlannedMeeting
} from '../../../../src/lib/model/meetings/meeting-problem.ts';
import type { Away } from '../../../../src/lib/model/meetings/meetings-file.ts';
import { yearProblem } from './tiny.ts';
import { draws } from '../../../draws.ts';

const RUNS = draws(4);

const at = ({ team, date, half }: PlannedMeeting) => `${team} ${date} ${half}`;
const isOf = ({ from, to }: Away, date: string) => from! <= date && date <= to!;

/** Another date of a meeting, the others being where they are, on which the absent member is there: tried on every half-day. */
function dateWithout(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  meeting: PlannedMeeting,
  absence: Away
) {
  const others = plan.filter((one) => one !== meeting);
  return problem.calendar
    .filter((date) => !isOf(absence, date))
    .flatMap((date) => HALVES.map((half) => ({ ...meeting, date, half })))
    .find((there) => checkPlan(problem, renumbered([...others, there])).broken.length === 0);
}

describe('a member declared away', () => {
  it('misses no meeting that moves, unless every other date of it breaks a rule', async () => {
    let [moved, forced] = [0, 0];
    await fc.assert(
      fc.asyncProperty(yearProblem, fc.nat(), fc.nat(), async (problem, n, days) => {
        const { meetings } = await planMeetings(problem, { seconds: 0, leastParts: 2 });
        if (!meetings) return;
        const meeting = meetings[n % meetings.length]!;
        const { members, coordinator } = problem.teams.find(({ id }) => id === meeting.team)!;
        const { calendar } = problem;
        const first = calendar.indexOf(meeting.date);
        const to = calendar[Math.min(calendar.length - 1, first + (days % 15))]!;
        const absence: Away = { who: members[n % members.length]!.partner, from: meeting.date, to };
        // Its coordinator is away that day too: the meeting must move, and the days around it are the nearest.
        const led: Away = { who: coordinator, from: meeting.date, to: meeting.date };
        const after = { ...problem, away: [...problem.away, absence, led] };
        const found = await repairPlan(after, meetings, { rounds: 0, declared: [absence] });
        if (found.status !== 'planned') return;
        expect(checkPlan(after, found.meetings).broken).toEqual([]);
        const before = new Set(meetings.map(at));
        for (const { meeting: one } of meetingsTouched(after, found.meetings, [absence])) {
          if (before.has(at(one))) continue;
          forced++;
          expect(dateWithout(after, found.meetings, one, absence), at(one)).toBeUndefined();
        }
        moved += found.moves.length;
      }),
      { numRuns: RUNS }
    );

    expect(moved).toBeGreaterThan(forced);
  });

  it('misses none that can move, when the meetings that the absence touches are to move', async () => {
    const problem: MeetingProblem = {
      ...fc.sample(yearProblem, { seed: 7, numRuns: 1 })[0]!,
      calendar: ['2026-12-01', '2026-12-08', '2026-12-09', '2026-12-15', '2027-01-12', '2027-01-19'],
      teams: [
        {
          id: 'EPS-01',
          coordinator: 'k1',
          meetings: 1,
          commune: 'A',
          members: [
            { partner: 'ccas', weight: 1, class: '' },
            { partner: 'p1', weight: 1, class: 'ecole' }
          ],
          quorum: { ecole: 1 },
          band: [1, 400]
        }
      ],
      away: [],
      locked: []
    };
    const meetings: PlannedMeeting[] = [{ team: 'EPS-01', number: 1, date: '2026-12-08', half: 'am' }];
    const absence: Away = { who: 'ccas', from: '2026-12-07', to: '2026-12-18' };
    const after = { ...problem, away: [absence] };
    const declared = [absence];
    const staying = await repairPlan(after, meetings, { rounds: 0, declared });
    expect([staying.moves.length, meetingsTouched(after, staying.meetings, declared)]).toEqual([
      0,
      [{ meeting: meetings[0], who: ['ccas'] }]
    ]);
    const leaving = await repairPlan(after, meetings, { rounds: 0, declared, leaving: declared });
    expect(leaving.moves.length).toBe(1);
    expect(meetingsTouched(after, leaving.meetings, declared)).toEqual([]);
    expect(checkPlan(after, leaving.meetings).broken).toEqual([]);
  });
});
