// A page is a folder, a route and a record: what else names one is what its deletion leaves to settle, counted page by page.
import { expect, it } from 'vitest';
import type { PageRecord } from '../../../src/lib/pages/record.ts';
import { PAGES } from '../../../src/lib/pages/register.ts';
import { textsOf } from './source-files.ts';

const texts = textsOf('src', 'scripts', 'bench', 'tests');

/** Addresses that are a word of files too, « actions »: only one with its first slash is an address. */
const WORDS = new Set(['/actions']);

/** Features that frame or serve the others: no page takes them away. */
const SHARED = new Set<string>(['share']);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How code writes an address: `{base}/ecoles/`, `'/ecoles?vue=x'`; tests and scripts without its first slash too. */
function addressOf(path: string, bare: boolean): RegExp | null {
  if (path === '/') return null;
  const [before, parameter] = path.slice(1).split(/\/\[\w+\]/);
  const end = parameter === undefined ? `(?=/?['"\`?#]|/\\?|/\\$\\{query)` : '/(?:\\$?\\{|\\d{5}|\\[)';
  return new RegExp(`(?:base\\}/|['"\`(]/${bare ? '?' : ''})${escaped(before!)}${end}`);
}

/** Files that name a page, outside of its folder, its routes, its record and the tests of its folder. */
function namersOf({ path, feature }: PageRecord): string[] {
  const siblings = PAGES.filter((page: PageRecord) => page.feature === feature).map((page) => page.path);
  const own = [
    'src/lib/pages/register.ts',
    'src/lib/pages/site-map.ts',
    'tests/unit/house/',
    `src/lib/features/${feature}/`,
    `tests/unit/features/${feature}/`,
    ...siblings.map((sibling) => `src/routes${sibling === '/' ? '/+page' : `${sibling}/+`}`)
  ];
  const isOwn = (file: string) => own.some((start) => file.startsWith(start));
  const imported = SHARED.has(feature) ? null : new RegExp(`features/${feature}/`);
  return [...texts].flatMap(([file, text]) =>
    !isOwn(file) &&
    (imported?.test(text) || addressOf(path, !file.startsWith('src/') && !WORDS.has(path))?.test(text))
      ? [file]
      : []
  );
}

/** The most files of the site and its scripts that may name each page; tests are counted together. To be lowered, never raised. */
const MOST: Record<string, number> = {
  '/': 10,
  '/ecoles': 8,
  '/territoires': 3,
  '/territoires/[code]': 6,
  '/programme': 1,
  '/secteurs': 19,
  // The road of the decision is set there, and said on Répartition with a link to it.
  '/deplacements': 3,
  '/reunions': 11,
  '/seance': 5,
  '/territoires/atlas': 1,
  '/territoire': 12,
  '/donnees': 3,
  '/methode': 11,
  '/accessibilite': 2,
  '/confidentialite': 2,
  '/plan': 1,
  '/carte': 1
};
const MOST_IN_TESTS = 201;

const left = PAGES.map((page) => ({ path: page.path, files: namersOf(page) }));
const isTest = (file: string) => file.startsWith('tests/');

it('the files that name each page besides its own do not grow in number', () => {
  for (const { path, files } of left) {
    const found = files.filter((file) => !isTest(file));
    expect(found.length, `${path}: ${found.join(', ')}`).toBeLessThanOrEqual(MOST[path] ?? 0);
  }
});

it('the list above has no page that is gone', () => {
  const paths = PAGES.map(({ path }) => path as string);
  expect(Object.keys(MOST).filter((path) => !paths.includes(path))).toEqual([]);
});

it('nor do those of the tests', () => {
  const found = left.flatMap(({ files }) => files.filter(isTest));
  expect(found.length).toBeLessThanOrEqual(MOST_IN_TESTS);
});
