// A plan that changes: why a half-day is no date, what moves, meetings left without a date, and what a plan is compared with.
import type { BrokenRule, DateRule } from '../../../../src/lib/model/meetings/meeting-rules.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  forbiddenBy,
  movesBetween,
  planMeetings,
  possibleDates,
  referenceFigures,
  renumbered,
  setAside,
  stillUndated,
  withoutUndated
} from '../../../../src/lib/engines/meetings/index.ts';
import { HALVES, type PlannedMeeting } from '../../../../src/lib/model/meetings/meeting-problem.ts';
import { CALENDAR, tinyProblem } from './tiny.ts';
import { draws } from '../../../draws.ts';

/** Rules of the checker that a reason may stand for. */
const CHECKED: Record<DateRule, readonly BrokenRule['rule'][]> = {
  past: [],
  closed: ['calendar'],
  room: ['away', 'two-places'],
  coordinator: ['away', 'half-day', 'day', 'far', 'hours'],
  quorum: ['quorum'],
  spacing: ['band', 'order'],
  elsewhere: ['two-places', 'hours']
};

describe('a half-day that is no date', () => {
  it('has a reason that the checker gives too', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const open = { ...problem, locked: [] };
        const { meetings } = await planMeetings(open, { seconds: 0 });
        if (!meetings) return;
        const meeting = meetings[0]!;
        const found = new Set(possibleDates(open, meetings, meeting).map(({ date, half }) => date + half));
        const others = meetings.filter((one) => one !== meeting);
        for (const date of CALENDAR)
          for (const half of HALVES) {
            if (found.has(date + half)) continue;
            const there = { ...meeting, date, half };
            const broken = checkPlan(open, [...others, there]).broken.map(({ rule }) => rule);
            const allowed = CHECKED[forbiddenBy(open, meetings, there)];
            expect(broken.some((rule) => allowed.includes(rule))).toBe(true);
          }
      }),
      { numRuns: draws() }
    );
  });
});

describe('moves', () => {
  const at = (number: number, date: string): PlannedMeeting => ({ team: 'A', number, date, half: 'am' });
  const plan = [at(1, '2026-09-07'), at(2, '2026-09-14')];

  it('tells the dates that a team gives up and takes, and a meeting that is no more', () => {
    expect(movesBetween(plan, [at(1, '2026-09-08'), at(2, '2026-09-14')])).toMatchObject([
      { team: 'A', from: { date: '2026-09-07' }, to: { date: '2026-09-08' } }
    ]);
    expect(movesBetween(plan, [at(1, '2026-09-14')])).toMatchObject([
      { from: { date: '2026-09-07' }, to: null }
    ]);
    expect(movesBetween(plan, plan)).toEqual([]);
  });

  it('are numbered in the order of dates', () => {
    expect(renumbered([at(1, '2026-09-14'), at(2, '2026-09-07')])).toEqual(plan);
  });
});

describe('meetings without a date', () => {
  it('are those of the team at fault: the others are planned, and it meets as often as it can', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const open = { ...problem, locked: [] };
        const { status, conflict } = await planMeetings(open, { seconds: 0 });
        const aside = status === 'infeasible' ? setAside(open, [], conflict) : null;
        if (aside === null) return;
        const [one] = aside;
        const asked = open.teams.find(({ id }) => id === one!.team)!.meetings;
        expect(one!.held + one!.meetings).toBe(asked);
        const left = withoutUndated(open, aside).teams.find(({ id }) => id === one!.team);
        expect(left?.meetings ?? 0).toBe(one!.held);
        expect(stillUndated(open, aside)).toEqual(aside);
        expect(stillUndated(null, aside)).toEqual([]);
      }),
      { numRuns: draws() }
    );
  });
});

describe('what a plan is compared with', () => {
  it('is a plan made date by date that has no fewer absences than the fewest', () => {
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        const { byHand, fewestAbsences } = referenceFigures({ ...problem, locked: [] });
        if (byHand?.missing !== 0) return;
        expect(byHand.figures.absences).toBeGreaterThanOrEqual(fewestAbsences!);
      }),
      { numRuns: draws() }
    );
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        expect(referenceFigures({ ...problem, teams: [], locked: [] }).byHand).toBeNull();
      }),
      { numRuns: 5 }
    );
  });
});
