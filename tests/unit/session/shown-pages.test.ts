// The menu of a site: no page of a public one is empty.
import { expect, it } from 'vitest';
import type { Dashboard } from '../../../src/lib/cube/dashboard.ts';
import { FEWEST_YEARS } from '../../../src/lib/engines/demand/index.ts';
import { menuDoors, pagesOf } from '../../../src/lib/pages/menu.ts';
import type { Need, PageRecord } from '../../../src/lib/pages/record.ts';
import { PAGES } from '../../../src/lib/pages/register.ts';
import { siteMap } from '../../../src/lib/pages/site-map.ts';
import { FORECAST_YEARS, shownPages } from '../../../src/lib/session/shown-pages.ts';

type Told = Parameters<typeof shownPages>[0];
const told = (part: Partial<Record<keyof Told, unknown>> = {}) =>
  ({
    communes: [{ intervention: true }, { intervention: true }],
    schools: [{ status: 'followed' }],
    pathways: { '2024-2025': {} },
    actions: [],
    teams: [],
    territory: {},
    posts: { referents: 2 },
    ...part
  }) as unknown as Dashboard;
const menuOf = (dashboard: Dashboard) =>
  menuDoors(shownPages(dashboard)).flatMap(({ pages }) => pages.map(({ path }) => path));

/** Pages of the menu that one of these opens. */
const needing = (...asked: Need[]) =>
  (PAGES as readonly PageRecord[])
    .filter(({ door, needs = [] }) => door !== null && asked.some((need) => needs.includes(need)))
    .map(({ path }) => path);

it('the menu of a public site has no page that would say nothing', () => {
  expect(menuOf(told())).toEqual(['/', '/territoires', '/seance', '/ecoles']);
  const years = { '2022-2023': {}, '2023-2024': {}, '2024-2025': {} };
  expect(menuOf(told({ pathways: years, teams: [{}] }))).toEqual(
    expect.arrayContaining(needing('programme', 'means'))
  );
});

it('a door without any public page leaves with its pages', () => {
  const doorsOf = (dashboard: Dashboard) => menuDoors(shownPages(dashboard)).map(({ key }) => key);
  expect(doorsOf(told())).toEqual(['elected', 'head']);
  expect(doorsOf(told({ schools: [] }))).toEqual(['elected']);
});

const FULL = {
  pathways: { '2022-2023': {}, '2023-2024': {}, '2024-2025': {} },
  teams: [{}],
  members: 8,
  sessions: 12,
  territory: { internal: true }
};

it('the site of a service whose lists are all there, and the demonstration, have every page', () => {
  const all = PAGES.filter(({ door }) => door !== null && door !== 'beside').map(({ path }) => path);
  expect(menuOf(told(FULL))).toEqual(all);
  expect(menuOf(told({ ...FULL, members: undefined, territory: { demonstration: true } }))).toEqual(all);
  expect(pagesOf('beside', shownPages(told()))).toEqual(pagesOf('beside'));
});

it('a site of a service has no page that a missing list would leave empty', () => {
  const without = (part: object) =>
    menuOf(told(FULL)).filter((path) => !menuOf(told({ ...FULL, ...part })).includes(path));
  expect(without({ members: 0 })).toEqual(needing('meeting-members'));
  expect(without({ sessions: 0 })).toEqual(needing('sessions'));
  expect(without({ posts: { referents: 0 } })).toEqual(needing('posts', 'bases'));
  // Schools that wait, or posts, say what to ask for before enough years are known.
  expect(without({ pathways: {} })).toEqual([]);
  expect(without({ pathways: {}, posts: { referents: 0 }, schools: [] })).toEqual(
    menuOf(told(FULL)).filter((path) => needing('posts', 'bases', 'means').includes(path))
  );
});

it('a service of one referent has no Répartition: there is nothing to split', () => {
  const [split] = PAGES.filter((page: PageRecord) => page.shape?.includes('several-posts'));
  expect(menuOf(told({ ...FULL, posts: { referents: 1 } }))).not.toContain(split!.path);
});

it('foresees from as many years as the engine', () => expect(FORECAST_YEARS).toBe(FEWEST_YEARS));

it('in one commune the menu, the site map and the titles speak of its neighbourhoods', () => {
  const labelsOf = (dashboard: Dashboard) =>
    shownPages(dashboard)
      .filter(({ path }) => path.startsWith('/territoires'))
      .map(({ label }) => label());
  expect(labelsOf(told()).slice(0, 2)).toEqual(['Communes et quartiers', 'Communes et quartiers']);
  const one = told({ communes: [{ intervention: true }, { intervention: false }] });
  expect(labelsOf(one).slice(0, 2)).toEqual(['Quartiers et écoles', 'Quartiers et écoles']);
  const pages = shownPages(one);
  const whole = siteMap(pages, true).flatMap(({ lines }) => lines.map(({ text }) => text));
  expect(whole.length).toBeGreaterThan(9);
  const questions = [...whole, ...pages.map(({ question }) => question?.() ?? '')];
  expect(questions.filter((words) => words.includes('commune'))).toEqual([]);
});
