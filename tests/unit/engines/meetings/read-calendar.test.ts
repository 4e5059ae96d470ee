import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../src/lib/engines/meetings/exchange/read-calendar.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';

const event = (...lines: string[]) => [
  'BEGIN:VEVENT',
  `UID:${lines.join('').length}`,
  ...lines,
  'END:VEVENT'
];
const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const busy = (text: string, from = '2026-09-01', to = '2026-12-31') =>
  readCalendar(text, from, to).busy.map(({ date, half }) => `${date} ${half}`);

const WEEKLY = [
  'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261115T225959Z',
  'EXDATE;TZID=Europe/Paris:20261026T140000'
];
const MONDAYS = ['2026-10-05 pm', '2026-10-12 pm', '2026-10-19 pm', '2026-11-02 pm', '2026-11-09 pm'];

describe('a calendar file', () => {
  it.each([
    'Europe/Paris',
    'Romance Standard Time',
    '"Romance Standard Time"',
    '/freeassociation.sourceforge.net/Europe/Paris'
  ])(
    'of the zone %s without its definition: every Monday at 14:00 across 25 October, but for the day taken out',
    (zone) => {
      const lines = [`DTSTART;TZID=${zone}:20261005T140000`, `DTEND;TZID=${zone}:20261005T160000`];
      const out = WEEKLY.map((line) => line.replace('Europe/Paris', zone));
      expect(busy(file(...event(...lines, ...out)))).toEqual(MONDAYS);
    }
  );

  it('in UTC is read in the hour of Paris, in summer and in winter', () => {
    const lines = (date: string, hour: string) =>
      event(`DTSTART:${date}T${hour}0000Z`, `DTEND:${date}T${hour}4500Z`);
    // 12:00 is read as 14:00 before 25 October, and 13:00 after.
    expect(busy(file(...lines('20261020', '12'), ...lines('20261027', '07')))).toEqual([
      '2026-10-20 pm',
      '2026-10-27 am'
    ]);
    expect(busy(file(...lines('20261020', '06')))).toEqual(['2026-10-20 am']);
    expect(busy(file(...lines('20261027', '06')))).toEqual([]);
  });

  it('with the definition of another zone is read by it, and an unknown one is told', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Ailleurs',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0500',
      'END:STANDARD',
      'END:VTIMEZONE'
    ];
    const far = event('DTSTART;TZID=Ailleurs:20261103T080000', 'DTEND;TZID=Ailleurs:20261103T090000');
    expect(busy(file(...zone, ...far))).toEqual(['2026-11-03 pm']);
    const { findings, busy: read } = readCalendar(file(...far), '2026-11-01', '2026-11-30');
    expect(findings.map(({ code, found }) => `${code} ${found}`)).toEqual(['calendar-unknown-zone Ailleurs']);
    expect(read).toEqual([{ date: '2026-11-03', half: 'am' }]);
  });

  it('keeps busy half-days only: nothing free, cancelled, short or out of hours, and no word of it', () => {
    const secret = 'SUMMARY:Rendez-vous de Léa\r\nLOCATION:CMP\r\nATTENDEE:mailto:lea@example.org';
    const on = (hours: string, ...more: string[]) =>
      event(
        `DTSTART:20261103T${hours.split('-')[0]}00`,
        `DTEND:20261103T${hours.split('-')[1]}00`,
        secret,
        ...more
      );
    expect(busy(file(...on('0900-1000', 'TRANSP:TRANSPARENT')))).toEqual([]);
    expect(busy(file(...on('0900-1000', 'STATUS:CANCELLED')))).toEqual([]);
    expect(busy(file(...on('0900-0915')))).toEqual([]);
    expect(busy(file(...on('1900-2100')))).toEqual([]);
    expect(busy(file(...on('1145-1430')))).toEqual(['2026-11-03 am', '2026-11-03 pm']);
    const read = readCalendar(file(...on('0900-1000')), '2026-11-01', '2026-11-30');
    expect(JSON.stringify(read)).not.toMatch(/Léa|CMP|example/);
    expect([read.events, read.aside]).toEqual([1, 0]);
  });

  it('counts whole days, and days over midnight', () => {
    expect(busy(file(...event('DTSTART;VALUE=DATE:20261103', 'DTEND;VALUE=DATE:20261105')))).toEqual([
      '2026-11-03 am',
      '2026-11-03 pm',
      '2026-11-04 am',
      '2026-11-04 pm'
    ]);
    expect(busy(file(...event('DTSTART:20261103T150000', 'DTEND:20261104T103000')))).toEqual([
      '2026-11-03 pm',
      '2026-11-04 am'
    ]);
  });

  it('takes an occurrence moved by hand where it was moved to, and drops one that was cancelled', () => {
    const rule = [
      'UID:r',
      'DTSTART;TZID=Europe/Paris:20261005T140000',
      'DTEND;TZID=Europe/Paris:20261005T160000',
      'RRULE:FREQ=WEEKLY;COUNT=3'
    ];
    const moved = [
      'UID:r',
      'RECURRENCE-ID;TZID=Europe/Paris:20261012T140000',
      'DTSTART;TZID=Europe/Paris:20261013T090000',
      'DTEND;TZID=Europe/Paris:20261013T100000'
    ];
    const gone = [
      'UID:r',
      'RECURRENCE-ID;TZID=Europe/Paris:20261019T140000',
      'STATUS:CANCELLED',
      'DTSTART;TZID=Europe/Paris:20261019T140000',
      'DTEND;TZID=Europe/Paris:20261019T160000'
    ];
    const all = [rule, moved, gone].flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
    expect(busy(file(...all))).toEqual(['2026-10-05 pm', '2026-10-13 am']);
  });

  it('with an endless rule ends with the period, and with too many occurrences says so', () => {
    const daily = event('DTSTART:20200101T090000', 'DTEND:20200101T100000', 'RRULE:FREQ=DAILY');
    expect(busy(file(...daily), '2026-12-29', '2026-12-31')).toEqual([
      '2026-12-29 am',
      '2026-12-30 am',
      '2026-12-31 am'
    ]);
    const endless = event('DTSTART:20260101T090000', 'DTEND:20260101T090001', 'RRULE:FREQ=SECONDLY');
    const { findings } = readCalendar(file(...endless), '2026-09-01', '2026-12-31');
    expect(findings.map(({ code }) => code)).toEqual(['calendar-endless-rule']);
  });

  it('that is none, or too large, is refused with its reason', () => {
    const code = (text: string) => {
      try {
        readCalendar(text, '2026-09-01', '2026-12-31');
        return null;
      } catch (error) {
        if (error instanceof UnusableInput) return error.finding.code;
        throw error;
      }
    };
    expect(code('')).toBe('calendar-unreadable');
    expect(code('uai;nom\n1;2')).toBe('calendar-unreadable');
    expect(code('BEGIN:VCARD\r\nFN:x\r\nEND:VCARD')).toBe('calendar-unreadable');
    expect(code('x'.repeat(21 * 1024 * 1024))).toBe('calendar-too-large');
    const good = file(
      ...event('DTSTART:20261103T090000', 'DTEND:20261103T100000', 'RRULE:FREQ=DAILY;COUNT=4')
    );
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(4), fc.string({ maxLength: 4 }), (at, cut, put) => {
        code(good.slice(0, at) + put + good.slice(at + cut));
      })
    );
  });
});
