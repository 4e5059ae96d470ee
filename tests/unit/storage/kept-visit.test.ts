// The reader's last visit: stored as it was, refused when damaged, erased with the rest.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Visit } from '../../../src/lib/model/service.ts';
import { lastVisit } from '../../../src/lib/storage/kept-here.ts';

const store = new Map<string, string>();
const local = new Proxy({} as Storage, {
  get: (_, key) =>
    ({
      getItem: (name: string) => store.get(name) ?? null,
      setItem: (name: string, text: string) => void store.set(name, text),
      removeItem: (name: string) => void store.delete(name)
    })[String(key)],
  ownKeys: () => [...store.keys()],
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true })
});
beforeEach(() => {
  store.clear();
  vi.stubGlobal('localStorage', local);
});
afterEach(() => vi.unstubAllGlobals());

const visit: Visit = {
  day: '2026-03-03',
  fingerprint: 'abc',
  year: '2025-2026',
  figures: { followed: 67, waiting: 11, children: null, teams: 27, meetings: 110, budget: 692734 },
  followed: ['0590006L'],
  waiting: []
};

const readVisit = (text: string) => {
  store.set('maillage.visite.a', text);
  return lastVisit.read('a');
};

describe('a visit', () => {
  it('comes back as it was kept, for its territory alone', () => {
    expect(lastVisit.keep(visit, '245901160')).toBe(true);
    expect(lastVisit.read('245901160')).toMatchObject(visit);
    expect(lastVisit.read('other')).toBeNull();
    expect(lastVisit.count()).toBe(1);
  });

  it('is forgotten when asked', () => {
    lastVisit.keep(visit, 'a');
    lastVisit.keep(visit, 'b');
    lastVisit.keep(null, 'a');
    expect(lastVisit.count()).toBe(1);
    lastVisit.forget();
    expect(lastVisit.count()).toBe(0);
  });

  it('is refused when damaged or of another version', () => {
    expect(readVisit('{')).toBeNull();
    expect(readVisit(JSON.stringify({ ...visit, version: 2 }))).toBeNull();
    expect(readVisit(JSON.stringify({ ...visit, version: 1, day: 'hier' }))).toBeNull();
    expect(readVisit(JSON.stringify({ ...visit, version: 1, figures: { followed: 'x' } }))).toBeNull();
    fc.assert(fc.property(fc.json(), (text) => readVisit(text) === null));
  });
});
