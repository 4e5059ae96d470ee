// What is kept offline, and how a page is found whatever the host's way of writing addresses.
import { describe, expect, test } from 'vitest';
import { keptAddress, keptFiles, pageGiven } from '../../../src/service-worker/addresses.ts';

const site = {
  version: 'a1',
  build: [
    '_app/immutable/entry/start.a1.js',
    '_app/immutable/assets/duckdb-eh.b2.bin',
    '_app/immutable/workers/readers/c3.js'
  ],
  files: [
    '_headers',
    '.htaccess',
    'LISEZMOI.txt',
    'favicon.svg',
    'tables/dashboard.json',
    'downloads/écoles.csv',
    'packs/59.pack',
    '_app/publish/pages.js'
  ],
  pages: ['', 'ecoles/']
};

describe.each(['', '/reussite'])('a site at « %s »', (base) => {
  const kept = keptFiles(base, site);

  test('keeps pages, code and tables at once, engines later, downloads, packs and readers of rare files when asked for', () => {
    expect(kept.core).toEqual([
      `${base}/`,
      `${base}/ecoles/`,
      `${base}/_app/immutable/entry/start.a1.js`,
      `${base}/favicon.svg`,
      `${base}/tables/dashboard.json`
    ]);
    expect(kept.large).toEqual([`${base}/_app/immutable/assets/duckdb-eh.b2.bin`]);
    expect(kept.onRequest).toEqual([
      `${base}/_app/immutable/workers/readers/c3.js`,
      `${base}/downloads/écoles.csv`,
      `${base}/packs/59.pack`,
      `${base}/_app/publish/pages.js`
    ]);
  });

  test.each([
    ['/', '/'],
    ['/index.html', '/'],
    ['/ecoles', '/ecoles/'],
    ['/ecoles/', '/ecoles/'],
    ['/ecoles.html', '/ecoles/'],
    ['/ecoles/index.html', '/ecoles/'],
    ['/downloads/%C3%A9coles.csv', '/downloads/écoles.csv']
  ])('%s is answered by %s', (asked, answered) => {
    const known = new Set([...kept.core, ...kept.large, ...kept.onRequest]);
    expect(keptAddress(base + asked, known)).toBe(base + answered);
  });

  test('an address that is not of the site is left to the network', () => {
    expect(keptAddress(`${base}/inconnue`, new Set(kept.core))).toBeNull();
    expect(keptAddress(`${base}/_headers`, new Set(kept.core))).toBeNull();
    expect(keptAddress(`${base}/%E9coles`, new Set(kept.core))).toBeNull();
  });
});

test('only a page of this site is kept: not the list of a folder, nor a page of another version', () => {
  const build = new Set(site.build);
  const page = (start: string) => `<script>import("../_app/immutable/entry/start.${start}.js")</script>`;
  expect(pageGiven(page('a1'), build)).toBe('page');
  expect(pageGiven(page('b2'), build)).toBe('other-version');
  const next = page('a1').replace('start.', 'next-start.');
  expect(pageGiven(next, build), 'renamed by who publishes').toBe('other-version');
  expect(pageGiven('<h1>Index of /seance</h1>', build)).toBe('foreign');
});
