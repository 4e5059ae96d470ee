import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  easterSunday,
  publicHolidays
} from '../../../../src/lib/engines/meetings/calendar/public-holidays.ts';
import { holidaysOf, schoolDays } from '../../../../src/lib/engines/meetings/calendar/school-days.ts';
import {
  SCHOOL_YEARS,
  yearsWith,
  holidayZone
} from '../../../../src/lib/engines/meetings/calendar/school-holidays.ts';
import type { Zone } from '../../../../src/lib/model/meetings/meetings-file.ts';
import { dayNumber, isoDate, weekdayOf, weekOf } from '../../../../src/lib/model/meetings/days.ts';

const year = (name: string) => SCHOOL_YEARS.find((one) => one.year === name)!;
const ZONES: Zone[] = ['A', 'B', 'C'];

describe('public holidays', () => {
  it.each([
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16']
  ])('put Easter of %i on its day', (one, sunday) => {
    expect(isoDate(easterSunday(one))).toBe(sunday);
  });

  it('are the eleven of the Code du travail, and two more in Alsace-Moselle', () => {
    expect([...publicHolidays(2027).keys()].sort()).toEqual([
      '2027-01-01',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-08',
      '2027-05-17',
      '2027-07-14',
      '2027-08-15',
      '2027-11-01',
      '2027-11-11',
      '2027-12-25'
    ]);
    const more = [...publicHolidays(2027, '67')].filter(([date]) => !publicHolidays(2027).has(date));
    expect(more).toEqual([
      ['2027-03-26', 'good-friday'],
      ['2027-12-26', 'saint-stephen']
    ]);
  });
});

describe('days on which teams may meet', () => {
  it.each(SCHOOL_YEARS.flatMap((one) => ZONES.map((zone) => [one.year, zone] as const)))(
    'of %s, zone %s: thirty-six weeks of school, none in the holidays, which last sixteen days',
    (name, zone) => {
      const one = year(name);
      const days = schoolDays({ year: one, zone });
      expect(new Set(days.map((day) => weekOf(dayNumber(day)))).size).toBeGreaterThanOrEqual(35);
      expect(new Set(days.map((day) => weekOf(dayNumber(day)))).size).toBeLessThanOrEqual(37);
      for (const { kind, from, to } of [...one.common, ...one.zones[zone]]) {
        if (kind !== 'ascension')
          expect([weekdayOf(dayNumber(from)), weekdayOf(dayNumber(to))]).toEqual([6, 7]);
        if (kind !== 'ascension') expect(dayNumber(to) - dayNumber(from) + 1).toBe(16);
        expect(days.filter((day) => from <= day && day <= to)).toEqual([]);
      }
      expect(days.every((day) => weekdayOf(dayNumber(day)) <= 5)).toBe(true);
      expect(days.filter((day) => publicHolidays(Number(day.slice(0, 4))).has(day))).toEqual([]);
    }
  );

  it('leave out the days on which the service is closed, and those outside of the period asked for', () => {
    const one = year('2026-2027');
    const days = schoolDays({
      year: one,
      zone: 'B',
      closed: [{ from: '2026-09-24', to: '2026-09-25' }],
      from: '2026-09-21',
      to: '2026-10-02'
    });
    expect(days).toEqual([
      '2026-09-21',
      '2026-09-22',
      '2026-09-23',
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-01',
      '2026-10-02'
    ]);
  });

  it('of a year that is not published are its weekdays without public holidays, and no holiday is invented', () => {
    const next = yearsWith().at(-1)!;
    expect(next).toMatchObject({
      year: '2027-2028',
      from: '2027-09-01',
      to: '2028-07-07',
      unpublished: true
    });
    expect(SCHOOL_YEARS.every(({ unpublished }) => !unpublished)).toBe(true);
    const days = schoolDays({ year: next, zone: 'B', closed: [{ from: '2028-01-03', to: '2028-01-04' }] });
    expect(days).toContain('2027-12-24');
    for (const closed of ['2027-11-01', '2027-11-11', '2028-04-17', '2028-05-01', '2028-05-25', '2028-01-03'])
      expect(days).not.toContain(closed);
    expect(days.every((day) => weekdayOf(dayNumber(day)) <= 5)).toBe(true);
    expect(holidaysOf({ year: next, zone: 'B' })).toEqual([]);
  });

  it('follow the zone of the département; Corsica and overseas have their own', () => {
    expect(['59', '69', '75', '2A', '974'].map(holidayZone)).toEqual(['B', 'A', 'C', null, null]);
    const mainland = Array.from({ length: 95 }, (_, i) => String(i + 1).padStart(2, '0')).filter(
      (code) => code !== '20'
    );
    expect(mainland.filter((code) => holidayZone(code) === null)).toEqual([]);
  });
});

describe('dates', () => {
  it('are counted from day to day, and weeks begin on Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 40_000 }), (day) => {
        expect(dayNumber(isoDate(day))).toBe(day);
        expect(weekdayOf(day)).toBe(new Date(day * 86_400_000).getUTCDay() || 7);
        expect(weekOf(day + 1) - weekOf(day)).toBe(weekdayOf(day) === 7 ? 1 : 0);
      })
    );
    expect(['2026-02-30', '2026-13-01', '26-01-01', ''].map(dayNumber)).toEqual([NaN, NaN, NaN, NaN]);
  });
});
