// A meeting problem as the search reads it: periods of absence, numbers of days between meetings, days of a coordinator, the bound.
import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../../src/lib/engines/meetings/index.ts';
import { meetingsOf } from '../../../../src/lib/engines/meetings/plan/slots.ts';
import {
  compileMeetings,
  Absences,
  IMPOSSIBLE
} from '../../../../src/lib/engines/meetings/problem/compile-meetings.ts';
import {
  PRESETS,
  type MeetingProblem,
  type MeetingTeam,
  type PlannedMeeting
} from '../../../../src/lib/model/meetings/meeting-problem.ts';
import { MeetingBound } from '../../../../src/lib/engines/meetings/plan/lagrangian-bound.ts';
import { PlanState } from '../../../../src/lib/engines/meetings/plan/plan-state.ts';
import { MeetingSearch } from '../../../../src/lib/engines/meetings/plan/search.ts';
import { teamPath } from '../../../../src/lib/engines/meetings/plan/team-path.ts';

const team = (id: string, more: Partial<MeetingTeam> = {}): MeetingTeam => ({
  id,
  coordinator: 'C',
  meetings: 1,
  commune: 'A',
  members: [{ partner: `head-${id}`, weight: 1, class: 'school' }],
  quorum: { school: 1 },
  band: [1, 30],
  ...more
});
const problemOf = (calendar: string[], teams: MeetingTeam[], more: Partial<MeetingProblem> = {}) => ({
  calendar,
  teams,
  coordinators: [{ id: 'C', commune: 'B' }],
  away: [],
  minutes: { A: { A: 0, B: 20 }, B: { A: 25, B: 0 } },
  locked: [],
  weights: PRESETS.balanced,
  ...more
});

describe('a period of absence', () => {
  const calendar = ['2026-09-14', '2026-09-15', '2026-09-17', '2026-09-18'];
  const awayDays = (from: string, to: string) => {
    const slots = new Absences(calendar, [{ who: 'p', from, to }]).of('p');
    return calendar.filter((_, day) => slots[2 * day] === 1 && slots[2 * day + 1] === 1);
  };

  it.each([
    ['2026-09-15', '2026-09-15', ['2026-09-15']],
    ['2026-09-15', '2026-09-16', ['2026-09-15']],
    ['2026-09-16', '2026-09-17', ['2026-09-17']],
    ['2026-09-16', '2026-09-16', []],
    ['2026-09-01', '2026-09-13', []],
    ['2026-09-17', '2026-10-01', ['2026-09-17', '2026-09-18']],
    ['2026-09-19', '2026-10-01', []]
  ])(
    'from %s to %s takes no day outside of it, a day without meetings at its end or not',
    (from, to, days) => {
      expect(awayDays(from, to)).toEqual(days);
    }
  );
});

it('two meetings of a team are as far apart as its band says, both ends included, and never on one day', () => {
  const calendar = Array.from({ length: 10 }, (_, day) => `2026-09-${10 + day}`);
  const allowed = (band: [number, number]) => {
    const [gap] = compileMeetings(problemOf(calendar, [team('t', { meetings: 2, band })])).gap;
    return [...gap!].flatMap((cost, days) => (cost < IMPOSSIBLE ? [days] : []));
  };
  expect(allowed([3, 5])).toEqual([3, 4, 5]);
  expect(allowed([0, 2])).toEqual([1, 2]);
  expect(allowed([7, 40])).toEqual([7, 8, 9]);
});

describe('a meeting more in a half-day', () => {
  const partner = { partner: 'shared', weight: 1, class: 'school' };
  const teams = [team('t1'), team('t2'), team('t3'), team('t4', { members: [partner] }), team('t5', { coordinator: 'D', members: [partner] })]; // prettier-ignore
  const coordinators = ['C', 'D'].map((id) => ({ id, commune: 'B' }));
  const m = compileMeetings(problemOf(['2026-09-14', '2026-09-15'], teams, { coordinators }));

  it.each([
    ['morning', 0],
    ['afternoon', 1]
  ])('of the %s is the third of its coordinator: it may not be, and a second may', (_, slot) => {
    const state = new PlanState(m);
    state.put(0, Int32Array.of(slot));
    expect(state.marginal(1, slot)).toBeLessThan(IMPOSSIBLE);
    state.put(1, Int32Array.of(slot));
    expect(state.marginal(2, slot)).toBe(IMPOSSIBLE);
    expect(state.marginal(2, 1 - slot)).toBeLessThan(IMPOSSIBLE);
    state.put(2, Int32Array.of(1 - slot));
    // Three in the day: no fourth.
    expect(state.marginal(3, 1 - slot)).toBe(IMPOSSIBLE);
  });

  it('with a partner who is with another coordinator may not be', () => {
    const state = new PlanState(m);
    state.put(3, Int32Array.of(0));
    expect(state.marginal(4, 0)).toBe(IMPOSSIBLE);
    expect(state.marginal(4, 1)).toBeLessThan(IMPOSSIBLE);
  });
});

it('a search counts each former date that is kept at its worth', () => {
  const teams = ['t1', 't2'].map((id) => team(id));
  const problem = problemOf(['2026-09-14', '2026-09-15'], teams);
  const m = compileMeetings(problem);
  const worth = 1e6;
  const bonus = new Float64Array(m.teams * m.slots);
  // The morning of the second day was the first team's; the other's date is no longer one.
  bonus[2] = -worth;
  const search = new MeetingSearch(m, { seed: 1, start: [Int32Array.of(2), null], bonus });
  expect(search.begin()).toBe(true);
  search.run(20, 0);
  const { cost } = checkPlan(
    problem,
    meetingsOf(
      m,
      search.plan!.map((slots) => Int32Array.from(slots))
    )
  );
  expect([...search.plan![0]!]).toEqual([2]);
  expect(search.cost).toBeCloseTo(cost.total - worth, 6);
});

it('a year of more meetings than any before is planned by the same arrays', () => {
  const calendar = Array.from({ length: 60 }, (_, day) =>
    new Date(Date.UTC(2026, 8, 1 + 7 * day)).toISOString().slice(0, 10)
  );
  for (const meetings of [1, 45]) {
    const m = compileMeetings(problemOf(calendar, [team('t', { meetings, band: [1, 400] })]));
    const path = teamPath(m, 0, new Float64Array(m.possible[0]!.length));
    expect(path?.slots.length).toBe(meetings);
  }
});

describe('the bound of a year', () => {
  const boundOf = (problem: MeetingProblem, known: number) => {
    const bound = new MeetingBound(compileMeetings(problem));
    bound.run(400, known);
    return bound.value;
  };
  const costOf = (problem: MeetingProblem, plan: PlannedMeeting[]) => {
    const { broken, cost } = checkPlan(problem, plan);
    expect(broken).toEqual([]);
    return cost.total;
  };

  it.each([
    ['one in the morning, two in the afternoon', ['am', 'pm', 'pm']],
    ['two in the morning, one in the afternoon', ['am', 'am', 'pm']]
  ] as const)('allows a day of three meetings: %s', (_, halves) => {
    const ids = ['t1', 't2', 't3'];
    const away = halves.map((half, at) => ({
      who: `head-${ids[at]}`,
      half: half === 'am' ? ('pm' as const) : ('am' as const)
    }));
    const problem = problemOf(
      ['2026-09-14'],
      ids.map((id) => team(id)),
      { away }
    );
    const plan = halves.map((half, at) => ({ team: ids[at]!, number: 1, date: '2026-09-14', half }));
    const cost = costOf(problem, plan);
    expect(boundOf(problem, cost)).toBeLessThanOrEqual(cost);
    expect(boundOf(problem, cost)).toBeCloseTo(cost, 3);
  });

  it('stays under the cost of the best plan where both are the same but for rounding', () => {
    const problem = problemOf(['2026-09-14'], [team('t')]);
    const cost = costOf(problem, [{ team: 't', number: 1, date: '2026-09-14', half: 'am' }]);
    expect(boundOf(problem, cost)).toBeLessThan(cost);
    expect(boundOf(problem, cost)).toBeGreaterThan(cost - 1e-3);
  });
});
