// The week of a coordinator: tours and minutes are those that the checker counts; a team's absences are those of its meetings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absentees, checkPlan, planMeetings, toursOf } from '../../../../src/lib/engines/meetings/index.ts';
import type { PlannedMeeting } from '../../../../src/lib/model/meetings/meeting-problem.ts';
import { teamYear } from '../../../../src/lib/features/meetings/team/usual-absentees.ts';
import { tinyProblem } from './tiny.ts';

describe('tours and team sheets', () => {
  it('count the minutes and the days out that the checker counts, each meeting in one tour', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const { meetings } = await planMeetings(problem, { seconds: 0, leastParts: 1 });
        if (!meetings) return;
        const { byCoordinator } = checkPlan(problem, meetings).figures;
        const tours = toursOf(problem, meetings);
        for (const { id } of problem.coordinators) {
          const own = tours.filter(({ coordinator }) => coordinator === id);
          expect(own.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(byCoordinator[id]!.minutes);
          expect(own).toHaveLength(byCoordinator[id]!.daysOut);
        }
        const held = tours.flatMap(({ stops }) => stops.map(({ meeting }) => meeting));
        const key = ({ team, number }: PlannedMeeting) => `${team} ${number}`;
        expect(held.map(key).sort()).toEqual(meetings.map(key).sort());
      }),
      { numRuns: 50 }
    );
  });

  it('counts the meetings that each member misses', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const { meetings } = await planMeetings(problem, { seconds: 0, leastParts: 1 });
        const own = (meetings ?? []).filter(({ team }) => team === 't1');
        const { members } = teamYear(problem, own);
        for (const { partner, missed } of members)
          expect(missed).toBe(own.filter((one) => absentees(problem, one).includes(partner)).length);
      }),
      { numRuns: 30 }
    );
  });
});
