// The week of a coordinator: tours and minutes are those that the checker counts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, coordinatorDays, planMeetings } from '../../../../src/lib/engines/meetings/index.ts';
import type { PlannedMeeting } from '../../../../src/lib/model/meetings/meeting-problem.ts';
import { tinyProblem } from './tiny.ts';
import { draws } from '../../../draws.ts';

describe('tours', () => {
  it('count the minutes and the days out that the checker counts, each meeting in one tour', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const { meetings } = await planMeetings(problem, { seconds: 0, leastParts: 1 });
        if (!meetings) return;
        const { byCoordinator } = checkPlan(problem, meetings).figures;
        const tours = coordinatorDays(problem, meetings, '2026-09-01', '2026-09-30');
        for (const { id } of problem.coordinators) {
          const own = tours.filter(({ coordinator }) => coordinator === id);
          expect(own.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(byCoordinator[id]!.minutes);
          expect(own).toHaveLength(byCoordinator[id]!.daysOut);
        }
        const held = tours.flatMap((day) => day.meetings);
        for (const { legs, minutes } of tours)
          expect(legs.reduce((sum, leg) => sum + leg.minutes, 0)).toBe(minutes);
        const key = ({ team, number }: PlannedMeeting) => `${team} ${number}`;
        expect(held.map(key).sort()).toEqual(meetings.map(key).sort());
      }),
      { numRuns: draws() }
    );
  });
});
