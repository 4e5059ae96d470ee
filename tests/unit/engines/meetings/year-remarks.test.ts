// What a calendar leaves to be seen: members who miss every meeting, and whether any date would have brought them; teams that end early.
import { describe, expect, it } from 'vitest';
import { yearRemarks } from '../../../../src/lib/engines/meetings/index.ts';
import { PRESETS, type MeetingProblem } from '../../../../src/lib/model/meetings/meeting-problem.ts';

const member = (partner: string) => ({ partner, weight: 1, class: '' });
const problem: MeetingProblem = {
  calendar: ['2026-09-07', '2026-09-08', '2026-11-09', '2027-01-11', '2027-03-08', '2027-06-28'],
  teams: [
    {
      ...{ id: 'E5', coordinator: 'k', meetings: 2, commune: 'A', quorum: {}, band: [1, 300] as const },
      members: ['always', 'mondays', 'here'].map(member)
    }
  ],
  coordinators: [{ id: 'k', commune: 'A' }],
  away: [{ who: 'always' }, { who: 'mondays', weekday: 1 }],
  minutes: {},
  locked: [],
  weights: PRESETS.balanced
};
const at = (number: number, date: string) => ({ team: 'E5', number, date, half: 'am' as const });

describe('members who miss every meeting of their team', () => {
  it('are told apart: whom no date would bring, and whom another date would', () => {
    const { alwaysAway } = yearRemarks(problem, [at(1, '2026-09-07'), at(2, '2027-03-08')]);
    expect(alwaysAway).toEqual([
      { team: 'E5', partner: 'always', missed: 2, dates: 0 },
      { team: 'E5', partner: 'mondays', missed: 2, dates: 2 }
    ]);
  });
});

describe('a team that has no meeting in the last thirteen weeks of the year', () => {
  it('is told with its last date, one that meets later is not', () => {
    const early = yearRemarks(problem, [at(1, '2026-09-07'), at(2, '2027-04-04')]);
    expect(early.endsEarly).toEqual([{ team: 'E5', last: '2027-04-04' }]);
    expect(early.endWeeks).toBe(13);
    expect(yearRemarks(problem, [at(1, '2026-09-07'), at(2, '2027-04-05')]).endsEarly).toEqual([]);
  });
});
