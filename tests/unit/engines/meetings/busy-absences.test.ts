// Busy half-days as absences: nothing more and nothing less than what was busy.
import { describe, expect, it } from 'vitest';
import { absencesOf, readCalendar } from '../../../../src/lib/engines/meetings/index.ts';

const whole = (date: string) => [
  { date, half: 'am' as const },
  { date, half: 'pm' as const }
];

describe('busy half-days', () => {
  it('are absences: half-days one by one, whole days in a row as one period, no weekend', () => {
    const busy = [
      ...whole('2026-11-17'),
      { date: '2026-11-13', half: 'am' as const },
      ...whole('2026-11-16'),
      ...whole('2026-11-21'),
      ...whole('2026-11-23')
    ];
    expect(absencesOf('C1', busy, '2026-09-01')).toEqual([
      { who: 'C1', from: '2026-11-13', to: '2026-11-13', half: 'am', readOn: '2026-09-01' },
      { who: 'C1', from: '2026-11-16', to: '2026-11-17', readOn: '2026-09-01' },
      { who: 'C1', from: '2026-11-23', to: '2026-11-23', readOn: '2026-09-01' }
    ]);
  });

  it('of a diary carry no title, place, attendee or reason', async () => {
    const text = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:CANARI rendez-vous médical',
      'LOCATION:CANARI hôpital',
      'DESCRIPTION:CANARI',
      'ATTENDEE;CN=CANARI:mailto:canari@exemple.fr',
      'DTSTART;TZID=Europe/Paris:20261116T090000',
      'DTEND;TZID=Europe/Paris:20261116T113000',
      'END:VEVENT',
      'END:VCALENDAR',
      ''
    ].join('\r\n');
    const read = await readCalendar(text, '2026-09-01', '2027-07-02', 'a.ics');
    const absences = absencesOf('C1', read.busy, '2026-09-01');
    expect(absences).toHaveLength(1);
    expect(JSON.stringify([read, absences])).not.toMatch(/canari/i);
  });
});
