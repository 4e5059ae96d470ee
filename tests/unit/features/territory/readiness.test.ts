// What « Mon territoire » says that a page lacks: never what was dropped already.
import { beforeAll, expect, it } from 'vitest';
import type { TerritoryFiles } from '../../../../src/lib/model/territory-files.ts';
import { pageReadiness } from '../../../../src/lib/features/territory/readiness.ts';
import { smallTerritory } from '../../../e2e/publish-site.ts';

let files: TerritoryFiles;
beforeAll(async () => void ({ files } = await smallTerritory('public')));
const textOf = (territory: TerritoryFiles, path: string, underway = false) =>
  pageReadiness(territory, underway)
    .flatMap(({ pages }) => pages)
    .find((page) => page.path === path)?.text;
const dashboardWith = (change: (dashboard: Record<string, unknown>) => void): TerritoryFiles => {
  const path = 'tables/dashboard.json';
  const dashboard = JSON.parse(new TextDecoder().decode(files.get(path))) as Record<string, unknown>;
  change(dashboard);
  return new Map(files).set(path, new TextEncoder().encode(JSON.stringify(dashboard)));
};

it('posts that were dropped are not asked for again: an internal site shows them', () => {
  const posts = (referents: number) =>
    dashboardWith((dashboard) => (dashboard['posts'] = { referents, coordinators: 0 }));
  expect(textOf(posts(4), '/secteurs')).toBe('postes déposés\u202f; choisissez «\u00a0Site interne\u00a0»');
  expect(textOf(posts(0), '/secteurs')).toBe('liste des postes à déposer (site interne)');
});

it('counts that are being protected are not asked for again', () => {
  const without = dashboardWith((dashboard) => (dashboard['pathways'] = {}));
  expect(textOf(without, '/')).toContain('effectifs d’enfants à déposer');
  expect(textOf(without, '/', true)).toContain('effectifs d’enfants en cours de protection');
  expect(textOf(without, '/?moment=evolution', true)).toContain('en cours de protection');
});

it('a page whose counts leave children out is not called complete, and says how many', () => {
  const lost = dashboardWith((dashboard) => {
    dashboard['pathways'] = { '2025-2026': {} };
    dashboard['uncounted'] = { children: 12, of: null };
  });
  const pageOf = (territory: TerritoryFiles) =>
    pageReadiness(territory)
      .flatMap(({ pages }) => pages)
      .find(({ path }) => path === '/territoires')!;
  expect(pageOf(files).state).toBe('complete');
  expect(pageOf(lost)).toMatchObject({
    state: 'partial',
    text: `${pageOf(files).text}\u202f; 12 enfants ne sont pas comptés`
  });
  expect(textOf(lost, '/secteurs')).toBe(textOf(files, '/secteurs'));
});
