// A quorum is told with what it means: all present, none to spare, so many more than are needed.
import { expect, it } from 'vitest';
import { quorumWords } from '../../../../src/lib/figures/calendar/day-words.ts';

it('nine present of nine are all present, though none could be away', () => {
  expect(quorumWords({ quorumMargin: 0, missing: [] })).toBe('atteint, tous présents');
});

it('with somebody away, the quorum says what is left of it', () => {
  expect(quorumWords({ quorumMargin: 0, missing: ['CCAS 1'] })).toBe('atteint, sans marge');
  expect(quorumWords({ quorumMargin: 2, missing: ['CCAS 1'] })).toBe('atteint, 2 de plus');
  expect(quorumWords({ quorumMargin: null, missing: [] })).toBe('–');
});
