// What holds of any year of meetings: the order of rows, the bound, absences that no plan avoids, the load of each coordinator.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan, planMeetings, repairPlan } from '../../../../src/lib/engines/meetings/index.ts';
import { fewestAbsences } from '../../../../src/lib/engines/meetings/plan/reference-figures.ts';
import { dayNumber, weekOf } from '../../../../src/lib/model/meetings/days.ts';
import {
  WEEK_MEETINGS,
  type MeetingProblem,
  type PlannedMeeting
} from '../../../../src/lib/model/meetings/meeting-problem.ts';
import { byBruteForce, tinyProblem, yearProblem } from './tiny.ts';
import { draws } from '../../../draws.ts';

const RUNS = draws();
const quick = { seconds: 0, leastParts: 12 };
describe('absences that no plan avoids', () => {
  it('are those of each team tried alone in every way, and never more than any plan has', () => {
    let exact = 0;
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        const least = fewestAbsences(problem);
        const best = byBruteForce(problem, (plan) => checkPlan(problem, plan).figures.absences);
        if (best !== null) {
          expect(least).not.toBeNull();
          expect(least!).toBeLessThanOrEqual(best);
        }
        // Each team alone.
        const alone = problem.teams.map((team) => {
          const others = problem.teams
            .filter((other) => other !== team)
            .map((other) => ({ ...other, coordinator: other.id, meetings: 1, members: [], quorum: {} }));
          const free = {
            ...problem,
            locked: problem.locked.filter((lock) => lock.team === team.id),
            coordinators: [...problem.coordinators, ...others.map(({ id }) => ({ id, commune: 'A' }))],
            away: problem.away.filter(
              ({ who }) => !who.startsWith('room:') || who === `room:${team.commune}`
            ),
            teams: [team, ...others]
          };
          return byBruteForce(free, (plan) => checkPlan(free, plan).figures.absences);
        });
        if (alone.includes(null)) expect(least).toBeNull();
        else {
          exact += 1;
          expect(least).toBe(alone.reduce<number>((sum, one) => sum + one!, 0));
        }
      }),
      { numRuns: draws(1 / 2) }
    );
    expect(exact).toBeGreaterThan(RUNS / 10);
  });
});

describe('a year of many teams', () => {
  it('has a bound that no plan is under, however long it is looked for', async () => {
    await fc.assert(
      fc.asyncProperty(yearProblem, fc.integer({ min: 1, max: 1000 }), async (problem, seed) => {
        const short = await planMeetings(problem, { ...quick, leastParts: 3, seed });
        fc.pre(short.status === 'planned');
        const long = await planMeetings(problem, { ...quick, leastParts: 25, seed: seed + 1 });
        for (const { bound } of [short, long])
          for (const { meetings } of [short, long]) {
            const { broken, cost } = checkPlan(problem, meetings!);
            expect(broken).toEqual([]);
            expect(bound!).toBeLessThanOrEqual(cost.total + 1e-6);
          }
      }),
      { numRuns: draws(1 / 8) }
    );
  });

  it('is planned alike twice, without a clock', async () => {
    await fc.assert(
      fc.asyncProperty(yearProblem, async (problem) => {
        const [one, other] = [await planMeetings(problem, quick), await planMeetings(problem, quick)];
        expect(other.meetings).toEqual(one.meetings);
        expect(other.bound).toBe(one.bound);
      }),
      { numRuns: draws(1 / 8) }
    );
  });

  it('is repaired by no fewer moves than it says, and says them all', async () => {
    await fc.assert(
      fc.asyncProperty(yearProblem, fc.nat(), async (problem, n) => {
        const { meetings } = await planMeetings(problem, { ...quick, leastParts: 2 });
        if (!meetings) return;
        const { team, date } = meetings[n % meetings.length]!;
        const who = problem.teams.find(({ id }) => id === team)!.coordinator;
        const after = { ...problem, away: [...problem.away, { who, from: date, to: date }] };
        const found = await repairPlan(after, meetings, { seconds: 0.05 });
        if (found.status !== 'planned') return;
        const keyOf = (one: PlannedMeeting) => `${one.team} ${one.date} ${one.half}`;
        const before = new Set(meetings.map(keyOf));
        const moved = found.meetings.filter((one) => !before.has(keyOf(one)));
        expect(found.moves.map(({ team: id, to }) => `${id} ${to.date} ${to.half}`).sort()).toEqual(
          moved.map(keyOf).sort()
        );
        const must = meetings.filter(
          (one) => one.date === date && problem.teams.find(({ id }) => id === one.team)!.coordinator === who
        );
        expect(moved.length).toBeGreaterThanOrEqual(must.length);
      }),
      { numRuns: draws(1 / 2) }
    );
  });

  it('tells of each coordinator every meeting once, and the weeks with more than two', async () => {
    await fc.assert(
      fc.asyncProperty(yearProblem, async (problem) => {
        const { meetings } = await planMeetings(problem, { ...quick, leastParts: 2 });
        if (!meetings) return;
        const { byCoordinator, minutes, daysOut } = checkPlan(problem, meetings).figures;
        const rows = Object.entries(byCoordinator);
        expect(rows.reduce((sum, [, one]) => sum + one.meetings, 0)).toBe(meetings.length);
        expect(rows.reduce((sum, [, one]) => sum + one.minutes, 0)).toBe(minutes);
        expect(rows.reduce((sum, [, one]) => sum + one.daysOut, 0)).toBe(daysOut);
        for (const [id, { weeksOver }] of rows) {
          const own = meetings.filter(
            ({ team }) => problem.teams.find((one) => one.id === team)!.coordinator === id
          );
          const weeks = new Map<number, number>();
          for (const { date } of own) {
            const week = weekOf(dayNumber(date));
            weeks.set(week, (weeks.get(week) ?? 0) + 1);
          }
          expect(weeksOver).toBe([...weeks.values()].filter((held) => held > WEEK_MEETINGS).length);
        }
      }),
      { numRuns: draws(1 / 4) }
    );
  });
});

describe('the order of the rows', () => {
  it('of members and absences changes no date', async () => {
    await fc.assert(
      fc.asyncProperty(yearProblem, async (problem) => {
        const turned: MeetingProblem = {
          ...problem,
          teams: problem.teams.map((team) => ({ ...team, members: [...team.members].reverse() })),
          away: [...problem.away].reverse()
        };
        const [one, other] = [await planMeetings(problem, quick), await planMeetings(turned, quick)];
        expect(other.meetings).toEqual(one.meetings);
        expect(fewestAbsences(turned)).toBe(fewestAbsences(problem));
      }),
      { numRuns: draws(1 / 8) }
    );
  });
});
