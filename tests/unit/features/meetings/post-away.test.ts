// A post declared absent on Répartition: Réunions and Semaine say the meetings that it misses, and a repair gives them other dates.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Programme } from '../../../../src/lib/cube/programme.ts';
import { askRepair } from '../../../../src/lib/features/meetings/changes/ask-repair.ts';
import { ChangeProposal } from '../../../../src/lib/features/meetings/changes/change-proposal.svelte.ts';
import { whoWords } from '../../../../src/lib/figures/calendar/conflict-words.ts';
import { KeptYears } from '../../../../src/lib/figures/calendar/kept-years.svelte.ts';
import { plannedYear } from '../../../../src/lib/figures/calendar/planned-year.ts';
import { MeetingsState } from '../../../../src/lib/features/meetings/meetings-state.svelte.ts';
import { planMeetings } from '../../../../src/lib/engines/meetings/index.ts';
import type { MeetingsFile } from '../../../../src/lib/model/meetings/meetings-file.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import { checkedSolution, repairAnswer } from '../../../../src/lib/workers/meetings/checked-results.ts';
import type { PlanOrder, RepairOrder } from '../../../../src/lib/workers/meetings/protocol.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { smallSplit, smallTeam } from '../../../fixtures/service.ts';

const TEAMS = ['A', 'B'];
const TEAM_OF: Record<string, string> = { '0000001A': 'A', '0000005E': 'B' };
const dashboard = {
  ...smallDashboard,
  schools: smallDashboard.schools.map((one) => ({ ...one, team: TEAM_OF[one.uai] ?? null }))
};
const teams = TEAMS.map((id) => ({
  ...{ id, name: `Équipe ${id}`, qpv: null, commune: '10001', coordinator: 'Coordination 1' },
  ...{ meetings: 2, professionals: 2 }
}));
const file: MeetingsFile = {
  version: 1,
  synthetic: true,
  departement: '59',
  members: TEAMS.map((team) => ({
    ...{ team, partner: `direction-${team}`, function: `Direction ${team}`, weight: 1, class: 'école' }
  })),
  quorum: { école: 1 },
  coordinators: [{ id: 'Coordination 1', commune: '10001' }],
  away: [],
  closed: []
};
const absence = { post: 'Référent 1', from: '2026-12-07', to: '2026-12-18' };

let decision: Decision;
let meetings: MeetingsState;
let years: KeptYears;
beforeEach(() => {
  for (const name of ['addEventListener', 'removeEventListener']) vi.stubGlobal(name, () => undefined);
  stubWorkers({
    repair: (order: RepairOrder) => toResult(() => repairAnswer(order, { rounds: 0 })),
    plan: (order: PlanOrder) =>
      toResult(async () =>
        checkedSolution(order.problem, await planMeetings(order.problem, { seconds: 0, leastParts: 1 }))
      )
  });
  decision = new Decision({ dashboard, loadFile: () => Promise.resolve(smallSplit) });
  const programme = { teams } as unknown as Programme;
  const minutes = { '10001': { '10001': 0 } };
  meetings = new MeetingsState(dashboard, { programme, file, minutes }, undefined, '2026-12-01');
  years = new KeptYears(meetings, decision);
  meetings.open({
    ...{ year: '2026-2027', preset: 'balanced', locked: [], absences: [], cancelled: [] },
    plan: [
      { team: 'A', number: 1, date: '2026-12-08', half: 'am' },
      { team: 'B', number: 1, date: '2026-12-10', half: 'pm' },
      { team: 'A', number: 2, date: '2027-04-06', half: 'am' },
      { team: 'B', number: 2, date: '2027-04-08', half: 'pm' }
    ]
  });
});
const followed = async () => {
  years.followAbsence();
  await vi.waitFor(() => expect(meetings.postAway?.post ?? null).toBe(decision.absence?.post ?? null));
};

describe('a post declared absent', () => {
  it('is missed at the meetings of the teams of its schools, until it is taken away', async () => {
    expect(meetings.touched).toEqual([]);
    decision.declareAbsence(absence);
    await followed();
    expect(meetings.touched.map(({ meeting, who }) => [meeting.team, meeting.date, who])).toEqual([
      ['A', '2026-12-08', ['Référent 1']]
    ]);
    expect(whoWords(meetings, 'Référent 1')).toMatch(/^Référent\s1$/);
    // It lives in the decision: the calendar that is kept and shared has nothing of it.
    expect(JSON.stringify(meetings.kept)).not.toContain('Référent');
    decision.declareAbsence(null);
    await followed();
    expect(meetings.touched).toEqual([]);
  });

  it('begins the repair of Réunions: its meetings are kept, or moved out of its dates', async () => {
    decision.declareAbsence(absence);
    await followed();
    const proposal = new ChangeProposal();
    askRepair(meetings, proposal, 'absence', [meetings.postAway!]);
    await vi.waitFor(() => expect(proposal.phase).toBe('done'));
    expect(proposal.touched).toHaveLength(1);
    expect(proposal.moves).toEqual([]);
    proposal.leave(true);
    expect(proposal.touched).toHaveLength(0);
    const [move] = proposal.moves;
    expect([move?.team, move!.to.date < absence.from || move!.to.date > absence.to]).toEqual(['A', true]);
  });
});

describe('the calendar that a page asks for', () => {
  it('is planned without Réunions, and is not put in use', async () => {
    const texts: Record<string, unknown> = {
      'programme.json': { version: 1, teams, correspondents: [] },
      'meetings.json': file,
      'team.json': smallTeam
    };
    const fetcher = ((path: string) => {
      const found = texts[path.split('/').at(-1)!];
      return Promise.resolve(new Response(JSON.stringify(found ?? {}), { status: found ? 200 : 404 }));
    }) as typeof fetch;
    const year = await plannedYear('2026-2027', { dashboard, decided: decision, fetcher });
    expect(year?.plan).toHaveLength(4);
    expect(decision.calendar).toBeNull();
    expect(await plannedYear('1999-2000', { dashboard, decided: decision, fetcher })).toBeNull();
  });
});
