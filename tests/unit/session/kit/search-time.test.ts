import { afterEach, expect, it, vi } from 'vitest';
import { searchSeconds } from '../../../../src/lib/session/kit/search-time.ts';

afterEach(() => vi.unstubAllGlobals());

it('a search lasts as long as its page says, or as its surroundings say, longer on a slow machine', () => {
  expect(searchSeconds(10)).toBe(10);
  vi.stubGlobal('maillageSearchSeconds', 4);
  expect([searchSeconds(10), searchSeconds(2)]).toEqual([4, 4]);
  vi.stubGlobal('maillageSearchSeconds', 'long');
  expect(searchSeconds(10)).toBe(10);
});
