// The load of a coordination's meetings on Secteurs: that of the plan of Réunions, else a hypothesis that says it is one.
import { afterEach, describe, expect, it } from 'vitest';
import {
  ASSIGNMENT_FILE_VERSION,
  type AssignmentFile
} from '../../../../src/lib/model/assignment/assignment-file.ts';
import { postColumns, teamColumns } from '../../../../src/lib/features/sectors/files/sectors-rows.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { PROGRAMME_VERSION } from '../../../../src/lib/cube/programme.ts';
import { tellMeetingLoad } from '../../../../src/lib/session/meeting-load.svelte.ts';
import { keptKeyOf } from '../../../../src/lib/storage/kept-key.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const followed = smallDashboard.schools.filter(({ status }) => status === 'followed');
const base = smallDashboard.communes[0]!.code;
const file: AssignmentFile = {
  version: ASSIGNMENT_FILE_VERSION,
  roads: {},
  tripScale: 1,
  territory: smallDashboard.territory.siren,
  times: { car: 'straight' },
  posts: [
    { id: 'R1', fte: 1, base, coordinator: 'Coordination 1' },
    { id: 'R2', fte: 1, base, coordinator: 'Coordination 1' },
    { id: 'R3', fte: 2, base, coordinator: 'Coordination 2' }
  ],
  schools: followed.map(({ uai }) => ({ uai, pupils: 100, meetings: 1, waiting: false })),
  assignment: Object.fromEntries(followed.map(({ uai }) => [uai, 'R1'])),
  bases: [base],
  minutes: [followed.map(() => 10)],
  neighbours: []
};
const teams = [
  { coordinator: 'Coordination 1', meetings: 6 },
  { coordinator: 'Coordination 2', meetings: null },
  { coordinator: 'Coordination 2', meetings: 2 }
];
const programme = () =>
  Promise.resolve(new Response(JSON.stringify({ version: PROGRAMME_VERSION, teams, correspondents: [] })));
const opened = () => new SectorsState(file, smallDashboard, (_, value) => value ?? '-');
const key = keptKeyOf(smallDashboard.territory);
const plan = {
  year: '2026-2027',
  coordinators: [
    { id: 'Coordination 1', meetings: 6, road: 300, daysOut: 5, weeksOver: 1 },
    { id: 'Coordination 2', meetings: 7, road: 60, daysOut: 7, weeksOver: 0 }
  ]
};

afterEach(() => tellMeetingLoad(key, null));

describe('the meetings of coordinations', () => {
  it('are unknown before the list of teams is read, and none without a list', async () => {
    const { meetings } = opened();
    expect(meetings.coordinations).toEqual([]);
    await meetings.assume(() => Promise.resolve(new Response('', { status: 404 })), '');
    expect(meetings.load).toBeNull();
  });

  it('without a plan count a length a meeting, no road, and four meetings where a team’s are not known', async () => {
    const { meetings } = opened();
    await meetings.assume(programme, '');
    expect(meetings.year).toBeNull();
    expect(meetings.coordinations).toEqual([
      {
        id: 'Coordination 1',
        meetings: 6,
        road: null,
        daysOut: null,
        weeksOver: null,
        held: 720,
        total: 720,
        deviation: 0
      },
      expect.objectContaining({ id: 'Coordination 2', meetings: 6, held: 720, deviation: 0 })
    ]);
  });

  it('with a plan are its meetings, hours and road, balanced between the posts of each coordination', async () => {
    const sectors = opened();
    await sectors.meetings.assume(programme, '');
    tellMeetingLoad(key, plan);
    expect(sectors.meetings.year).toBe('2026-2027');
    const [one, other] = sectors.meetings.coordinations;
    expect([one!.held, one!.total, other!.held, other!.total]).toEqual([720, 1020, 840, 900]);
    // 1,920 minutes between two coordinations of two full-time posts each.
    expect([one!.deviation, other!.deviation]).toEqual([1020 / 960 - 1, 900 / 960 - 1]);
    sectors.set({ workload: { ...sectors.settings.workload, meetingMinutes: 60 } });
    expect(sectors.meetings.of('Coordination 1')).toMatchObject({ held: 360, total: 660 });
  });

  it('change nothing in the load of the referents', () => {
    const sectors = opened();
    const before = sectors.figures.referents.map(({ workload }) => workload);
    tellMeetingLoad(key, plan);
    expect(sectors.figures.referents.map(({ workload }) => workload)).toEqual(before);
  });

  it('are those of the territory that is shown, and of no other', () => {
    tellMeetingLoad('another', plan);
    expect(opened().meetings.load).toBeNull();
    tellMeetingLoad(key, plan);
    tellMeetingLoad(key, null);
    expect(opened().meetings.load).toBeNull();
  });

  it('are in the workbook with a plan, as on the page', () => {
    const sectors = opened();
    const without = teamColumns(sectors).length;
    tellMeetingLoad(key, plan);
    const row = sectors.figures.coordinators[0]!;
    const added = teamColumns(sectors).slice(without - 1);
    expect(added.map(({ value }) => value?.(row))).toEqual([6, 720, 300, 1]);
  });

  it('have one value a year in the workbook: all that a coordination leads, and never the part of its schools', async () => {
    const sectors = opened();
    await sectors.meetings.assume(programme, '');
    const columns = teamColumns(sectors);
    const named = columns.filter(({ label }) => /réunion/i.test(label));
    expect(
      sectors.figures.coordinators.map((row) => named.map(({ value }) => value?.(row))),
      'teams lead 6 and 6; their schools count otherwise'
    ).toEqual([[6], [6]]);
    expect(postColumns(sectors).at(-1)!.label).toBe('Réunions de ses écoles, par an');
  });
});
