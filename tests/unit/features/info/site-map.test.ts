import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path/posix';
import { expect, it } from 'vitest';
import { siteMapPages, siteMapTexts } from '../../../../src/lib/features/info/site-map.ts';
import { REFERENCE_PAGES, navigationGroups, navigationPath } from '../../../../src/lib/i18n/page-names.ts';

const lines = () => [...siteMapPages(), ...siteMapTexts()];
/** A map in another site's frame, the portraits (listed from the territory's places) and the site map itself. */
const UNLISTED = ['/carte', '/territoires/[code]', '/plan'];

it('the site map shows every page of the menu, once, with a name and what it answers', () => {
  const paths = lines().map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const path of [...navigationGroups().flatMap(({ pages }) => pages), ...REFERENCE_PAGES])
    expect(paths).toContain(path);
  for (const { path, label, text } of lines()) {
    expect(label, path).not.toBe('');
    expect(text, path).toMatch(/\?$/);
  }
});

it('no page of the site is left off the site map', () => {
  const pages = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === '+page.svelte')
    .map((file) => `/${dirname(file)}`.replace('/.', '/'));
  expect(pages.filter((path) => !UNLISTED.includes(path)).sort()).toEqual(
    lines()
      .map(({ path }) => path)
      .sort()
  );
});

it('a page belongs to one group at most, and a portrait opens the group of Territoires', () => {
  const grouped = navigationGroups().flatMap(({ pages }) => pages);
  expect(new Set(grouped).size).toBe(grouped.length);
  expect(navigationPath('/territoires/[code]')).toBe('/territoires');
  expect(navigationPath('/territoires/atlas')).toBe('/territoires/atlas');
  expect(navigationPath('/confidentialite')).toBeNull();
});
