// The files of a plan say what the plan says: read back, they hold each meeting once, and calendars name nobody who is away.
import readXlsx from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../../src/lib/engines/meetings/index.ts';
import type {
  MeetingProblem,
  PlannedMeeting
} from '../../../../../src/lib/model/meetings/meeting-problem.ts';
import { plainCell, tableCsv } from '../../../../../src/lib/export/table.ts';
import { xlsxFile } from '../../../../../src/lib/export/xlsx.ts';
import {
  calendarFile,
  changesFile,
  meetingsOfOwner,
  ownerGroups,
  ownerOf,
  yearTable
} from '../../../../../src/lib/features/meetings/files/meeting-files.ts';
import { readCsv } from '../../../../published/published-files.ts';

const member = (partner: string) => ({ partner, weight: 1, class: '' });
const problem: MeetingProblem = {
  calendar: ['2026-10-06', '2026-10-23', '2026-10-26', '2026-11-24'],
  teams: [
    { id: 'EPS 1', coordinator: 'Coordination 1', meetings: 2, commune: '59014', members: [member('pmi-1'), member('ecole-1')], quorum: {}, band: [1, 90] },
    { id: 'EPS 2', coordinator: 'Coordination 2', meetings: 1, commune: '59606', members: [member('pmi-1')], quorum: {}, band: [1, 90] }
  ],
  coordinators: [
    { id: 'Coordination 1', commune: '59014' },
    { id: 'Coordination 2', commune: '59606' }
  ],
  away: [{ who: 'ecole-1', weekday: 2, half: 'am' }],
  minutes: {},
  locked: [],
  weights: { missing: 60, minute: 1, day: 30, spacing: 2, week: 40 }
}; // prettier-ignore
const plan: PlannedMeeting[] = [
  { team: 'EPS 1', number: 2, date: '2026-11-24', half: 'am' },
  { team: 'EPS 2', number: 1, date: '2026-10-23', half: 'pm' },
  { team: 'EPS 1', number: 1, date: '2026-10-26', half: 'am' }
];
const names = {
  team: (id: string) => `Équipe ${id}`,
  commune: (code: string) => ({ '59014': 'Anzin' })[code] ?? code,
  partner: (id: string) => ({ 'pmi-1': 'PMI 1', 'ecole-1': '=Direction; école 1' })[id] ?? id
};
const MADE = '2026-09-01T08:00:00.000Z';

describe('the calendar of', () => {
  const busyIn = async (key: string) => {
    const { text } = calendarFile(problem, plan, ownerOf(key), names, MADE);
    return (await readCalendar(text, '2026-09-01', '2027-07-02')).busy.map(
      ({ date, half }) => `${date} ${half}`
    );
  };

  it('a coordinator, a team and a partner has their meetings, on both sides of the change of hour', async () => {
    const first = ['2026-10-26 am', '2026-11-24 am'];
    expect(await busyIn('coordinator Coordination 1')).toEqual(first);
    expect(await busyIn('team EPS 1')).toEqual(first);
    expect(await busyIn('team EPS 2')).toEqual(['2026-10-23 pm']);
    expect(await busyIn('partner pmi-1')).toEqual(['2026-10-23 pm', ...first]);
    expect(meetingsOfOwner(problem, plan, { kind: 'partner', id: 'nobody' })).toEqual([]);
  });

  it('any of them says which team, where and which functions are convened, and of nobody whether they come', () => {
    const { name, text } = calendarFile(problem, plan, ownerOf('coordinator Coordination 1'), names, MADE);
    expect(name).toBe('reunions-coordination-1.ics');
    expect(text).toContain('SUMMARY:Réunion 1 sur 2\\, Équipe EPS 1');
    expect(text).toContain('LOCATION:Anzin');
    expect(text.replace(/\r\n /g, '')).toContain(
      'DESCRIPTION:Convoqués\u202f: PMI 1 et =Direction\\; école 1.'
    );
    expect(text).not.toMatch(/absen|ATTENDEE/i);
  });

  it('each of them may be chosen', () => {
    const groups = ownerGroups(problem, names);
    expect(groups.map(({ options }) => options.length)).toEqual([2, 2, 2]);
    for (const { options } of groups)
      for (const { value } of options)
        expect(meetingsOfOwner(problem, plan, ownerOf(value)).length, value).toBeGreaterThan(0);
  });
});

describe('the calendar of what changed', () => {
  it('has the meetings of another date or hour, a later revision of the same ones, and those that are cancelled', () => {
    const [second, other, first] = plan;
    const moved = { ...first!, date: '2026-11-23', half: 'pm' as const };
    const { text } = changesFile(problem, plan, [moved, other!], names, '2026-11-30T08:00:00.000Z');
    const events = text.split('BEGIN:VEVENT').slice(1);
    expect(events).toHaveLength(2);
    expect(events[0]).toContain('DTSTART;TZID=Europe/Paris:20261123T133000');
    expect(events[0]).toContain('STATUS:CONFIRMED');
    expect(events[1]).toContain('STATUS:CANCELLED');
    expect(events[1]).toContain('DTSTART;TZID=Europe/Paris:20261124T083000');
    const value = (from: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(from)![1]!.trim();
    const sent = calendarFile(problem, plan, ownerOf('team EPS 1'), names, MADE).text;
    const before = sent.split('BEGIN:VEVENT').slice(1);
    expect(before.map((event) => value(event, 'UID'))).toEqual(events.map((event) => value(event, 'UID')));
    expect(Number(value(events[0]!, 'SEQUENCE'))).toBeGreaterThan(Number(value(before[0]!, 'SEQUENCE')));
    expect(second!.number).toBe(2);
  });
});

describe('the table of the year', () => {
  const table = yearTable(problem, plan, names, '2026-2027');
  const expected = [
    ['2026-10-23', '13:30', '15:30', 'Équipe EPS 2', 1, '59606', 'Coordination 2', 1, 0, ''],
    ['2026-10-26', '08:30', '10:30', 'Équipe EPS 1', 1, 'Anzin', 'Coordination 1', 2, 0, ''],
    [
      '2026-11-24',
      '08:30',
      '10:30',
      'Équipe EPS 1',
      2,
      'Anzin',
      'Coordination 1',
      2,
      1,
      '=Direction; école 1'
    ]
  ];

  it('read back from CSV, has each meeting once, in order, with the functions away', () => {
    const { names: header, rows } = readCsv(new TextEncoder().encode(tableCsv(table)));
    expect(header).toHaveLength(10);
    expect(rows).toEqual(
      expected.map((row) => row.map((cell) => (cell === '=Direction; école 1' ? `'${cell}` : String(cell))))
    );
  });

  it('read back from XLSX, has the same, with dates and numbers as such', async () => {
    const rows = table.rows.map((row) => row.map(plainCell));
    const columns = table.columns.map((column) => ({ ...column }));
    const blob = await xlsxFile([{ name: table.title, columns, rows }]);
    const [sheet] = await readXlsx(blob);
    const [, ...read] = sheet!.data;
    expect(
      read.map((row) =>
        row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? '')))
      )
    ).toEqual(expected);
  });
});
