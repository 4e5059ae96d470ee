import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path/posix';
import { expect, it } from 'vitest';
import { withPages } from '../../../scripts/site/pages-table.ts';
import { defaultStory } from '../../../src/lib/features/council/default-story.ts';
import { PAGE_VIEWS, viewsOf } from '../../../src/lib/features/council/page-views.ts';
import { m } from '../../../src/lib/i18n/paraglide/messages.js';
import { menuDoors, navigationPage, pagesOf } from '../../../src/lib/pages/menu.ts';
import type { PageKeys, PageRecord } from '../../../src/lib/pages/record.ts';
import { FORMER_ADDRESSES, PAGES, pageAt } from '../../../src/lib/pages/register.ts';
import { siteMap } from '../../../src/lib/pages/site-map.ts';
import { readStoryAddress } from '../../../src/lib/pages/story.ts';
import { STORY_VIEWS, viewName } from '../../../src/lib/pages/views.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const lines = (pages?: readonly PageRecord[]) => siteMap(pages).flatMap(({ lines: own }) => own);

it('every route of the site is in the register, once, with its feature', () => {
  const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === '+page.svelte')
    .map((file) => `/${dirname(file)}`.replace('/.', '/'));
  const former = Object.keys(FORMER_ADDRESSES);
  expect([...PAGES.map(({ path }) => path), ...former].sort()).toEqual(routes.sort());
  for (const { feature } of PAGES) expect(existsSync(`src/lib/features/${feature}`), feature).toBe(true);
});

it('the site map shows every page that answers a question, once, with a name', () => {
  const paths = lines().map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  const shown = PAGES.filter(
    ({ path, label, feature }) => !path.includes('[') && feature !== 'share' && label !== m.plan_title
  );
  expect(paths.sort()).toEqual(shown.map(({ path }) => path).sort());
  for (const { path, label, text } of lines()) {
    expect(label, path).not.toBe('');
    expect(text, path).toMatch(/\?$/);
  }
});

it('a portrait and the atlas are under Communes et quartiers, the texts under Données', () => {
  expect(navigationPage('/territoires/[code]')?.path).toBe('/territoires');
  expect(navigationPage('/territoires/atlas')?.path).toBe('/territoires');
  expect(navigationPage('/methode')?.path).toBe('/donnees');
  expect(navigationPage('/confidentialite')?.path).toBe('/donnees');
  expect(navigationPage('/carte')).toBeNull();
});

it('the second view of Couverture is in the list of views, under its own name, whatever address opens it', () => {
  expect(STORY_VIEWS.slice(0, 2)).toEqual(['/', '/?moment=evolution']);
  const named = (address: string) => viewName(readStoryAddress(address)!);
  expect(named('/?annee=2024-2025')).toBe(m.shell_nav_coverage());
  for (const address of ['/?lieu=59606&moment=evolution', '/evolution?de=2021-2022'])
    expect(named(address), address).toBe(m.coverage_moment_change());
});

it('a page that is added is in the menu; taken away, it is nowhere', () => {
  const page: PageRecord = {
    path: '/essai',
    door: 'head',
    audience: ['head'],
    label: () => 'Essai',
    feature: 'trial'
  };
  const pages: readonly PageRecord[] = [...PAGES, page];
  expect(menuDoors(pages).find(({ key }) => key === 'head')?.pages).toContain(page);
  const without = pages.filter(({ feature }) => feature !== 'trial');
  expect(JSON.stringify([menuDoors(without), siteMap(without)])).not.toContain('essai');
  expect(pagesOf('beside', without)).toEqual(pagesOf('beside'));
});

it('a page of the menu has a question of a few words, and every door a page that it opens on', () => {
  for (const { label, pages } of menuDoors()) {
    expect(label).not.toBe('');
    for (const { path, question } of pages) {
      const words = question?.({}, { locale: 'fr' }) ?? '';
      expect(words, path).toMatch(/\?$/);
      expect(words.length, path).toBeLessThanOrEqual(27);
    }
  }
  expect(menuDoors().map(({ key }) => key)).toEqual(['elected', 'head', 'coordination']);
});

it('the table of pages of the README is that of the register', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(withPages(readme)).toBe(readme);
});

it('a page with a view has its `page-view.ts`, one without has none; keys of a page are those of a record', () => {
  const exists = (feature: string) => existsSync(`src/lib/features/${feature}/page-view.ts`);
  const seen = new Set(PAGES.filter((page: PageRecord) => page.view).map(({ feature }) => feature as string));
  expect(readdirSync('src/lib/features').filter(exists).sort()).toEqual([...seen].sort());
  const keys = import.meta.glob<PageKeys>('../../../src/lib/features/*/page-keys.ts', {
    eager: true,
    import: 'default'
  });
  expect(Object.keys(keys).length).toBeGreaterThan(2);
  for (const [file, of] of Object.entries(keys))
    for (const path of Object.keys(of)) expect(file).toContain(`/${pageAt(path)?.feature}/`);
});

it('a page that is added with its folder is a step of the story proposed, at its place; taken away, it is in none', () => {
  const page: PageRecord = {
    ...{ path: '/essai', door: 'head', audience: ['head'], label: () => 'Essai', feature: 'trial' },
    ...{ view: 'dashboard', story: 0 }
  };
  const found = { '../trial/page-view.ts': { snapshot: () => null, steps: () => [step] } };
  const step = { address: '/essai', title: 'Essai', text: 'Une <b>vue</b>' };
  const facts = { dashboard: smallDashboard, programme: null, assignment: null };
  const pages = [...PAGES, page];
  const views = new Map([...PAGE_VIEWS, ...viewsOf(found, pages)]);
  const [first, ...others] = defaultStory(facts, views, pages).steps;
  expect(first).toEqual({ ...step, text: 'Une vue' });
  expect(others.slice(0, 3)).toEqual(defaultStory(facts).steps.slice(0, 3));
  expect(viewsOf(found).size).toBe(0);
  expect(defaultStory(facts, views).steps).toEqual(defaultStory(facts).steps);
});
