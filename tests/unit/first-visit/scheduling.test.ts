// What waits for the map begins once it answers, and does not wait for one that never will.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterMap, tellMapStands } from '../../../src/lib/first-visit/scheduling.ts';

let state: string | null;
let begun: string[];
const wait = (name: string) => void afterMap().then(() => begun.push(name));

beforeEach(() => {
  begun = [];
  vi.useFakeTimers();
  vi.stubGlobal('document', {
    querySelector: (selector: string) =>
      state !== null && ['[data-map-state]', `[data-map-state="${state}"]`].includes(selector) ? {} : null
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('begins when the map says that it answers', async () => {
  state = 'loading';
  wait('table');
  wait('chart');
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual([]);
  tellMapStands();
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual(['table', 'chart']);
});

it('begins at once beside a map that answers already', async () => {
  state = 'drawn';
  wait('table');
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual(['table']);
});

it.each([null, 'loading'])('begins in any case, with a map that is %s', async (now) => {
  state = now;
  wait('table');
  await vi.advanceTimersByTimeAsync(1499);
  expect(begun).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(begun).toEqual(['table']);
});
