import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../src/lib/engines/meetings/exchange/read-calendar.ts';
import { writeCalendar } from '../../../../src/lib/engines/meetings/exchange/write-calendar.ts';

const made = '2026-11-26T10:00:00.000Z';
const date = fc
  .integer({ min: 0, max: 300 })
  .map((day) => new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10));
const HOURS = { am: { begin: 540, end: 660 }, pm: { begin: 855, end: 975 } };
const meeting = fc
  .record({
    team: fc.string({ minLength: 1 }),
    number: fc.integer({ min: 1, max: 9 }),
    date,
    half: fc.constantFrom('am' as const, 'pm' as const),
    title: fc.string({ unit: 'grapheme', maxLength: 120 }),
    place: fc.string({ unit: 'grapheme', maxLength: 90 })
  })
  .map((one) => ({ ...one, ...HOURS[one.half] }));

describe('a calendar file of meetings', () => {
  it('gives each meeting at its half-day, in summer and in winter, and its words whole', () => {
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 12 }), (meetings) => {
        const text = writeCalendar(meetings, { name: 'Réunions ; équipe, Anzin', made });
        const slots = (list: readonly { date: string; half: string }[]) =>
          [...new Set(list.map((one) => `${one.date} ${one.half}`))].sort();
        const read = readCalendar(text, '2026-08-01', '2027-08-31');
        expect(slots(read.busy)).toEqual(slots(meetings));
        expect(read.findings).toEqual([]);
        const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
        const titles = root
          .getAllSubcomponents('vevent')
          .map((event) => event.getFirstPropertyValue('summary'));
        // Line ends of a title are those of the format.
        expect([...titles].sort()).toEqual(
          meetings.map(({ title }) => title.replace(/\r\n|\r/g, '\n')).sort()
        );
      })
    );
  });

  it('has no line over 75 bytes, and ends each as the format asks', () => {
    const long = {
      team: 'EPS-01',
      number: 1,
      date: '2026-11-03',
      ...HOURS.am,
      title: 'É'.repeat(200)
    };
    const lines = writeCalendar([long], { name: 'é', made }).split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  });

  it('keeps the identity of a meeting that moves within its year', () => {
    const one = { team: 'EPS-01', number: 2, date: '2026-11-03', ...HOURS.am, title: 'x' };
    const uid = (text: string) => /UID:.*/.exec(text)![0];
    const moved = writeCalendar([{ ...one, date: '2026-11-09', ...HOURS.pm }], { name: 'x', made });
    expect(uid(moved)).toBe(uid(writeCalendar([one], { name: 'x', made })));
    // A school year goes from August to July: the second meeting of the next one is another.
    const yearOf = (date: string) =>
      /-2-(\d{4})@/.exec(uid(writeCalendar([{ ...one, date }], { name: 'x', made })))?.[1];
    expect(
      ['2026-07-31', '2026-08-01', '2026-12-31', '2027-01-04', '2027-07-31', '2027-08-01'].map(yearOf)
    ).toEqual(['2025', '2026', '2026', '2026', '2026', '2027']);
  });
});
