// What no page may lack, whatever it says.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VIEWS } from '../../../scripts/reading/views.ts';
import { keptAddress, keptFiles, type SiteList } from '../../../src/service-worker/addresses.ts';
import { FRAMED, ROUTES, routesOf } from '../page.ts';
import { BUILD } from '../site-server.ts';
import { NOTHING_KEPT } from '../watch.ts';
import { viewOf, visitOf } from '../visits/record.ts';

const soft = expect.configure({ soft: true });
/** Portraits leave out a school's network and index where the screen has no room. */
const ROUTES_WITH_HIDDEN_COLUMNS = routesOf(({ feature }) => feature === 'portraits');

for (const route of ROUTES)
  test(`/${route} is read by all: axe finds nothing, no width nor spacing cuts its words, and it takes no stranger's script`, () => {
    const { desk, narrow, injected } = visitOf(route);
    soft(desk.titles, 'one title').toBe(1);
    soft(desk.styledWords, 'words of a style').toEqual([]);
    soft(desk.namelessPlaces, 'places without a name').toBe(0);
    soft(desk.siteMaps, 'the site map').toBe(route === FRAMED ? 0 : 1);
    soft(desk.look.axe).toMatchObject({ light: [] });
    soft(narrow.look.axe).toMatchObject({ dark: [] });
    for (const [width, look] of [
      [1440, desk.look],
      [360, narrow.look]
    ] as const) {
      soft(Object.values(look.axe).flat(), `axe at ${width}`).toEqual([]);
      soft(look.width, `sideways at ${width}`).toBeLessThanOrEqual(width);
      soft(look.spaced.width, `sideways, spaced wide at ${width}`).toBeLessThanOrEqual(width);
      soft(look.spaced.cut, `cut, spaced wide at ${width}`).toEqual([]);
    }
    soft(narrow.width, 'sideways at 320').toBeLessThanOrEqual(320);
    if (!ROUTES_WITH_HIDDEN_COLUMNS.includes(route))
      soft(narrow.hidden, 'columns that a phone loses').toEqual([]);
    soft(injected, 'what the site did not write').toEqual({
      script: false,
      text: false,
      style: false,
      address: false
    });
  });

test('all that a page or a view asks for is kept on the computer: it works with the server stopped', () => {
  const list = JSON.parse(readFileSync(join(BUILD, 'kept.json'), 'utf8')) as SiteList;
  const { core, large, onRequest } = keptFiles('', list);
  const kept = new Set([...core, ...large, ...onRequest]);
  for (const route of VIEWS) {
    const asked = viewOf(route)
      .traffic.requests.filter((url) => !/^(data|blob):/.test(url))
      .map((url) => new URL(url, 'http://site/').pathname);
    soft(
      asked.filter((path) => keptAddress(path, kept) === null),
      `/${route}`
    ).toEqual([]);
  }
});

test('no page nor view asks another host, breaks a rule of the policy, fails, or keeps anything about its reader', () => {
  for (const route of VIEWS) {
    const { requests, strangers, refused, kept, errors } = viewOf(route).traffic;
    soft(
      requests.filter((url) => /^\w+:/.test(url) && !/^(data|blob):/.test(url)),
      `/${route}: away`
    ).toEqual([]);
    soft(requests.length, `/${route}: the watch sees`).toBeGreaterThan(3);
    soft(strangers, `/${route}: strangers`).toEqual([]);
    soft(refused, `/${route}: the policy`).toEqual([]);
    soft(errors, `/${route}: errors`).toEqual([]);
    soft(kept, `/${route}: kept`).toEqual(NOTHING_KEPT);
  }
});
