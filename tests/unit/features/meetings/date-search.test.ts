// Find a date: every date found breaks no rule, and each other half-day says why it is none.
import { describe, expect, it } from 'vitest';
import { checkPlan, possibleDates } from '../../../../src/lib/engines/meetings/index.ts';
import { daysAround } from '../../../../src/lib/engines/meetings/repair/forbidden-dates.ts';
import {
  PRESETS,
  type MeetingProblem,
  type PlannedMeeting
} from '../../../../src/lib/model/meetings/meeting-problem.ts';
import { calendarWeeks } from '../../../../src/lib/features/meetings/date/date-search.ts';

const CALENDAR = ['2026-09-07', '2026-09-08', '2026-09-10', '2026-09-11', '2026-09-14', '2026-09-15'];
const team = (id: string, coordinator: string) => ({
  id,
  coordinator,
  meetings: 1,
  commune: id,
  members: [
    { partner: `school-${id}`, weight: 1, class: 'école' },
    { partner: 'shared', weight: 1, class: '' }
  ],
  quorum: { école: 1 },
  band: [1, 30] as const
});
const problem: MeetingProblem = {
  calendar: CALENDAR,
  teams: [team('A', 'k1'), team('B', 'k2')],
  coordinators: [
    { id: 'k1', commune: 'A' },
    { id: 'k2', commune: 'B' }
  ],
  away: [
    { who: 'room:A', from: '2026-09-08', to: '2026-09-08' },
    { who: 'k1', from: '2026-09-10', to: '2026-09-10', half: 'am' },
    { who: 'school-A', from: '2026-09-11', to: '2026-09-11', half: 'pm' }
  ],
  minutes: { A: { A: 0, B: 30 }, B: { A: 30, B: 0 } },
  locked: [],
  weights: PRESETS.balanced
};
const plan: PlannedMeeting[] = [
  { team: 'A', number: 1, date: '2026-09-07', half: 'am' },
  { team: 'B', number: 1, date: '2026-09-14', half: 'pm' }
];

describe('find a date', () => {
  const found = possibleDates(problem, plan, plan[0]!);

  it('finds only dates at which the plan breaks no rule', () => {
    expect(found.length).toBeGreaterThan(0);
    for (const { date, half } of found)
      expect(checkPlan(problem, [{ ...plan[0]!, date, half }, plan[1]!]).broken).toEqual([]);
    expect(found.every((date) => date.quorumMargin === 0)).toBe(true);
  });

  it('says why each other half-day of its weeks is none', () => {
    const weeks = calendarWeeks(problem, plan, plan[0]!, found, ['2026-09-07', '2026-09-14']);
    const stateOf = (date: string, half: string) =>
      weeks.flatMap(({ halves }) => halves).find((one) => one.date === date && one.half === half)?.state;
    expect(stateOf('2026-09-08', 'am')).toBe('room');
    expect(stateOf('2026-09-09', 'am')).toBe('closed');
    expect(stateOf('2026-09-10', 'am')).toBe('coordinator');
    expect(stateOf('2026-09-11', 'pm')).toBe('quorum');
    expect(stateOf('2026-09-14', 'pm')).toBe('elsewhere');
    const listed = weeks.flatMap(({ halves }) => halves).filter(({ rank }) => rank !== null);
    expect(listed.map(({ rank }) => rank).sort((a, b) => a! - b!)).toEqual(found.map((_, i) => i + 1));
  });

  it('counts days from the meeting before and until the next; none at the ends of the year', () => {
    const own: PlannedMeeting[] = [1, 2, 3].map((number) => ({
      team: 'A',
      number,
      date: CALENDAR[2 * (number - 1)]!,
      half: 'am'
    }));
    expect(daysAround(own, own[1]!, own[1]!)).toEqual({ before: 3, after: 4 });
    expect(daysAround(own, own[0]!, own[0]!)).toEqual({ before: null, after: 3 });
  });
});
