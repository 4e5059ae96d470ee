// The calendar of a year is one record: Réunions, Semaine and the hand-over say the same dates at the same moment, and they are looked for once.
import { beforeEach, expect, it, vi } from 'vitest';
import type { Dashboard } from '../../../../src/lib/cube/dashboard.ts';
import { planMeetings } from '../../../../src/lib/engines/meetings/index.ts';
import { MeetingsState } from '../../../../src/lib/features/meetings/meetings-state.svelte.ts';
import { CalendarYear } from '../../../../src/lib/figures/calendar/calendar-year.svelte.ts';
import { firstPlans } from '../../../../src/lib/figures/calendar/first-plans.ts';
import { loadMeetings } from '../../../../src/lib/figures/calendar/load-meetings.ts';
import { plannedYear } from '../../../../src/lib/figures/calendar/planned-year.ts';
import type { MeetingsFile } from '../../../../src/lib/model/meetings/meetings-file.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import { checkedSolution } from '../../../../src/lib/workers/meetings/checked-results.ts';
import type { PlanOrder } from '../../../../src/lib/workers/meetings/protocol.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { smallTeam } from '../../../fixtures/service.ts';

/** Of its own: nothing is kept of it. */
const territory = { ...smallDashboard.territory, siren: '200000099' };
const dashboard: Dashboard = { ...smallDashboard, territory, years: ['2025-2026'] };
const teams = ['A', 'B'].map((id) => ({
  ...{ id, name: `Équipe ${id}`, qpv: null, commune: '10001', coordinator: 'Coordination 1' },
  ...{ meetings: 2, professionals: 2 }
}));
const file: MeetingsFile = {
  ...{ version: 1, synthetic: true, departement: '59', quorum: { école: 1 }, away: [], closed: [] },
  members: teams.map(({ id }) => ({
    ...{ team: id, partner: `direction-${id}`, function: `Direction ${id}`, weight: 1, class: 'école' }
  })),
  coordinators: [{ id: 'Coordination 1', commune: '10001' }]
};
const fetcher = ((path: string) => {
  const texts: Record<string, unknown> = {
    'programme.json': { version: 1, teams, correspondents: [] },
    'meetings.json': file,
    'team.json': smallTeam
  };
  return Promise.resolve(new Response(JSON.stringify(texts[path.split('/').at(-1)!])));
}) as typeof fetch;

let calls: number;
let works: () => Promise<unknown>;
let decided: Decision;
beforeEach(() => {
  for (const name of ['addEventListener', 'removeEventListener']) vi.stubGlobal(name, () => undefined);
  calls = 0;
  works = () => Promise.resolve();
  stubWorkers({
    plan: ({ problem }: PlanOrder) =>
      toResult(async () => {
        calls++;
        await works();
        return checkedSolution(problem, await planMeetings(problem, { seconds: 0, leastParts: 1 }));
      })
  });
  decided = new Decision({ dashboard });
});
/** Made of the same files, as each page reads them. */
async function opened<Page>(make: (...sources: ConstructorParameters<typeof CalendarYear>) => Page) {
  const data = await loadMeetings(fetcher);
  return make(dashboard, { ...data, file: data.file! }, firstPlans(decided), '2026-08-25');
}

it('Réunions, Semaine and a hand-over that ask at the same moment have the same dates, of one search', async () => {
  const meetings = await opened((...sources) => new MeetingsState(...sources));
  const week = await opened((...sources) => new CalendarYear(...sources));
  meetings.open();
  week.open();
  const year = await plannedYear('2026-2027', { dashboard, decided, fetcher });
  await Promise.all([meetings.opened, week.opened]);
  expect(meetings.plan).toHaveLength(4);
  expect(week.plan).toBe(meetings.plan);
  expect(year?.plan).toBe(meetings.plan);
  expect(week.checked).toEqual(meetings.checked);
  expect([meetings.isUsual, week.isUsual, calls]).toEqual([true, true, 1]);
});

it('a page that is opened again says how good its calendar is, as the first time', async () => {
  const meetings = await opened((...sources) => new MeetingsState(...sources));
  meetings.open();
  await meetings.opened;
  const again = await opened((...sources) => new MeetingsState(...sources));
  again.open(structuredClone(meetings.kept), meetings.isUsual);
  expect(again.plan).toEqual(meetings.plan);
  await again.opened;
  expect(meetings.gap).not.toBeNull();
  expect([again.gap, again.isUsual, calls]).toEqual([meetings.gap, true, 1]);
});

it('a page that is left does not end the search that the next one waits for', async () => {
  const meetings = await opened((...sources) => new MeetingsState(...sources));
  meetings.open();
  meetings.leave();
  const week = await opened((...sources) => new CalendarYear(...sources));
  week.open();
  await week.opened;
  expect([week.plan.length, week.search.phase, calls]).toEqual([4, 'done', 1]);
});

it('a search that was stopped, or that failed, is begun anew by the page that asks next', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const phases: string[] = [];
  for (const end of ['stop', 'fail', 'find'] as const) {
    const week = await opened((...sources) => new CalendarYear(...sources));
    works = () =>
      end === 'stop'
        ? new Promise(() => undefined)
        : end === 'fail'
          ? Promise.reject(new Error('out of memory'))
          : Promise.resolve();
    week.open();
    phases.push(week.search.phase);
    if (end === 'stop') {
      await vi.waitFor(() => expect(calls).toBe(1));
      week.stop();
    }
    await week.opened;
    phases.push(week.search.phase);
  }
  expect(phases).toEqual(['pending', 'stopped', 'pending', 'failed', 'pending', 'done']);
  expect(calls).toBe(3);
});
