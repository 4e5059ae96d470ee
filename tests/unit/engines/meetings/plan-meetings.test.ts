import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  planMeetings,
  possibleDates,
  repairPlan
} from '../../../../src/lib/engines/meetings/index.ts';
import { greedyPlan } from '../../../../src/lib/engines/meetings/plan/greedy-plan.ts';
import { meetingsOf } from '../../../../src/lib/engines/meetings/plan/slots.ts';
import { compileMeetings } from '../../../../src/lib/engines/meetings/problem/compile-meetings.ts';
import {
  PRESETS,
  type MeetingProblem,
  type PlannedMeeting
} from '../../../../src/lib/model/meetings/meeting-problem.ts';
import { byBruteForce, tinyProblem } from './tiny.ts';
import { draws } from '../../../draws.ts';

const RUNS = draws();
const quick = { seconds: 0.01, leastParts: 12 };

describe('a plan of the year', () => {
  it('costs what every plan tried one by one costs at least, keeps every rule, and its bound is never above', async () => {
    let planned = 0;
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const best = byBruteForce(problem);
        const found = await planMeetings(problem, quick);
        if (best === null) {
          expect(found.status).not.toBe('planned');
          return;
        }
        planned += 1;
        expect(found.status).toBe('planned');
        const checked = checkPlan(problem, found.meetings!);
        expect(checked.broken).toEqual([]);
        expect(checked.cost.total).toBeCloseTo(found.cost!, 6);
        expect(found.cost).toBeCloseTo(best, 6);
        expect(found.bound).toBeLessThanOrEqual(best + 1e-6);
      }),
      { numRuns: RUNS }
    );
    expect(planned).toBeGreaterThan(RUNS / 5);
  });

  it('does not depend on the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const turned: MeetingProblem = {
          ...problem,
          teams: [...problem.teams]
            .reverse()
            .map((team) => ({ ...team, members: [...team.members].reverse() })),
          coordinators: [...problem.coordinators].reverse(),
          away: [...problem.away].reverse()
        };
        const [one, other] = [await planMeetings(problem, quick), await planMeetings(turned, quick)];
        expect(other.status === 'planned').toBe(one.status === 'planned');
        if (one.cost !== null) expect(other.cost).toBeCloseTo(one.cost, 6);
      }),
      { numRuns: draws(1 / 4) }
    );
  });

  it('of a person with a paper calendar breaks no rule either', () => {
    fc.assert(
      fc.property(tinyProblem, (problem) => {
        const plan = meetingsOf(
          compileMeetings({ ...problem, locked: [] }),
          greedyPlan(compileMeetings({ ...problem, locked: [] }))
        );
        const { broken } = checkPlan({ ...problem, locked: [] }, plan);
        expect(broken.filter(({ rule }) => rule !== 'count')).toEqual([]);
      }),
      { numRuns: RUNS }
    );
  });
});

/** The problem after a change: one more is away on a weekday. */
const changed = fc.tuple(
  tinyProblem,
  fc.constantFrom('p1', 'p2', 'k1', 'k2', 'room:A'),
  fc.integer({ min: 1, max: 5 })
);

describe('a plan repaired after an absence', () => {
  it('moves as few meetings as the best of all plans, and lists them', async () => {
    let fewest = 0;
    let repaired = 0;
    await fc.assert(
      fc.asyncProperty(changed, async ([problem, who, weekday]) => {
        const before = await planMeetings(problem, { seconds: 0.05 });
        if (before.status !== 'planned') return;
        const after = { ...problem, away: [...problem.away, { who, weekday }] };
        const kept = (meeting: PlannedMeeting) =>
          before.meetings!.some(
            ({ team, date, half }) => team === meeting.team && date === meeting.date && half === meeting.half
          );
        const least = byBruteForce(after, (plan) => plan.filter((meeting) => !kept(meeting)).length);
        const found = await repairPlan(after, before.meetings!, { seconds: 1 });
        if (least === null) {
          expect(found.status).not.toBe('planned');
          return;
        }
        repaired += 1;
        expect(found.status).toBe('planned');
        const { broken, cost } = checkPlan(after, found.meetings);
        expect(broken).toEqual([]);
        expect(cost.total).toBeCloseTo(found.cost!, 6);
        expect(found.moves.map(({ team, to }) => `${team} ${to.date} ${to.half}`).sort()).toEqual(
          found.meetings
            .filter((meeting) => !kept(meeting))
            .map(({ team, date, half }) => `${team} ${date} ${half}`)
            .sort()
        );
        expect(found.moves.length).toBe(least);
        if (found.fewest) fewest += 1;
      }),
      { numRuns: RUNS }
    );
    expect(fewest).toBeGreaterThan(repaired / 2);
  });

  it('is not called the one of the fewest moves where a team alone would need fewer', async () => {
    // One head in both teams: the morning is lost to the first team, the afternoon was the second's.
    const one = { id: 't1', coordinator: 'k1', meetings: 1, commune: 'A', quorum: { ecole: 1 } };
    const members = [{ partner: 'p1', weight: 1, class: 'ecole' }];
    const teams = ['1', '2'].map((n) => ({ ...one, id: `t${n}`, coordinator: `k${n}`, members, band: [1, 9] as [number, number] })); // prettier-ignore
    const problem: MeetingProblem = {
      calendar: ['2026-09-07', '2026-09-08'],
      teams,
      coordinators: [
        { id: 'k1', commune: 'A' },
        { id: 'k2', commune: 'A' }
      ],
      away: [
        { who: 'k1', from: '2026-09-08', to: '2026-09-08' },
        { who: 'k1', half: 'am' }
      ],
      minutes: { A: { A: 0 } },
      locked: [],
      weights: PRESETS.balanced
    };
    const [am, pm, later] = [
      { date: '2026-09-07', half: 'am' as const },
      { date: '2026-09-07', half: 'pm' as const },
      { date: '2026-09-08', half: 'am' as const }
    ];
    const found = await repairPlan(
      problem,
      [
        { team: 't1', number: 1, ...am },
        { team: 't2', number: 1, ...pm }
      ],
      { seconds: 0 }
    );
    expect(found.moves.map(({ team, to }) => `${team} ${to.half}`).sort()[0]).toBe('t1 pm');
    expect([found.status, found.moves.length, found.fewest]).toEqual(['planned', 2, false]);
    expect((await repairPlan(problem, [{ team: 't1', number: 1, ...am }, { team: 't2', number: 1, ...later }], { seconds: 0 })).fewest).toBe(true); // prettier-ignore
  });

  it('changes nothing where nothing has to move', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const { meetings } = await planMeetings(problem, { seconds: 0.02 });
        if (!meetings) return;
        const found = await repairPlan(problem, meetings);
        expect(found.moves).toEqual([]);
        expect(found.fewest).toBe(true);
        expect(found.meetings).toEqual(meetings);
      }),
      { numRuns: draws(1 / 2) }
    );
  });
});

describe('a date for one meeting', () => {
  it('gives every date that the rules allow, the cheapest first, with who would miss it', async () => {
    await fc.assert(
      fc.asyncProperty(tinyProblem, async (problem) => {
        const open = { ...problem, locked: [] };
        const { meetings } = await planMeetings(open, { seconds: 0.02 });
        if (!meetings) return;
        const { team, number } = meetings[0]!;
        const found = possibleDates(open, meetings, { team, number });
        const others = meetings.filter((meeting) => meeting.team !== team || meeting.number !== number);
        const all = open.calendar
          .flatMap((date) => (['am', 'pm'] as const).map((half) => ({ date, half })))
          .map((slot) => ({ slot, ...checkPlan(open, [...others, { team, number, ...slot }]) }))
          .filter(({ broken }) => broken.length === 0);
        expect(found.map(({ date, half }) => `${date} ${half}`).sort()).toEqual(
          all.map(({ slot }) => `${slot.date} ${slot.half}`).sort()
        );
        const [best] = found;
        const cheapest = Math.min(...all.map(({ cost }) => cost.total));
        const chosen = all.find(({ slot }) => slot.date === best?.date && slot.half === best.half);
        expect(chosen?.cost.total).toBeCloseTo(cheapest, 6);
        for (let i = 1; i < found.length; i++)
          expect(found[i]!.cost).toBeGreaterThanOrEqual(found[i - 1]!.cost);
      }),
      { numRuns: RUNS }
    );
  });
});
