// A day that a file gives is that day for every reader: in Cayenne as in Nouméa.
import { afterEach, describe, expect, it } from 'vitest';
import type { Month } from '../../../src/lib/model/school-year.ts';
import { localeTag } from '../../../src/lib/i18n/locale.ts';
import { setLocale } from '../../../src/lib/i18n/paraglide/runtime.js';
import {
  day,
  dayMonth,
  fullDay,
  longDay,
  longMonth,
  referenceDay,
  shortDay
} from '../../../src/lib/i18n/dates.ts';

const zone = process.env.TZ;
afterEach(() => {
  setLocale('fr', { reload: false });
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

it.each(['fr', 'en'] as const)('months are written as the browser would, in %s', (language) => {
  setLocale(language, { reload: false });
  for (let number = 1; number <= 12; number += 1) {
    const month = `2028-${String(number).padStart(2, '0')}` as Month;
    const form = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    const last = new Date(Date.UTC(2028, number, 0, 12));
    expect(longMonth(month)).toBe(last.toLocaleDateString(localeTag(), form));
  }
});

it.each(['fr', 'en'] as const)('a short day is written as the browser would, in %s', (language) => {
  setLocale(language, { reload: false });
  const form = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  for (let number = 0; number < 400; number += 1) {
    const moment = new Date(2027, 11, 20 + number, 12);
    const written = moment.toLocaleDateString(localeTag(), form);
    expect(day(moment)).toBe(written);
    expect(shortDay(new Date(Date.UTC(2027, 11, 20 + number, 12)).toISOString())).toBe(written);
  }
});

it('figures of a whole school year are of its last day; those of a year under way of a month, never of a day to come', () => {
  expect(referenceDay('2026-06')).toBe('30 juin 2026');
  expect(referenceDay('2026-12')).toBe('mois de décembre 2026');
  expect(referenceDay('2026-10')).toBe('mois d’octobre 2026');
  expect(referenceDay('2026-12', 'en')).toBe('December 2026');
});

describe('days', () => {
  it.each([
    'America/Cayenne',
    'Pacific/Marquesas',
    'UTC',
    'Europe/Paris',
    'Pacific/Noumea',
    'Pacific/Kiritimati'
  ])('are the ones of the file in %s', (place) => {
    process.env.TZ = place;
    expect(shortDay('2026-11-01')).toBe('01/11/2026');
    expect(shortDay('2026-11-01T23:30:00Z')).toBe('01/11/2026');
    expect(longDay('2026-11-01')).toBe('1er novembre 2026');
    expect(fullDay('2026-11-01')).toBe('dimanche 1er novembre 2026');
    expect(dayMonth('2026-11-01')).toBe('1er nov.');
    expect(longMonth('2026-11')).toBe('novembre 2026');
    expect(referenceDay('2026-06')).toBe('30 juin 2026');
  });
});
