// What the head reads of the sessions: held of planned, places, costs; trips to share, remarks, and who gets what.
import { describe, expect, it } from 'vitest';
import {
  judgeActions,
  otherDates,
  sessionFigures,
  sessionRemarks,
  sharedTrips,
  shownDay
} from '../../../../src/lib/engines/actions/index.ts';
import type { SessionSheet, ListedSession } from '../../../../src/lib/model/actions/action-sheets.ts';
import { needOwner } from '../../../../src/lib/model/actions/needs.ts';
import { problem, session, yearOf } from './problems.ts';

const listed = (id: string, change: Partial<ListedSession> = {}): ListedSession => ({
  id,
  sheet: 'F1',
  date: '2026-12-10',
  begin: 840,
  end: 960,
  commune: 'A',
  room: null,
  people: [],
  seats: 10,
  enrolled: 8,
  needs: [],
  ready: [],
  period: 'école',
  status: 'planned',
  place: '',
  transport: null,
  present: null,
  ...change
});
const sheet = (id: string, change: Partial<SessionSheet> = {}): SessionSheet => ({
  id,
  theme: 'sante',
  communes: ['A'],
  cost_euros: 900,
  sessionCost: null,
  begun: null,
  takenFrom: null,
  ...change
});

describe('sessions held of planned', () => {
  const sessions = [
    listed('S1', { date: '2026-11-05', status: 'held', present: 7 }),
    listed('S2', { date: '2026-11-12', status: 'cancelled', seats: null }),
    listed('S3', { date: '2026-11-19' }),
    listed('S4'),
    listed('S5', { sheet: 'F2', commune: 'B', status: 'held', date: '2026-11-06', seats: 20 }),
    listed('S6', { sheet: 'F2', commune: 'A', seats: null })
  ];
  const sheets = [sheet('F1'), sheet('F2', { theme: null, communes: ['A', 'B'], cost_euros: 600 })];
  const by = (grouping: Parameters<typeof sessionFigures>[0]) =>
    sessionFigures(grouping, sessions, sheets, '2026-12-01');

  it('each session is held, cancelled, ahead or not answered, and none is lost', () => {
    const [first] = by('sheet');
    expect(first).toMatchObject({ key: 'F1', planned: 4, held: 1, cancelled: 1, ahead: 1, unanswered: 1 });
    for (const grouping of ['sheet', 'theme', 'commune', 'month'] as const) {
      const groups = by(grouping);
      expect(groups.reduce((sum, { planned }) => sum + planned, 0)).toBe(sessions.length);
      for (const { planned, held, cancelled, ahead, unanswered } of groups)
        expect(held + cancelled + ahead + unanswered).toBe(planned);
    }
  });

  it('places are those of sessions that are not cancelled, participations those of sessions held; unknown is told, never 0', () => {
    const [first, second] = by('sheet');
    expect(first).toMatchObject({
      offered: { value: 30, unknown: 0 },
      taken: { value: 24, unknown: 0 },
      present: { value: 7, unknown: 0 }
    });
    expect(second).toMatchObject({ offered: { value: 20, unknown: 1 }, present: { value: 0, unknown: 1 } });
  });

  it('a cost by session or by place is unknown where a part of it is', () => {
    const [first, second] = by('sheet');
    expect(first!.own).toEqual({
      sheets: 1,
      euros: { value: 900, unknown: 0 },
      bySession: 300,
      byPlace: 30
    });
    expect(second!.own).toMatchObject({ bySession: 300, byPlace: null });
    const [bare] = sessionFigures('sheet', [listed('S1')], [sheet('F1', { cost_euros: null })], '2026-12-01');
    expect(bare!.own).toEqual({
      sheets: 1,
      euros: { value: 0, unknown: 1 },
      bySession: null,
      byPlace: null
    });
    const gone = sessionFigures('sheet', [listed('S1', { status: 'cancelled' })], sheets, '2026-12-01');
    expect(gone[0]!.own).toMatchObject({ bySession: null, byPlace: null });
  });

  it('a sheet of several communes is a cost that they share: told apart, never divided', () => {
    const [a, b] = by('commune');
    expect(a).toMatchObject({
      key: 'A',
      own: { sheets: 1, euros: { value: 900 } },
      shared: { sheets: 1, euros: { value: 600 }, bySession: 300 }
    });
    expect(b).toMatchObject({ key: 'B', own: { sheets: 0 }, shared: { sheets: 1, euros: { value: 600 } } });
  });

  it('the unknown theme comes last, months are in their order', () => {
    expect(by('theme').map(({ key }) => key)).toEqual(['sante', null]);
    expect(by('month').map(({ key }) => key)).toEqual(['2026-11', '2026-12']);
  });
});

describe('one destination in a half-day', () => {
  const going = (id: string, commune: string, change: Partial<ListedSession> = {}) =>
    listed(id, { commune, place: 'Musée de la Mine', transport: 'car', ...change });

  it('two groups of different communes are one line, with their seats when known', () => {
    const two = [going('S1', 'A'), going('S2', 'B', { begin: 780, place: ' musee  de la MINE ', seats: 14 })];
    expect(sharedTrips(two, '2026-12-01')).toEqual([
      {
        date: '2026-12-10',
        half: 'pm',
        place: ' musee  de la MINE ',
        sessions: [
          { id: 'S2', commune: 'B', begin: 780, seats: 14 },
          { id: 'S1', commune: 'A', begin: 840, seats: 10 }
        ],
        seats: 24
      }
    ]);
    expect(sharedTrips([going('S1', 'A', { seats: null }), two[1]!], '2026-12-01')[0]!.seats).toBeNull();
  });

  it('one commune, another half-day, another day, no vehicle, no place, or a session that is over: no line', () => {
    const first = going('S1', 'A');
    const with_ = (commune: string, change: Partial<ListedSession> = {}, today = '2026-12-01') =>
      sharedTrips([first, going('S2', commune, change)], today).length;
    expect(with_('B')).toBe(1);
    expect(with_('A')).toBe(0);
    expect(with_('B', { begin: 600, end: 700 })).toBe(0);
    expect(with_('B', { date: '2026-12-11' })).toBe(0);
    expect(with_('B', { transport: 'à pied' })).toBe(0);
    expect(with_('B', { transport: null })).toBe(0);
    expect(with_('B', { transport: null, needs: ['transport'] })).toBe(1);
    expect(with_('B', { place: '' })).toBe(0);
    expect(with_('B', { status: 'cancelled' })).toBe(0);
    expect(with_('B', {}, '2026-12-11')).toBe(0);
  });
});

describe('remarks', () => {
  it('a commune that the sheet does not name, an end before the beginning, more sessions than the money pays', () => {
    const sessions = [
      listed('S2', { commune: 'B' }),
      listed('S1', { begin: 900, end: 840 }),
      listed('S3', { commune: 'C', status: 'cancelled' })
    ];
    expect(sessionRemarks(sessions, [sheet('F1', { sessionCost: 451 })])).toEqual([
      { kind: 'commune', ids: ['S2'], what: 'B' },
      { kind: 'hours', ids: ['S1'], what: '' },
      { kind: 'money', ids: ['S1', 'S2'], what: 'F1' }
    ]);
  });

  it('a session that ends before it begins is a remark, and clashes with nobody; no date is looked for', () => {
    const year = yearOf(problem([session({ id: 'S0', people: ['p'], room: 'r' })]));
    const odd = listed('S1', { begin: 900, end: 860, people: ['p'], room: 'r' });
    expect(judgeActions({ ...year, sessions: [...year.sessions, odd] }).clashes).toEqual([]);
    expect(otherDates(year, { session: odd, days: ['2026-12-08'] })).toEqual([]);
  });

  it('what is unknown tells nothing', () => {
    const elsewhere = [listed('S1', { commune: 'B' })];
    expect(
      sessionRemarks(elsewhere, [sheet('F1', { communes: [], cost_euros: null, sessionCost: 9 })])
    ).toEqual([]);
    expect(sessionRemarks([listed('S1')], [sheet('F1', { sessionCost: 900 })])).toEqual([]);
  });
});

describe('who gets a need, and when it is shown', () => {
  it('the correspondent has room and information, the coordinator for lack of one; the schools have group and agreements', () => {
    expect(needOwner('salle', true)).toEqual({ who: 'correspondent' });
    expect(needOwner('information', false)).toEqual({ who: 'coordinator', forLackOf: 'correspondent' });
    expect(needOwner('groupe', false)).toEqual({ who: 'referents' });
    expect(needOwner('accords', true)).toEqual({ who: 'referents' });
    for (const need of ['transport', 'intervenant', 'matériel', 'accompagnateur', 'goûter', 'constructor'])
      expect(needOwner(need, true)).toEqual({ who: 'coordinator' });
  });

  it('a due day on a Sunday or in the holidays is shown on the last working day before it', () => {
    const holidays = [['2026-12-19', '2027-01-03']] as const;
    expect(shownDay('2026-12-06', [])).toBe('2026-12-04');
    expect(shownDay('2026-12-05', [])).toBe('2026-12-05');
    expect(shownDay('2026-12-28', holidays)).toBe('2026-12-18');
    expect(shownDay('2027-01-04', holidays)).toBe('2027-01-04');
  });
});
