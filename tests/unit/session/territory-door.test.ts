// The one door to a territory's files: those of the opened territory alone, and what began under one never reads another.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const invalidateAll = vi.hoisted(() => vi.fn(() => Promise.resolve()));
vi.mock('$app/navigation', () => ({ invalidateAll }));

import {
  openedTerritory,
  openTerritory,
  TerritoryDoor,
  territoryFetch
} from '../../../src/lib/session/territory-door.ts';
import { openingAddress, withTerritory } from '../../../src/lib/session/territory-link.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array | null) => content && new TextDecoder().decode(content);
const territory = (key: string) => ({
  key,
  name: key,
  files: new Map([
    ['tables/dashboard.json', bytes(`{"of":"${key}"}`)],
    ['graph/car.bin', bytes(key)],
    ['downloads/schools.csv', bytes(`${key};1`)]
  ])
});
const asked: string[] = [];
const fetchBlob = fetch;
const site: typeof fetch = (input) => {
  asked.push(String(input));
  return Promise.resolve(new Response('{"of":"site"}'));
};

beforeEach(() => {
  asked.length = 0;
  vi.stubEnv('SSR', false);
  vi.stubGlobal('location', { href: 'https://site.example.org/territoire' });
  vi.stubGlobal('fetch', site);
});
afterEach(async () => {
  await openTerritory(null);
  vi.unstubAllEnvs();
});

describe('a territory that the reader opens', () => {
  it('is read by every page, and nothing of the site’s own is asked for', async () => {
    await openTerritory(territory('mine'));
    expect([openedTerritory()?.key, invalidateAll.mock.calls.length > 0]).toEqual(['mine', true]);
    const load = territoryFetch(site);
    expect(await (await load('/tables/dashboard.json')).json()).toEqual({ of: 'mine' });
    const absent = await load('https://site.example.org/graph/team.json');
    expect([absent.ok, absent.status]).toEqual([false, 404]);
    expect(text(await new TerritoryDoor().bytes('graph/car.bin'))).toBe('mine');
    expect(await new TerritoryDoor().bytes('graph/team.json')).toBeNull();
    expect(asked).toEqual([]);
  });

  it('leaves the rest of the site as it is', async () => {
    await openTerritory(territory('mine'));
    await territoryFetch(site)('/_app/immutable/duckdb.wasm');
    expect(asked).toEqual(['/_app/immutable/duckdb.wasm']);
  });

  it('gives its own files to links and to workers', async () => {
    await openTerritory(territory('mine'));
    const door = new TerritoryDoor();
    expect(door.graphs()).toEqual(new Map([['car.bin', bytes('mine')]]));
    const address = door.address('downloads/schools.csv');
    expect(address).toMatch(/^blob:/);
    expect(door.address('downloads/schools.csv')).toBe(address);
    const content = (of: string) => fetchBlob(of).then((response) => response.text());
    expect(await content(address)).toBe('mine;1');
    door.close();
    await expect(content(address)).rejects.toThrow();
    expect(door.address('downloads/schools.csv')).not.toBe(address);
    door.close();
  });

  it('is left as it was found: the site’s own files come back', async () => {
    await openTerritory(territory('mine'));
    await openTerritory(null);
    const door = new TerritoryDoor();
    expect(await (await door.fetch('/tables/dashboard.json')).json()).toEqual({ of: 'site' });
    expect(door.address('downloads/schools.csv')).toBe('/downloads/schools.csv');
    expect(door.graphs()).toBe('https://site.example.org/graph');
    expect(text(await door.bytes('graph/car.bin'))).toBe('{"of":"site"}');
  });
});

it('what began under one territory never reads a file of the next', async () => {
  await openTerritory(territory('first'));
  const [door, load] = [new TerritoryDoor(), territoryFetch(site)];
  await openTerritory(territory('second'));
  expect(await (await load('/tables/dashboard.json')).json()).toEqual({ of: 'first' });
  expect(text(await door.bytes('graph/car.bin'))).toBe('first');
  expect(door.key).not.toBe(new TerritoryDoor().key);
});

it('a request that was stopped stays stopped', async () => {
  await openTerritory(territory('mine'));
  const signal = AbortSignal.abort();
  await expect(new TerritoryDoor().fetch('/graph/car.bin', { signal })).rejects.toThrow();
});

describe('a territory opened by its name', () => {
  const params = () => new URLSearchParams('annee=2025-2026&pre=59606-ccas');

  it('stands in every address, in the place of another, until it is closed', async () => {
    await openTerritory({ ...territory('maubeuge'), link: 'pre=59392-ccas' });
    expect(withTerritory(params()).toString()).toBe('annee=2025-2026&pre=59392-ccas');
    await openTerritory(null);
    expect(withTerritory(params()).toString()).toBe('annee=2025-2026');
  });

  it('that a link of a page names is opened by Mon territoire, which gives that page', () => {
    const opened = new URL(
      openingAddress({ pathname: '/ecoles/', search: '?annee=2025-2026&pre=59392-ccas' })!,
      'https://site.example.org'
    );
    expect(opened.pathname).toBe('/territoire/');
    expect(Object.fromEntries(opened.searchParams)).toEqual({
      pre: '59392-ccas',
      suite: '/ecoles/?annee=2025-2026'
    });
    expect(openingAddress({ pathname: '/ecoles/', search: '?annee=2025-2026' })).toBeNull();
    expect(openingAddress({ pathname: '/territoire/', search: '?pre=59392-ccas' })).toBeNull();
  });
});
