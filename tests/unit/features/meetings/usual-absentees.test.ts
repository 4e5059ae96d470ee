// The year of a team: its absences are those of its meetings.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { absentees, planMeetings } from '../../../../src/lib/engines/meetings/index.ts';
import { teamYear } from '../../../../src/lib/features/meetings/team/usual-absentees.ts';
import { tinyProblem } from '../../engines/meetings/tiny.ts';

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
