// The state of a meeting's date is the same on Semaine and on Réunions.
import { expect, it } from 'vitest';
import { dateState } from '../../../../src/lib/features/meetings/date-state.ts';
import { Convocations } from '../../../../src/lib/figures/calendar/convocations.svelte.ts';

const meeting = { team: 'A', number: 1, date: '2026-12-07', half: 'am' as const };
const year = (locked: boolean, past = false) => ({
  convocations: new Convocations(),
  isLocked: () => locked || past,
  isPast: () => past
});

it('a meeting whose people were convened is told so, fixed or not; one that is held is fixed', () => {
  expect(dateState(year(false), meeting)).toBe('proposed');
  expect(dateState(year(true), meeting)).toBe('fixed');
  for (const locked of [true, false]) {
    const convened = year(locked);
    convened.convocations.mark([meeting]);
    expect(dateState(convened, meeting)).toBe('convened');
    expect(dateState(convened, { ...meeting, date: '2026-12-08' })).toBe(locked ? 'fixed' : 'proposed');
  }
  const held = year(false, true);
  held.convocations.mark([meeting]);
  expect(dateState(held, meeting)).toBe('fixed');
});
