// What is kept of the year's meetings: nothing without being asked, all of it at the next visit, and never more than what the territory can hold.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { planMeetings } from '../../../../src/lib/engines/meetings/index.ts';
import { SCHOOL_YEARS } from '../../../../src/lib/engines/meetings/calendar/school-holidays.ts';
import type { Dashboard } from '../../../../src/lib/cube/dashboard.ts';
import { FirstPlans } from '../../../../src/lib/figures/calendar/first-plans.ts';
import { KeptYears } from '../../../../src/lib/figures/calendar/kept-years.svelte.ts';
import { comparedPlan } from '../../../../src/lib/features/meetings/kept/compared.ts';
import { MeetingsState } from '../../../../src/lib/features/meetings/meetings-state.svelte.ts';
import type { Programme } from '../../../../src/lib/cube/programme.ts';
import type { MeetingsFile } from '../../../../src/lib/model/meetings/meetings-file.ts';
import { carry, meetingsKey } from '../../../../src/lib/storage/carried.ts';
import { countHere } from '../../../../src/lib/storage/kept-here.ts';
import type { MeetingsClient } from '../../../../src/lib/workers/meetings/client.ts';
import type { PlanOrder } from '../../../../src/lib/workers/meetings/protocol.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const dashboard: Dashboard = { ...smallDashboard, years: ['2025-2026'] };
const { siren, demonstration } = dashboard.territory;
const KEY = meetingsKey(demonstration ? `${siren}.demonstration` : siren);

const client = {
  plan: ({ problem }: PlanOrder) => planMeetings(problem, { seconds: 0, leastParts: 1 }),
  stop: () => undefined
} as unknown as MeetingsClient;

function opened(teams = ['A', 'B', 'C'], part: Partial<MeetingsFile> = {}) {
  const programme = {
    teams: teams.map((id) => ({
      id,
      name: `Équipe ${id}`,
      qpv: null,
      commune: '10001',
      coordinator: 'Coordination 1',
      meetings: 3,
      professionals: 2
    }))
  } as unknown as Programme;
  const file: MeetingsFile = {
    version: 1,
    synthetic: true,
    departement: '59',
    members: teams.map((team) => ({
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
  };
  const minutes = { '10001': { '10001': 0 } };
  const meetings = new MeetingsState(dashboard, { programme, file, minutes }, new FirstPlans(client));
  const years = new KeptYears(meetings);
  const { shelf } = years;
  shelf.restore();
  years.open();
  return { meetings, years, shelf };
}
const settled = async ({ meetings, years }: ReturnType<typeof opened>) => {
  await expect.poll(() => meetings.isSearching, { timeout: 240_000 }).toBe(false);
  years.holdWork();
};
const ABSENCE = { who: 'direction-A', from: '2027-06-01', to: '2027-06-30', half: null };

describe('plans kept on this computer', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    carry(KEY, null);
    const store = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => {
        stored.set(key, text);
        Object.assign(store, { [key]: text });
      },
      removeItem: (key: string) => {
        stored.delete(key);
        delete (store as Record<string, unknown>)[key];
      }
    };
    // Before the school year: nothing is held yet.
    vi.stubGlobal('maillageToday', '2026-08-25');
    vi.stubGlobal('localStorage', store);
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('removeEventListener', () => undefined);
  });

  /** Plan, fixed meetings, an absence and a cancelled meeting of a first visit. */
  async function worked() {
    const page = opened();
    await settled(page);
    const { meetings } = page;
    meetings.toggleLock(meetings.meetingsOf('B'), 'fix');
    meetings.adopt(
      meetings.plan.filter((one) => one.team !== 'C' || one.number < 3),
      'cancel',
      { absences: [ABSENCE], cancelled: ['C'] }
    );
    page.years.holdWork();
    return page;
  }

  it('opens no year before the tab has brought back the calendar in use: what was convened is not planned anew', () => {
    const { meetings } = opened();
    const decided = new Decision({ dashboard });
    const years = new KeptYears(meetings, decided);
    expect(years.isReady).toBe(false);
    decided.isRestored = true;
    expect(years.isReady).toBe(true);
    meetings.stop();
  });

  it('are none before it is asked', async () => {
    const { years, shelf } = await worked();
    years.save('Plan 1');
    expect([shelf.stored, stored.size, countHere().plans]).toEqual([false, 0, 0]);
  });

  it('come back at the next visit: plan, fixed meetings, absences, cancelled meetings and priority', async () => {
    const { meetings, years } = await worked();
    years.keep(true);
    years.save('Plan 1');
    expect(countHere().plans).toBe(2);
    carry(KEY, null);
    const next = opened();
    expect(next.meetings.isSearching).toBe(false);
    expect(next.meetings.kept).toEqual({
      ...meetings.kept,
      plan: expect.arrayContaining([...meetings.plan]) as unknown,
      locked: expect.arrayContaining([...meetings.locked]) as unknown
    });
    expect(next.meetings.checked?.broken).toEqual([]);
    expect(next.meetings.aside).toEqual([]);
    expect(next.shelf.stored).toBe(true);
    expect(next.years.misfits).toEqual([]);
    expect(next.shelf.named.map(({ name }) => name)).toEqual(['Plan 1']);
    expect(next.meetings.asked).toBe(8);
  });

  it('take another name: tidied, numbered when it is taken, kept at the next visit; an empty one changes nothing', async () => {
    const { years, shelf } = await worked();
    years.keep(true);
    years.save('Plan 1');
    years.save('Plan 2');
    const [first, second] = shelf.named;
    shelf.rename(first!.id, '  Plan   voté ');
    shelf.rename(second!.id, 'Plan voté');
    shelf.rename(second!.id, ' ');
    const names = ['Plan voté', 'Plan voté (2)'];
    expect(shelf.named.map(({ name }) => name)).toEqual(names);
    carry(KEY, null);
    expect(opened().shelf.named.map(({ name }) => name)).toEqual(names);
  });

  it('follow what is done afterwards, and are forgotten when asked', async () => {
    const { meetings, years } = await worked();
    years.keep(true);
    meetings.toggleLock(meetings.meetingsOf('A'), 'fix');
    years.holdWork();
    carry(KEY, null);
    expect(opened().meetings.locked).toHaveLength(6);
    years.erase();
    expect(stored.size).toBe(0);
    expect(meetings.plan).toHaveLength(8);
  });

  it('keep what fits a territory that has changed, and name the rest', async () => {
    const { meetings, years } = await worked();
    years.keep(true);
    const kept = meetings.plan.filter(({ team }) => team === 'A');
    carry(KEY, null);
    // Team B is gone, team D is new, a member of C changed.
    const next = opened(['A', 'C', 'D']);
    expect(next.years.misfits).toEqual([{ kind: 'team', team: 'B', count: 3 }]);
    expect(next.meetings.meetingsOf('A')).toEqual(kept);
    expect(next.meetings.locked).toEqual([]);
    expect(next.meetings.aside).toEqual([{ team: 'D', held: 0, meetings: 3, conflict: [] }]);
    expect(next.meetings.checked?.broken).toEqual([]);
    next.meetings.undo();
    expect(next.meetings.meetingsOf('A')).toEqual(kept);
  });

  it('say which rules they no longer keep when somebody is away since', async () => {
    const { meetings, years } = await worked();
    years.keep(true);
    const [first] = meetings.meetingsOf('A');
    carry(KEY, null);
    const away = [{ who: 'direction-A', from: first!.date, to: first!.date }];
    const next = opened(['A', 'B', 'C'], { away });
    expect(next.meetings.plan).toHaveLength(8);
    expect(next.meetings.checked?.broken.map(({ rule }) => rule)).toEqual(['quorum']);
  });

  it('are left alone when they cannot be read, and the year is planned', async () => {
    stored.set(KEY, '{"version":1,"items":[{}]}');
    const page = opened();
    await settled(page);
    expect(page.shelf.problem).toBe('damaged');
    expect(page.meetings.plan).toHaveLength(9);
    expect(stored.get(KEY)).toBe('{"version":1,"items":[{}]}');
  });

  it('go to a file and come back from it on another computer', async () => {
    const { meetings, years } = await worked();
    const file = new File([years.file(null)], 'plan.json');
    carry(KEY, null);
    const next = opened();
    await settled(next);
    const plan = await next.years.openFile(file);
    expect(plan?.plan).toEqual(meetings.plan);
    next.years.show(plan!.id, 'shown');
    expect(next.meetings.absences).toEqual([ABSENCE]);
    expect(next.years.shown).toBe(plan!.id);
    next.meetings.undo();
    expect(next.meetings.absences).toEqual([]);
    expect(await next.years.openFile(new File(['{}'], 'x.json'))).toBeNull();
    expect(next.years.refused?.code).toBe('meeting-plan-foreign');
  });

  it('are compared under the absences of now, each with the meetings that it dates', async () => {
    const { meetings, years } = await worked();
    const { id } = years.save('Plan 1');
    const kept = years.fitted(id)!;
    const same = comparedPlan(meetings.problem!, kept.plan, meetings.plan);
    expect(same).toMatchObject({ dated: 8, broken: 0, moved: 0 });
    expect(same.figures).toEqual(meetings.checked!.figures);
    const less = kept.plan.filter(({ team }) => team !== 'A');
    expect(comparedPlan(meetings.problem!, less, meetings.plan)).toMatchObject({ dated: 5, broken: 0 });
  });

  it('a plan that is removed comes back, and the year that is on screen is not in the list', async () => {
    const { years, shelf } = await worked();
    const { id } = years.save('Plan 1');
    shelf.remove(id);
    expect(shelf.named).toEqual([]);
    shelf.undo();
    expect(shelf.named.map((one) => one.id)).toEqual([id]);
    expect(years.shown).toBe(id);
  });

  it('another year is planned anew, and the first one is as it was left when it is back', async () => {
    const page = await worked();
    const { meetings, years } = page;
    const { kept } = meetings;
    const other = SCHOOL_YEARS.find(({ year }) => year !== kept.year)!;
    meetings.changeYear(other.year);
    years.open();
    await settled(page);
    expect(meetings.cancelled).toEqual([]);
    meetings.changeYear(kept.year);
    years.open();
    expect(meetings.absences).toEqual(kept.absences);
    expect(meetings.locked).toHaveLength(kept.locked.length);
  });
});
