// What is kept on this computer for the demonstration stays apart from what is kept for the real territory of the same SIREN.
import { expect, it, vi } from 'vitest';
import { keptKeyOf } from '../../../src/lib/storage/kept-key.ts';
import { keptStory } from '../../../src/lib/storage/story-file.ts';

it('a story of the demonstration is not that of the territory whose SIREN it bears', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value)
  });
  const [demonstration, own] = [true, false].map((is) =>
    keptKeyOf({ siren: '245901160', demonstration: is })
  );
  expect(own).toBe('245901160');
  keptStory.keep('fictitious', demonstration!);
  expect(keptStory.read(own!)).toBeNull();
  expect(keptStory.read(demonstration!)).toBe('fictitious');
});
