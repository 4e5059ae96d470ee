// What a calendar leaves to be seen: members who miss every meeting, and whether any date would have brought them; dates that bring them; teams that start late or end early.
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
      { team: 'E5', partner: 'always', missed: 2, dates: 0, bring: null },
      { team: 'E5', partner: 'mondays', missed: 2, dates: 2, bring: null }
    ]);
  });
});

describe('a team that has no meeting in the last thirteen weeks of the year', () => {
  it('is told with its last date, one that meets later is not', () => {
    const early = yearRemarks(problem, [at(1, '2026-09-07'), at(2, '2027-04-04')]);
    expect(early.endsEarly).toEqual([{ team: 'E5', date: '2027-04-04' }]);
    expect(early.term?.end).toBe('2027-04-04');
    expect(yearRemarks(problem, [at(1, '2026-09-07'), at(2, '2027-04-05')]).endsEarly).toEqual([]);
  });
});

describe('a team that has no meeting in the first thirteen weeks of the year', () => {
  it('is told with its first date, one that meets sooner is not', () => {
    const late = yearRemarks(problem, [at(1, '2026-12-07'), at(2, '2027-06-28')]);
    expect(late.startsLate).toEqual([{ team: 'E5', date: '2026-12-07' }]);
    expect(late.term?.start).toBe('2026-12-07');
    expect(yearRemarks(problem, [at(1, '2026-12-04'), at(2, '2027-06-28')]).startsLate).toEqual([]);
  });
});

describe('a date that brings a member who misses every meeting', () => {
  const plan = [at(1, '2026-09-07'), at(2, '2027-03-08')];
  const remarksOf = (movable = plan, away = problem.away) =>
    yearRemarks({ ...problem, away }, plan, { problem: { ...problem, away }, movable });
  const bring = (partner: string, ...asked: Parameters<typeof remarksOf>) =>
    remarksOf(...asked).alwaysAway.find((one) => one.partner === partner)?.bring;

  it('moves one meeting of the team to a day on which they are there, and counts who then misses it', () => {
    const brought = bring('mondays')!;
    expect(brought.date.date).toBe('2026-09-08');
    expect(brought.missedNow).toBe(2);
    expect(brought.date.missing).toEqual(['always']);
  });

  it('is never one that loses a member who comes to that meeting only', () => {
    const here = [
      { who: 'here', weekday: 2 },
      { who: 'here', from: '2027-01-01' }
    ];
    expect(bring('mondays', [plan[0]!], [...problem.away, ...here])).toBeNull();
  });

  it('is none for whom no day would bring, nor when no meeting may move', () => {
    expect(bring('always')).toBeNull();
    expect(bring('mondays', [])).toBeNull();
  });

  it('is taken for all who can be brought, and the others stay away', () => {
    const { plan: now, moved } = remarksOf().bringAll();
    expect(moved).toEqual([at(1, '2026-09-08')]);
    expect(yearRemarks(problem, now).alwaysAway.map(({ partner }) => partner)).toEqual(['always']);
  });
});
