// Territories that a reader opens, page after page of their menu: services of three other shapes, then a territory beside the demonstration,
// which is seen before it and after.
import type { Page } from '@playwright/test';
import { pageAddress } from '../../../src/lib/model/page-address.ts';
import { PAGES } from '../../../src/lib/pages/register.ts';
import { m } from '../messages.ts';
import { SHAPES, type ShapeName } from '../../fixtures/territory/shapes.ts';
import { neededWidth } from '../page-checks.ts';
import { follow } from '../page.ts';
import { openQuiet, quiet } from '../quiet.ts';
import { closeSecond, openSecond, secondTerritory } from '../second-territory.ts';
import { openShape, shapeTerritory } from '../shape-territory.ts';
import { expect } from '../test.ts';
import { DESK, readTexts, resize } from './read-page.ts';
import { keep, type OtherVisit, type Shown } from './record.ts';
import { HOME_AND_BACK, IN_SECOND, TERRITORY, portraitOf } from './addresses.ts';
import { test } from './visitor.ts';

test.describe.configure({ timeout: 300_000 });

/** Follows a link to a page and waits until it stands still. */
async function go(page: Page, address: string): Promise<void> {
  await follow(page, address);
  await page.waitForURL((url) => url.pathname + url.search === pageAddress(address));
  await quiet(page);
}

const mainOf = (page: Page) => page.evaluate(() => document.querySelector('main')?.innerText ?? '');

/** Charts that show nothing, or one point alone. */
const poorCharts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main figure svg')]
      .filter((chart) => chart.checkVisibility())
      .filter(
        (chart) =>
          [...chart.querySelectorAll('[aria-label="dot"], [aria-label="bar"]')].some(
            ({ childElementCount }) => childElementCount === 1
          ) || chart.querySelectorAll('path, circle, rect, line').length < 2
      )
      .map((chart) => chart.closest('section')?.textContent?.trim().slice(0, 80) ?? '')
  );

async function readHere(page: Page, byPhone: boolean): Promise<OtherVisit> {
  const read = {
    texts: await readTexts(page),
    poorCharts: await poorCharts(page),
    empty: await page.locator('main div.empty').count(),
    width: null
  };
  if (!byPhone) return read;
  await resize(page, 360);
  const width = await neededWidth(page);
  await page.setViewportSize(DESK);
  return { ...read, width };
}

/** The longest names and the largest figures: what fits a phone there fits it in the others. */
const ON_A_PHONE: ShapeName = 'city';

/** Addresses of the pages that the site map leads to. */
async function shownPages(page: Page): Promise<string[]> {
  await page.getByRole('contentinfo').getByRole('link', { name: m.plan_title() }).click();
  await expect(page.locator('h1').first()).toHaveText(m.plan_title());
  const links = await page
    .locator('main a[href]')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  return PAGES.map(({ path }) => path).filter((path) => links.includes(pageAddress(path)));
}

for (const name of Object.keys(SHAPES) as ShapeName[])
  test.describe(() => {
    // The three répartitions are searched for in one of them: with the schools of a city, for long.
    if (name !== 'commune') test.use({ never: /duckdb|cards\.worker/ });

    test(`the pages of ${SHAPES[name].name} are visited`, async ({ page, traffic }) => {
      const { path } = await shapeTerritory(name);
      await openQuiet(page, TERRITORY.slice(1));
      await openShape(page, path, SHAPES[name].name);
      const pages = await shownPages(page);
      for (const address of [...pages, portraitOf(SHAPES[name].commune)]) {
        await go(page, address);
        keep(name, address, await readHere(page, name === ON_A_PHONE));
      }
      keep(name, 'shown', { pages, errors: (await traffic()).errors } satisfies Shown);
    });
  });

test('the pages of a territory beside the demonstration are visited, and those of the demonstration before and after', async ({
  page,
  traffic
}) => {
  const { path } = await secondTerritory();
  await openQuiet(page, '');
  for (const address of HOME_AND_BACK) {
    await go(page, address);
    keep('before', address, await mainOf(page));
  }
  await go(page, TERRITORY);
  await openSecond(page, path);
  const before = (await traffic()).requests.length;
  for (const address of IN_SECOND) {
    await go(page, address);
    keep('second', address, await readTexts(page));
  }
  keep('second', 'asked', (await traffic()).requests.slice(before));
  await go(page, TERRITORY);
  await closeSecond(page);
  for (const address of HOME_AND_BACK) {
    await go(page, address);
    keep('after', address, await mainOf(page));
  }
});
