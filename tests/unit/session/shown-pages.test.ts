// The menu of a site: no page of a public one is empty.
import { expect, it } from 'vitest';
import type { Dashboard } from '../../../src/lib/cube/dashboard.ts';
import { FEWEST_YEARS } from '../../../src/lib/engines/demand/index.ts';
import { navigationGroups, pagesOf } from '../../../src/lib/pages/menu.ts';
import { FORECAST_YEARS, shownPages } from '../../../src/lib/session/shown-pages.ts';

type Told = Parameters<typeof shownPages>[0];
const told = (part: Partial<Record<keyof Told, unknown>> = {}) =>
  ({
    schools: [{ status: 'followed' }],
    pathways: { '2024-2025': {} },
    actions: [],
    teams: [],
    territory: {},
    ...part
  }) as unknown as Dashboard;
const menuOf = (dashboard: Dashboard, isOwn = false) =>
  navigationGroups(shownPages(dashboard, isOwn)).flatMap(({ pages }) => pages.map(({ path }) => path));

it('the menu of a public site has no page that would say nothing', () => {
  expect(menuOf(told())).toEqual(['/', '/ecoles', '/territoires', '/seance', '/territoires/atlas']);
  const years = { '2022-2023': {}, '2023-2024': {}, '2024-2025': {} };
  expect(menuOf(told({ pathways: years, teams: [{}] }))).toEqual(
    expect.arrayContaining(['/evolution', '/programme', '/avenir'])
  );
});

it('a group without any page leaves with its pages', () => {
  const groups = navigationGroups(shownPages(told(), false));
  expect(groups.map(({ key }) => key)).toEqual(['understand', 'present']);
});

it('an internal site, the demonstration and a territory that the reader opened keep every page', () => {
  const all = menuOf(told(), true);
  expect(all).toContain('/secteurs');
  expect(menuOf(told({ territory: { internal: true } }))).toEqual(all);
  expect(menuOf(told({ territory: { demonstration: true } }))).toEqual(all);
  expect(pagesOf('reference', shownPages(told(), false))).toEqual(pagesOf('reference'));
});

it('foresees from as many years as the engine', () => expect(FORECAST_YEARS).toBe(FEWEST_YEARS));
