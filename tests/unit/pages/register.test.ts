import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path/posix';
import { expect, it } from 'vitest';
import { withPages } from '../../../scripts/site/pages-table.ts';
import { FLOORS } from '../../../eslint.boundaries.js';
import {
  navigationGroups,
  navigationPage,
  pagesOf,
  siteMapPages,
  siteMapTexts
} from '../../../src/lib/pages/menu.ts';
import type { PageRecord } from '../../../src/lib/pages/record.ts';
import { PAGES } from '../../../src/lib/pages/register.ts';

const lines = () => [...siteMapPages(), ...siteMapTexts()];

it('every route of the site is in the register, once, with its feature', () => {
  const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === '+page.svelte')
    .map((file) => `/${dirname(file)}`.replace('/.', '/'));
  expect(PAGES.map(({ path }) => path).sort()).toEqual(routes.sort());
  for (const { feature } of PAGES) expect(existsSync(`src/lib/features/${feature}`), feature).toBe(true);
});

it('the site map shows every page that answers a question, once, with a name', () => {
  const paths = lines().map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.sort()).toEqual(
    PAGES.filter((page: PageRecord) => page.answers)
      .map(({ path }) => path)
      .sort()
  );
  for (const { path, label, text } of lines()) {
    expect(label, path).not.toBe('');
    expect(text, path).toMatch(/\?$/);
  }
});

it('a portrait opens the group of Territoires, a vote that of Séance', () => {
  expect(navigationPage('/territoires/[code]')?.path).toBe('/territoires');
  expect(navigationPage('/territoires/atlas')?.path).toBe('/territoires/atlas');
  expect(navigationPage('/seance/vote')?.path).toBe('/seance');
  expect(navigationPage('/confidentialite')).toBeNull();
});

it('a page that is added is in the menu and on the site map; taken away, it is nowhere', () => {
  const page: PageRecord = {
    path: '/essai',
    group: 'organise',
    audience: ['head'],
    label: () => 'Essai',
    answers: () => 'Que dit cette page ?',
    feature: 'trial'
  };
  const under: PageRecord = { ...page, path: '/essai/suite', group: null, under: '/essai' };
  const pages: readonly PageRecord[] = [...PAGES, page, under];
  expect(navigationGroups(pages).find(({ key }) => key === 'organise')?.pages).toContain(page);
  expect(siteMapPages(pages).map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/essai', '/essai/suite'])
  );
  const without = pages.filter(({ feature }) => feature !== 'trial');
  expect(JSON.stringify([navigationGroups(without), siteMapPages(without)])).not.toContain('essai');
  expect(pagesOf('reference', without)).toEqual(pagesOf('reference'));
});

it('the table of pages of the README is that of the register', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(withPages(readme)).toBe(readme);
});

it('no folder of another page imports a page’s folder, but those that the import rules name', () => {
  const shared = new Set(
    Object.values(FLOORS).flatMap((may) => may.filter((folder) => folder.startsWith('features/')))
  );
  const routes = PAGES.filter(({ feature }) => !shared.has(`features/${feature}`));
  expect(routes.length).toBeGreaterThan(4);
  for (const { feature } of routes)
    for (const path of readdirSync('src/lib', { recursive: true, encoding: 'utf8' }))
      if (/\.(?:ts|svelte)$/.test(path) && !path.startsWith(`features/${feature}/`))
        expect(readFileSync(`src/lib/${path}`, 'utf8').includes(`features/${feature}/`), path).toBe(false);
});
