// The year that is judged has the absences, rooms, meetings and holidays of the territory: who comes in the morning is not away for an afternoon.
import { expect, it } from 'vitest';
import { judgeActions } from '../../../../src/lib/engines/actions/index.ts';
import { ActionFigures, loadSessions } from '../../../../src/lib/figures/actions.svelte.ts';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { ActionSessions } from '../../../../src/lib/session/action-sessions.svelte.ts';
import { actionYear, type ActionYearSources } from '../../../../src/lib/figures/actions/action-year.ts';
import { NEED_DELAYS } from '../../../../src/lib/model/actions/needs.ts';
import { noSessions, type SessionRow } from '../../../../src/lib/model/actions/session-rows.ts';
import type { MeetingsData } from '../../../../src/lib/figures/calendar/load-meetings.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { smallProgramme } from '../../../fixtures/programme.ts';
import { noMeetings } from '../../../../src/lib/model/meetings/meetings-file.ts';

const session = (id: string, part: Partial<SessionRow> = {}): SessionRow => ({
  ...{ id, sheet: 'FA-1', date: '2026-12-09', begin: 540, end: 660, place: '', room: null, commune: 'A' },
  ...{ seats: null, enrolled: null, present: null, providers: [], companions: [] },
  ...{ transport: null, needs: [], ready: [], status: 'planned' as const },
  ...part
});
const team = {
  id: 'E1',
  name: 'E1',
  commune: 'A',
  qpv: null,
  coordinator: 'Coordination 1',
  meetings: 1,
  professionals: 1
};
const member = { team: 'E1', partner: 'psychologue-1', function: 'Psychologue 1', weight: 1, class: '' };
const meetings: MeetingsData = {
  programme: { ...smallProgramme, teams: [team] },
  minutes: { A: { A: 0, B: 30 }, B: { A: 30, B: 0 } },
  file: {
    ...noMeetings('59'),
    members: [member],
    coordinators: [{ id: 'Coordination 1', commune: 'A' }],
    away: [
      { who: 'psychologue-1', weekday: 3, half: 'am' },
      { who: 'room:A', weekday: 4 }
    ]
  }
};
const sources = (rows: readonly SessionRow[], part: Partial<ActionYearSources> = {}): ActionYearSources => ({
  ...{
    rows,
    rooms: [],
    periods: new Map(),
    delays: NEED_DELAYS,
    meetings,
    posts: [{ id: 'Référent 3', base: 'B' }]
  },
  ...{ calendar: null, absence: null, today: '2026-12-01' },
  ...part
});
const clashes = (rows: readonly SessionRow[], part: Partial<ActionYearSources> = {}) =>
  judgeActions(actionYear(sources(rows, part))).clashes.map(({ kind, ids, what }) => [
    kind,
    ids.join(' '),
    what
  ]);

it('somebody away each Wednesday morning is missed in the morning, and not in the afternoon', () => {
  const people = { providers: ['psychologue  1'] };
  const rows = [
    session('am', people),
    session('pm', { ...people, begin: 840, end: 900 }),
    session('noon', { ...people, date: '2026-12-16', begin: 690, end: 780 })
  ];
  expect(clashes(rows)).toEqual([
    ['away', 'am', 'Psychologue 1'],
    ['away', 'noon', 'Psychologue 1']
  ]);
});

it('a post that is declared absent, the room of a commune that is closed and holidays are clashes; a holiday course is none', () => {
  const rows = [
    session('S1', { companions: ['référent 3'] }),
    session('S2', { room: 'room:A', date: '2026-12-10' }),
    session('S3', { date: '2026-12-21' }),
    session('S4', { date: '2026-12-22', sheet: 'FA-2' }),
    session('S5', { date: '2027-05-08' })
  ];
  const absence = { post: 'Référent 3', from: '2026-12-08', to: '2026-12-12' };
  expect(clashes(rows, { absence, periods: new Map([['FA-2', 'vacances']]) })).toEqual([
    ['away', 'S1', 'Référent 3'],
    ['closed', 'S2', 'room:A'],
    ['holiday', 'S3', '2026-12-21'],
    ['holiday', 'S5', '2027-05-08']
  ]);
});

it('a coordinator in a team meeting of the calendar in use cannot be at a session of another commune half an hour later', () => {
  const plan = [{ team: 'E1', number: 1, date: '2026-12-09', half: 'am' as const }];
  const year = {
    year: '2026-2027',
    preset: 'balanced' as const,
    plan,
    locked: [],
    absences: [],
    cancelled: []
  };
  const calendar = { settings: { matin: '8h30', duree: '60' }, plan: year };
  const of = (begin: number, commune: string) =>
    clashes([session('S1', { companions: ['Coordination 1'], begin, end: begin + 60, commune })], {
      calendar
    });
  const { begin, end } = actionYear(sources([], { calendar })).meetings[0]!;
  expect([begin, end]).toEqual([510, 570]);
  expect(of(end + 15, 'B')).toEqual([['person', 'E1/1 S1', 'Coordination 1']]);
  expect(of(end + 30, 'B')).toEqual([]);
  expect(of(end + 15, 'A')).toEqual([]);
});

it('pages have one judged year: a need that is ticked takes its session from those that will not be held', async () => {
  const listed = [
    session('S1', { sheet: 'B', commune: '10001', date: '2026-12-03', needs: ['salle'], seats: 8 }),
    session('S2', { sheet: 'C', commune: '10001', date: '2026-11-03', seats: 8 })
  ];
  const body = JSON.stringify({ ...noSessions(), sessions: listed });
  const sessions = await loadSessions(() => Promise.resolve(new Response(body)));
  const state = new ActionSessions(smallDashboard.territory);
  const site = { cube: new CoverageCube(smallDashboard) };
  const tab = { state, site, decided: { calendar: null, absence: null } };
  const actions = new ActionFigures({ sessions, programme: smallProgramme }, tab, '2026-12-01');
  expect([...actions.compromised]).toEqual(['S1']);
  expect(actions.unanswered.map(({ id }) => id)).toEqual(['S2']);
  state.tick('S1', 'salle', true);
  state.close('S2', 'held', 6);
  expect([actions.compromised.size, actions.unanswered.length]).toEqual([0, 0]);
  const ofC = actions.by('sheet').find(({ key }) => key === 'C');
  expect(ofC).toMatchObject({
    held: 1,
    offered: { value: 8 },
    present: { value: 6 },
    own: { bySession: 200 }
  });
  expect(actions.lacking('sante').map(({ commune }) => commune)).toEqual(['10002']);
  actions.know({ meetings });
  expect(actions.year.minutes).toEqual(meetings.minutes);
});

it('a territory without a file of sessions has none; a file of another version is refused', async () => {
  const answer = (body: string, status = 200) =>
    loadSessions(() => Promise.resolve(new Response(body, { status })));
  expect(await answer('', 404)).toEqual(noSessions());
  await expect(answer('{"version":9}')).rejects.toThrow('version 1 expected');
});
