// A day that a file gives is that day for every reader: in Cayenne as in Nouméa.
import { afterEach, describe, expect, it } from 'vitest';
import { dayMonth, fullDay, lastDay, longDay, longMonth, shortDay } from '../../../src/lib/i18n/dates.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
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
    expect(lastDay('2026-06')).toBe('30 juin 2026');
  });
});
