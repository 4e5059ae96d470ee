// What one more meeting would give: only dates to come are advised.
import { expect, it } from 'vitest';
import { weeklyDays } from '../../../../src/lib/figures/calendar/agenda-reviews.ts';

const DAYS = [
  '2026-08-31',
  '2026-09-01',
  '2026-11-30',
  '2026-12-01',
  '2026-12-03',
  '2026-12-07',
  '2026-12-08'
];

it('one more meeting is advised in a week to come, even where the year is planned from its first day', () => {
  expect(weeklyDays(DAYS, '2026-08-31', '2026-12-01')).toEqual(['2026-12-01', '2026-12-07']);
  expect(weeklyDays(DAYS, '2026-12-07', '2026-12-01')).toEqual(['2026-12-07']);
  expect(weeklyDays(DAYS, '2026-08-31', '2026-08-01')).toEqual(['2026-08-31', '2026-11-30', '2026-12-07']);
});
