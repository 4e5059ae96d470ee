// The page of meetings: a plan when it opens, what is fixed stays, what is done is taken back, what cannot be planned is named.
import { describe, expect, it } from 'vitest';
import {
  planMeetings,
  possibleDates,
  repairPlan,
  type MeetingSolution,
  nextSchoolYear
} from '../../../../src/lib/engines/meetings/index.ts';
import { SCHOOL_YEARS } from '../../../../src/lib/engines/meetings/calendar/school-holidays.ts';
import { MeetingsState } from '../../../../src/lib/features/meetings/meetings-state.svelte.ts';
import type { PlannedMeeting } from '../../../../src/lib/model/meetings/meeting-problem.ts';
import type { Dashboard } from '../../../../src/lib/cube/dashboard.ts';
import type { Programme } from '../../../../src/lib/cube/programme.ts';
import type { MeetingsFile } from '../../../../src/lib/model/meetings/meetings-file.ts';
import { FirstPlans } from '../../../../src/lib/figures/calendar/first-plans.ts';
import type { MeetingsClient } from '../../../../src/lib/workers/meetings/client.ts';
import { checkedSolution } from '../../../../src/lib/workers/meetings/checked-results.ts';
import type { CheckedSolution, PlanOrder } from '../../../../src/lib/workers/meetings/protocol.ts';
import { Stopped } from '../../../../src/lib/workers/stopped.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const TEAMS = ['A', 'B', 'C'];
const programme = {
  teams: TEAMS.map((id, i) => ({
    id,
    name: `Équipe ${id}`,
    qpv: null,
    commune: '10001',
    coordinator: 'Coordination 1',
    meetings: 3,
    professionals: 2 + i
  }))
} as unknown as Programme;
const file = (part: Partial<MeetingsFile> = {}): MeetingsFile => ({
  version: 1,
  synthetic: true,
  departement: '59',
  members: TEAMS.map((team) => ({
    team,
    partner: `direction-${team}`,
    function: `Direction ${team}`,
    weight: 1,
    class: 'école'
  })),
  quorum: { école: 1 },
  coordinators: [{ id: 'Coordination 1', commune: '10001' }],
  away: [],
  closed: [],
  ...part
});

/** The worker's work in the test's own thread; `hold` keeps it pending until it is stopped. */
class Client {
  orders: PlanOrder[] = [];
  answers: CheckedSolution[] = [];
  hold = false;
  /** What the worker had sent before it was ended. */
  late: () => void = () => undefined;
  #reject: ((error: Error) => void) | null = null;
  async plan(order: PlanOrder, onProgress: (progress: MeetingSolution) => void): Promise<CheckedSolution> {
    this.orders.push(order);
    const found = checkedSolution(
      order.problem,
      await planMeetings(order.problem, {
        seconds: 0,
        leastParts: 1,
        seed: order.seed,
        ...(order.start && { start: order.start })
      })
    );
    this.answers.push(found);
    if (found.status !== 'planned' || !this.hold) return found;
    onProgress(found);
    this.late = () => onProgress({ ...found, meetings: found.meetings!.slice(1) });
    return new Promise((_, reject) => (this.#reject = reject));
  }
  stop(): void {
    this.#reject?.(new Stopped());
    this.#reject = null;
  }
}

function state(given = file(), client = new Client(), today = '2026-08-25') {
  const dashboard: Dashboard = { ...smallDashboard, years: ['2025-2026'] };
  const minutes = { '10001': { '10001': 0 } };
  return new MeetingsState(
    dashboard,
    { programme, file: given, minutes },
    new FirstPlans(client as unknown as MeetingsClient),
    today
  );
}
const settled = async (meetings: MeetingsState) => {
  await expect.poll(() => meetings.isSearching, { timeout: 240_000 }).toBe(false);
};

describe('the page of meetings', () => {
  it('plans the year after that of the data as soon as it opens, without a step to undo', async () => {
    const meetings = state();
    meetings.open();
    await settled(meetings);
    expect(meetings.year.year).toBe('2026-2027');
    expect(meetings.plan).toHaveLength(9);
    expect(meetings.checked?.broken).toEqual([]);
    expect(meetings.gap).toBeGreaterThanOrEqual(0);
    expect(meetings.canUndo).toBe(false);
  });

  it('reads the check of the worker, and checks again what is changed here', async () => {
    const client = new Client();
    const meetings = state(file(), client);
    meetings.open();
    await settled(meetings);
    const { checked } = client.answers[0]!;
    expect(checked?.broken).toEqual([]);
    expect(meetings.checked).toBe(checked);
    const away = { who: 'direction-A', from: meetings.plan[0]!.date, to: meetings.plan[0]!.date };
    meetings.adopt(meetings.plan, 'absence', { absences: [away] });
    expect(meetings.checked).not.toBe(checked);
    expect(meetings.checked?.cost.total).not.toBe(checked?.cost.total);
    meetings.undo();
    expect(meetings.checked).toBe(checked);
  });

  it('keeps the best plan when it is stopped', async () => {
    const client = new Client();
    client.hold = true;
    const meetings = state(file(), client);
    meetings.open();
    await expect.poll(() => meetings.search.progress?.meetings?.length, { timeout: 240_000 }).toBe(9);
    expect(meetings.plan, 'no calendar of an unfinished search is shown').toEqual([]);
    expect(meetings.isPending).toBe(true);
    meetings.stop();
    await settled(meetings);
    expect(meetings.search.phase).toBe('stopped');
    client.late();
    expect(meetings.plan).toHaveLength(9);
    expect(meetings.checked?.broken).toEqual([]);
  });

  it('keeps fixed meetings through another search, and undo gives plan, fixed meetings and priority back', async () => {
    const meetings = state();
    meetings.open();
    await settled(meetings);
    const fixed = meetings.meetingsOf('B');
    meetings.toggleLock(fixed, 'fix');
    const before = meetings.plan;
    meetings.changePreset('presence', 'preset');
    await settled(meetings);
    expect(meetings.meetingsOf('B')).toEqual(fixed);
    expect(meetings.write().get('priorite')).toBe('presence');
    meetings.undo();
    expect(meetings.preset).toBe('balanced');
    expect(meetings.plan).toEqual(before);
    expect(meetings.locked).toEqual(fixed);
    meetings.undo();
    expect(meetings.locked).toEqual([]);
    expect(meetings.canUndo).toBe(false);
    meetings.redo();
    expect(meetings.locked).toEqual(fixed);
  });

  it('compares with the plan before the last change of dates, whatever was fixed or declared since', async () => {
    const meetings = state();
    meetings.open();
    await settled(meetings);
    const first = meetings.plan;
    expect(meetings.previous).toBeNull();
    const moved = first.map((one) =>
      one.team === 'A' && one.number === 3 ? { ...one, date: '2027-06-30' } : one
    );
    meetings.adopt(moved, 'another date');
    meetings.toggleLock(meetings.meetingsOf('B'), 'fix');
    meetings.adopt([...meetings.plan], 'an absence', { absences: [{ who: 'direction-C', weekday: 1 }] });
    expect(meetings.previous).toEqual(first);
    meetings.undo();
    meetings.undo();
    expect(meetings.previous).toEqual(first);
    meetings.undo();
    expect(meetings.plan).toEqual(first);
    expect(meetings.previous).toBeNull();
  });

  it('tells no gap of a plan that the search did not make, nor once a priority is another', async () => {
    const meetings = state();
    meetings.open();
    await settled(meetings);
    meetings.adopt([...meetings.plan], 'another');
    expect(meetings.gap).toBeNull();
    meetings.undo();
    expect(meetings.gap).not.toBeNull();
    meetings.change({ preset: 'travel' });
    expect(meetings.gap).toBeNull();
  });

  it('sets aside the team whose rules clash, tells them, and plans the others', async () => {
    const meetings = state(
      file({ away: [1, 2, 3, 4, 5].map((weekday) => ({ who: 'direction-B', weekday })) })
    );
    meetings.open();
    await settled(meetings);
    expect(meetings.aside.map(({ team, meetings: count }) => [team, count])).toEqual([['B', 3]]);
    expect(meetings.aside[0]?.conflict.map(({ rule }) => rule).sort()).toEqual(['away', 'quorum']);
    expect(meetings.plan.map(({ team }) => team)).not.toContain('B');
    expect(meetings.plan).toHaveLength(6);
    expect(meetings.checked?.broken).toEqual([]);
    expect(meetings.asked).toBe(9);
  });

  it('keeps the meetings that a team can hold when its rules clash, and says how many have no date', async () => {
    // Nobody of team B from January on: three meetings at the pace of the year do not fit in a term.
    const meetings = state(file({ away: [{ who: 'direction-B', from: '2026-11-01', to: '2027-08-31' }] }));
    meetings.open();
    await settled(meetings);
    const [aside] = meetings.aside;
    expect(aside?.team).toBe('B');
    expect(aside!.held).toBeGreaterThan(0);
    expect(aside!.held + aside!.meetings).toBe(3);
    expect(meetings.meetingsOf('B')).toHaveLength(aside!.held);
    expect(meetings.meetingsOf('B').every(({ date }) => date < '2026-11-01')).toBe(true);
    expect(aside!.conflict.map(({ rule }) => rule)).toContain('away');
    expect(meetings.plan).toHaveLength(6 + aside!.held);
    expect(meetings.checked?.broken).toEqual([]);
    expect(meetings.asked).toBe(9);
  });

  it('never gives a worse plan for a better one: what was repaired by hand stays, and there is nothing to undo', async () => {
    const meetings = state();
    meetings.open();
    await settled(meetings);
    const best = meetings.plan;
    await meetings.run('again');
    await settled(meetings);
    if (meetings.plan === best) {
      expect(meetings.isNoBetter).toBe(true);
      expect(meetings.canUndo).toBe(false);
      expect(meetings.gap).not.toBeNull();
    } else {
      expect(meetings.canUndo).toBe(true);
    }
    const cost = meetings.checked!.cost.total;
    await meetings.run('again');
    await settled(meetings);
    expect(meetings.checked!.cost.total).toBeLessThanOrEqual(cost);
  });

  it('plans a year with 400 absences, none of them broken', async () => {
    const away = Array.from({ length: 400 }, (_, i) => {
      const date = new Date(Date.UTC(2026, 8, 1 + (i % 250))).toISOString().slice(0, 10);
      return { who: `direction-${TEAMS[i % 3]!}`, from: date, to: date, half: i % 2 ? 'am' : 'pm' } as const;
    });
    const meetings = state(file({ away }));
    meetings.open();
    await settled(meetings);
    expect(meetings.plan).toHaveLength(9);
    expect(meetings.checked?.broken).toEqual([]);
  });

  it('names a quorum that nobody can fill, team by team, and crashes on none', async () => {
    const meetings = state(file({ quorum: { école: 4 } }));
    meetings.open();
    await settled(meetings);
    expect(meetings.plan).toEqual([]);
    const named = [...meetings.search.aside.flatMap(({ conflict }) => conflict), ...meetings.search.conflict];
    expect(named.filter(({ rule }) => rule === 'quorum')).toHaveLength(3);
  });

  it('has no plan, and nothing to search, in a year without a day', () => {
    const meetings = state(file({ closed: [{ from: '2026-08-01', to: '2027-08-31' }] }));
    meetings.open();
    expect(meetings.days).toEqual([]);
    expect(meetings.problem).toBeNull();
    expect(meetings.plan).toEqual([]);
    expect(meetings.columns).toEqual([]);
  });

  it('keeps the last plan when a fixed meeting falls on a holiday, and names it', async () => {
    const meetings = state();
    meetings.open();
    await settled(meetings);
    const before = meetings.plan;
    meetings.locked = [{ team: 'A', number: 1, date: '2026-12-25', half: 'am' }];
    await meetings.run('again');
    expect(meetings.search.conflict.map(({ rule }) => rule)).toContain('locked');
    expect(meetings.plan).toEqual(before);
  });

  it('names the teams that cannot be convened', () => {
    const meetings = state(file({ members: file().members.filter(({ team }) => team !== 'C') }));
    expect(meetings.left).toMatchObject([{ code: 'team-without-members', found: 'C' }]);
    expect(meetings.asked).toBe(9);
  });

  it('has no plan, and says so by having no problem, when nobody is a member', () => {
    const meetings = state(file({ members: [] }));
    expect(meetings.problem).toBeNull();
    meetings.open();
    expect(meetings.plan).toEqual([]);
  });
});

it('the year planned is the last one known when the data is later', () => {
  expect(nextSchoolYear('2040-2041')).toBe(SCHOOL_YEARS.at(-1));
});

describe('a calendar that is the same for all', () => {
  it('comes of its inputs alone on whatever day it is opened, and its link holds no date', async () => {
    const [one, other] = [state(), state(file(), new Client(), '2027-02-10')];
    for (const meetings of [one, other]) {
      meetings.open();
      await settled(meetings);
    }
    expect(other.plan).toEqual(one.plan);
    expect([one.isUsual, other.isUsual]).toEqual([true, true]);
    expect(one.write().has('dates')).toBe(false);
  });

  it('that was changed is in its link: who opens it has the same dates, and nothing is looked for', async () => {
    const meetings = state();
    meetings.open();
    await settled(meetings);
    const [first, ...others] = meetings.plan;
    const moved = possibleDates(meetings.planned!, meetings.plan, first!)[3]!;
    meetings.adopt([{ ...first!, date: moved.date, half: moved.half }, ...others], 'moved');
    const params = meetings.write();
    expect(params.get('dates')).toMatch(/^[\w-]+$/);
    const client = new Client();
    const opened = state(file(), client);
    opened.read(params);
    const kept = opened.arrived();
    opened.open(kept);
    const keysOf = (plan: readonly PlannedMeeting[]) =>
      plan.map(({ team, number, date, half }) => `${team} ${number} ${date} ${half}`).sort();
    expect(keysOf(opened.plan)).toEqual(keysOf(meetings.plan));
    expect(client.orders).toEqual([]);
    expect(opened.write().get('dates')).toBe(params.get('dates'));
    // Of other teams, it is no calendar.
    opened.read(new URLSearchParams({ dates: `AAAA${params.get('dates')!.slice(4)}` }));
    expect(opened.arrived()).toBeNull();
  });

  it('shows the week of today, and moves nothing that is before it in a search or a repair', async () => {
    const client = new Client();
    const meetings = state(file(), client, '2027-01-20');
    meetings.open();
    await settled(meetings);
    expect(meetings.week).toBe('2027-01-18');
    const past = meetings.plan.filter((one) => meetings.isPast(one));
    expect(past.length).toBeGreaterThan(0);
    await meetings.run('better');
    const { problem } = client.orders.at(-1)!;
    expect(problem.from).toBe('2027-01-20');
    expect(problem.locked).toEqual(expect.arrayContaining(past));
    expect(meetings.plan).toEqual(expect.arrayContaining(past));
    const away = { who: 'Coordination 1', from: '2026-09-01', to: '2027-03-01' };
    const after = meetings.statedWith({ absences: [away] })!;
    const repaired = await repairPlan(after, meetings.plan, { rounds: 500 });
    expect(repaired.status).toBe('planned');
    expect(repaired.meetings).toEqual(expect.arrayContaining(past));
    expect(repaired.moves.every(({ to }) => to.date > '2027-03-01')).toBe(true);
    expect(meetings.isLocked(past[0]!)).toBe(true);
    meetings.toggleLock(past, 'free');
    expect(meetings.locked).toEqual([]);
  });
});
