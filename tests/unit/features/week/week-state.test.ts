// A week of the year of meetings: the one of today, whose meetings, and what is still to be convened.
import { beforeEach, describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import type { Dashboard } from '../../../../src/lib/cube/dashboard.ts';
import type { Programme } from '../../../../src/lib/cube/programme.ts';
import { ActionFigures } from '../../../../src/lib/figures/actions.svelte.ts';
import { aroundActions } from '../../../../src/lib/figures/actions/around-actions.ts';
import { SessionsRead } from '../../../../src/lib/figures/actions/sessions-read.svelte.ts';
import type { Note } from '../../../../src/lib/export/note.ts';
import { MeetingsState } from '../../../../src/lib/features/meetings/meetings-state.svelte.ts';
import { convocationsNote } from '../../../../src/lib/features/week/convocations.ts';
import { WeekState } from '../../../../src/lib/features/week/week-state.svelte.ts';
import { weekSentence } from '../../../../src/lib/features/week/week-words.ts';
import { noSessions, type SessionRow } from '../../../../src/lib/model/actions/session-rows.ts';
import { ActionSessions } from '../../../../src/lib/session/action-sessions.svelte.ts';
import type { MeetingsFile } from '../../../../src/lib/model/meetings/meetings-file.ts';
import type { KeptYear } from '../../../../src/lib/storage/meeting-plan.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const TEAMS = ['A', 'B'];
const dashboard: Dashboard = { ...smallDashboard, years: ['2025-2026'] };
const programme = {
  teams: TEAMS.map((id, at) => ({
    id,
    name: `Équipe ${id}`,
    qpv: null,
    commune: '10001',
    coordinator: `Coordination ${at + 1}`,
    meetings: 2,
    professionals: 2
  }))
} as unknown as Programme;
const file: MeetingsFile = {
  version: 1,
  synthetic: true,
  departement: '59',
  members: TEAMS.flatMap((team) =>
    ['direction', 'mairie'].map((name) => ({
      team,
      partner: `${name}-${team}`,
      function: `${name} ${team}`,
      weight: 1,
      class: 'école'
    }))
  ),
  quorum: { école: 1 },
  coordinators: TEAMS.map((_, at) => ({ id: `Coordination ${at + 1}`, commune: '10001' })),
  away: [{ who: 'mairie-A', from: '2026-12-01', to: '2026-12-01' }],
  closed: []
};
const YEAR: KeptYear = {
  ...{ year: '2026-2027', preset: 'balanced', locked: [], absences: [], cancelled: [] },
  plan: [
    { team: 'A', number: 1, date: '2026-12-01', half: 'am' },
    { team: 'B', number: 1, date: '2026-12-03', half: 'pm' },
    { team: 'A', number: 2, date: '2026-12-18', half: 'am' },
    { team: 'B', number: 2, date: '2027-03-04', half: 'pm' }
  ]
};

let meetings: MeetingsState;
let week: WeekState;
beforeEach(() => {
  const minutes = { '10001': { '10001': 0 } };
  meetings = new MeetingsState(dashboard, { programme, file, minutes }, undefined, '2026-12-01');
  meetings.open(YEAR);
  week = new WeekState(meetings);
  week.today = '2026-12-01';
});
const teams = (list: readonly { team: string }[]) => list.map(({ team }) => team);

describe('a week', () => {
  it('is that of today, on a Saturday the one to come', () => {
    expect(week.monday).toBe('2026-11-30');
    expect(teams(week.held)).toEqual(['A', 'B']);
    week.today = '2026-12-05';
    expect(week.monday).toBe('2026-12-07');
  });

  it('moves, and its link has no date where it is that of today', () => {
    week.move(1);
    expect([week.monday, week.isThisWeek, week.held.length]).toEqual(['2026-12-07', false, 0]);
    expect(week.write().get('semaine')).toBe('2026-12-07');
    week.move(-1);
    expect(week.isThisWeek).toBe(true);
    expect(week.write().toString()).toBe('');
    week.read(new URLSearchParams('semaine=2027-03-03'));
    expect([week.monday, teams(week.held)]).toEqual(['2027-03-01', ['B']]);
    week.read(new URLSearchParams('semaine=lundi&coordination=X'));
    expect(week.isThisWeek).toBe(true);
  });

  it('numbers its meetings by date, whoever coordinates them', () => {
    const plan = YEAR.plan.map((one) =>
      one.number === 1 ? { ...one, date: one.team === 'A' ? '2026-12-03' : '2026-12-01' } : one
    );
    week.meetings.take({ ...YEAR, plan }, 'dates');
    expect(teams(week.held)).toEqual(['B', 'A']);
  });

  it('shows the meetings of one coordinator, and what that one has to convene', () => {
    week.change({ who: 'Coordination 2' });
    expect(teams(week.held)).toEqual(['B']);
    expect(teams(week.pending)).toEqual(['B']);
  });
});

describe('a week with sessions of actions', () => {
  const row = (id: string, part: Partial<SessionRow>): SessionRow => ({
    ...{
      id,
      sheet: 'FA-1',
      date: '2026-12-01',
      begin: 480,
      end: 540,
      place: '',
      room: null,
      commune: '10002'
    },
    ...{ seats: null, enrolled: null, present: null, providers: [], companions: ['Coordination 1'] },
    ...{ transport: null, needs: [], ready: [], status: 'planned' as const },
    ...part
  });
  const minutes = { '10001': { '10001': 0, '10002': 12 }, '10002': { '10001': 12, '10002': 0 } };
  const weekWith = (...sessions: SessionRow[]) => {
    const known = {
      ...programme,
      actions: [{ id: 'FA-1', title: 'Boxe', communes: [] }],
      correspondents: []
    };
    const read = { sessions: { ...noSessions(), sessions }, programme: known as unknown as Programme };
    const figures = new ActionFigures(
      { ...read },
      {
        state: new ActionSessions({ siren: '1', demonstration: true }),
        site: { cube: new CoverageCube(smallDashboard) },
        decided: { calendar: null, absence: null }
      },
      '2026-12-01'
    );
    figures.know({ meetings: { programme: read.programme, file, minutes } });
    const around = aroundActions({
      ...{ dashboard, posts: null, plan: null, rooms: [] },
      meetings: { programme: read.programme, file, minutes }
    });
    const sessionsRead = new SessionsRead(figures, around);
    const made = new WeekState(meetings, () => sessionsRead);
    made.today = '2026-12-01';
    return made;
  };

  it('has one numbering and one road; a cancelled session is in neither', () => {
    const made = weekWith(
      row('early', { date: '2026-11-30' }),
      row('late', { date: '2026-12-03', begin: 1000, end: 1060 }),
      row('off', { status: 'cancelled' })
    );
    const numbers = [...made.held, ...made.sessions].map((held) => made.numberOf(held));
    expect(numbers).toEqual([2, 3, 1, 4]);
    expect(made.road).toBe(week.road + 2 * 24);
    expect(weekSentence(made).replace(/\u00a0/g, ' ')).toMatch(
      /<b>deux réunions et deux séances<\/b>, pour <b>48 min de route<\/b>/
    );
  });

  it('tells a session that nobody known goes with, and a Saturday with a session', () => {
    const made = weekWith(row('s', { date: '2026-12-05', companions: ['bénévole'] }));
    expect([made.road, made.roadless, made.dates.length]).toEqual([week.road, 1, 6]);
  });

  it('of one coordinator has the sessions to which that one comes', () => {
    const made = weekWith(row('a', {}), row('b', { companions: ['Coordination 2'] }));
    made.change({ who: 'Coordination 2' });
    expect(made.sessions.map(({ id }) => id)).toEqual(['b']);
  });
});

describe('what is to be convened', () => {
  it('is of the three weeks to come, in order, until it is convened', () => {
    expect(week.ahead.map(({ date }) => date)).toEqual(['2026-12-01', '2026-12-03', '2026-12-18']);
    week.meetings.convocations.mark([week.ahead[0]!]);
    expect(week.pending.map(({ date }) => date)).toEqual(['2026-12-03', '2026-12-18']);
    week.meetings.convocations.mark([week.ahead[0]!], false);
    expect(week.pending).toHaveLength(3);
  });

  it('is to be done again for a meeting that has moved', () => {
    week.meetings.convocations.mark(week.ahead);
    const moved = YEAR.plan.map((one) => (one.date === '2026-12-03' ? { ...one, date: '2026-12-08' } : one));
    meetings.adopt(moved, 'moved');
    expect(week.pending.map(({ date }) => date)).toEqual(['2026-12-08']);
  });

  it('keeps of a meeting its date alone, never who misses it', () => {
    expect(week.ahead[0]?.missing).toEqual(['mairie-A']);
    week.meetings.convocations.mark(week.ahead);
    const { convened } = week.meetings.kept;
    expect(convened).toEqual(YEAR.plan.slice(0, 3));
    expect(week.meetings.isTouched).toBe(true);
  });
});

describe('the convocations', () => {
  const letterOf = (note: Note, heading: string) => {
    const letter = note.sections.find((section) => section.heading === heading)!;
    return { ...letter, rows: letter.table!.rows };
  };
  const plain = (note: Note) =>
    JSON.stringify(note.sections)
      .replace(/[\u00a0\u202f]/g, ' ')
      .replace(/\s+/g, ' ');

  it('are a letter a member, with what, where, when, how many situations and by when to answer, and lists to tick', () => {
    week = new WeekState(meetings, undefined, {
      seenAt: ({ team }) => (team === 'A' ? ([{ id: 'S-77' }, { id: 'S-78' }] as never) : null)
    });
    week.today = '2026-12-01';
    const note = convocationsNote(week);
    const letters = note.sections.filter(({ startsPage }) => startsPage);
    expect(letters.map(({ heading }) => heading.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      'Convocation : direction A (Alpha)',
      'Convocation : direction B (Alpha)',
      'Convocation : mairie A (Alpha)',
      'Convocation : mairie B (Alpha)'
    ]);
    const { rows, paragraphs, after } = letterOf(note, letters[0]!.heading);
    expect(rows).toHaveLength(2);
    expect(rows[0]!.slice(0, 2).join(' ')).toMatch(/^Mardi 1er décembre 8\sh\s30/);
    expect(rows.map((cells) => cells[4])).toEqual(['2', '2']);
    expect(paragraphs![0]).toMatch(/, le 1er décembre 2026$/);
    expect(paragraphs![1]).toContain('2 réunions');
    expect(after!.join(' ')).toMatch(/dès réception.*Coordination 1/);
    expect(letterOf(note, letters[1]!.heading).after!.join(' ')).not.toContain('leur nombre');
    // Meetings, then members, each with its box.
    const lists = note.sections.filter(({ startsPage, isCutOff }) => !startsPage && !isCutOff);
    expect(lists.map(({ table }) => table!.rows.length)).toEqual([3, 4]);
    for (const { table } of lists) for (const cells of table!.rows) expect(cells[0]).toBe('☐');
    expect(plain(note)).not.toContain('S-7');
  });

  it('end on a slip to give back: a line a meeting, present or away, and who comes instead', () => {
    week.today = '2026-12-01';
    const { sections } = convocationsNote(week);
    const slips = sections.filter(({ isCutOff }) => isCutOff);
    expect(slips).toHaveLength(4);
    for (const slip of slips) {
      const convocation = sections[sections.indexOf(slip) - 1]!;
      expect(slip.heading.split(':')[1]).toBe(convocation.heading.split(':')[1]);
      expect(slip.table!.rows).toHaveLength(convocation.table!.rows.length);
      for (const cells of slip.table!.rows) expect(cells.slice(1, 3)).toEqual(['☐', '☐']);
      expect(slip.paragraphs!.join(' ')).toMatch(/Coordination \d/);
    }
  });

  it('ask for an answer three days before, on a working day', () => {
    week.today = '2026-12-02';
    const after = (to: string) =>
      letterOf(convocationsNote(week), `Convocation\u202f: ${to} (Alpha)`).after!.join(' ');
    // 18 December is a Friday.
    expect(after('direction A')).toContain('avant le mardi 15 décembre');
    expect(after('direction B')).toContain('dès réception');
  });

  it('cancel first the meeting that people were convened to and that has moved, with its new date', () => {
    meetings.convocations.mark(week.pending);
    expect([week.pending.length, week.displaced.length]).toEqual([0, 0]);
    const [first, second, third, last] = YEAR.plan;
    meetings.take(
      {
        ...YEAR,
        convened: meetings.convocations.list,
        plan: [first!, second!, { ...third!, date: '2026-12-17' }, last!]
      },
      'moved'
    );
    expect(week.displaced.map(({ former, now }) => [former.date, now?.date])).toEqual([
      ['2026-12-18', '2026-12-17']
    ]);
    const note = convocationsNote(week);
    const { rows, startsPage } = letterOf(note, 'Annulation\u202f: direction A (Alpha)');
    expect([startsPage, rows[0]![1]]).toEqual([true, 'Vendredi 18 décembre, matin']);
    expect(rows[0]![2]).toContain('Jeudi 17 décembre');
    expect(letterOf(note, 'Convocation\u202f: direction A (Alpha)').startsPage).toBe(false);
    expect(letterOf(note, 'Coupon-réponse\u202f: direction A (Alpha)').rows[0]!.slice(3)).toEqual(['☐', '☐']);
    expect(plain(note)).not.toMatch(/(Annulation|Convocation) : \S+ B /);
    // Convened again: nothing is left to cancel.
    meetings.convocations.mark(week.pending);
    expect(week.displaced).toEqual([]);
  });
});
