// The menu of a site: no page of a public one is empty.
import { expect, it } from 'vitest';
import type { Dashboard } from '../../../src/lib/cube/dashboard.ts';
import { FEWEST_YEARS } from '../../../src/lib/engines/demand/index.ts';
import { menuDoors, pagesOf } from '../../../src/lib/pages/menu.ts';
import { FORECAST_YEARS, shownPages } from '../../../src/lib/session/shown-pages.ts';

type Told = Parameters<typeof shownPages>[0];
const told = (part: Partial<Record<keyof Told, unknown>> = {}) =>
  ({
    schools: [{ status: 'followed' }],
    pathways: { '2024-2025': {} },
    actions: [],
    teams: [],
    territory: {},
    posts: { referents: 2 },
    ...part
  }) as unknown as Dashboard;
const menuOf = (dashboard: Dashboard, isOwn = false) =>
  menuDoors(shownPages(dashboard, isOwn)).flatMap(({ pages }) => pages.map(({ path }) => path));

it('the menu of a public site has no page that would say nothing', () => {
  expect(menuOf(told())).toEqual(['/', '/territoires', '/seance', '/ecoles']);
  const years = { '2022-2023': {}, '2023-2024': {}, '2024-2025': {} };
  expect(menuOf(told({ pathways: years, teams: [{}] }))).toEqual(
    expect.arrayContaining(['/programme', '/avenir'])
  );
});

it('a door without any public page leaves with its pages', () => {
  const doorsOf = (dashboard: Dashboard) => menuDoors(shownPages(dashboard, false)).map(({ key }) => key);
  expect(doorsOf(told())).toEqual(['elected', 'head']);
  expect(doorsOf(told({ schools: [] }))).toEqual(['elected']);
});

it('an internal site, the demonstration and a territory that the reader opened keep every page', () => {
  const all = menuOf(told(), true);
  expect(all).toContain('/secteurs');
  expect(menuOf(told({ territory: { internal: true } }))).toEqual(all);
  expect(menuOf(told({ territory: { demonstration: true } }))).toEqual(all);
  expect(pagesOf('beside', shownPages(told(), false))).toEqual(pagesOf('beside'));
});

it('a service of one referent has no Répartition: there is nothing to split', () => {
  expect(menuOf(told({ posts: { referents: 1 } }), true)).not.toContain('/secteurs');
  expect(menuOf(told({ posts: { referents: 0 } }), true)).toContain('/secteurs');
});

it('foresees from as many years as the engine', () => expect(FORECAST_YEARS).toBe(FEWEST_YEARS));
