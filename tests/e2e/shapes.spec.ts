// A service of one commune, with two posts: no page counts its communes, compares it with nobody, or names a place of elsewhere.
import { PAGES } from '../../src/lib/pages/register.ts';
import { SHAPES } from '../fixtures/territory/shapes.ts';
import { pageAddress } from '../../src/lib/model/page-address.ts';
import { follow, mapSettled, open } from './page.ts';
import { openShape, shapeTerritory } from './shape-territory.ts';
import { expect, test, type Page } from './test.ts';

test.describe.configure({ timeout: 300_000 });

const { name, commune } = SHAPES.commune;
const ADDRESSES = PAGES.filter(({ feature }) => feature !== 'share').map(({ path }) =>
  path.replace('[code]', commune)
);
const TERRITORY = PAGES.find(({ feature }) => feature === 'territory')!.path;
/** What is false of one commune, on screen and on paper. */
const FALSE_WORDS = [
  /\b1 communes/,
  /\bLes 1 /,
  /Commune par commune/i,
  /Parmi les 1 /,
  /Face aux 1 /,
  /Une commune sans action/,
  /Dans une commune, un thème/,
  /dont \p{L}+ à Maubeuge/u,
  /entre (\d+) et \1\b/,
  /0 partenaire/,
  /0 sur 0/,
  /Valenciennes/
];

async function go(page: Page, address: string): Promise<void> {
  await follow(page, address);
  await page.waitForURL((url) => url.pathname === pageAddress(address));
  await expect(page.locator('h1').first()).toBeVisible();
  await page.waitForTimeout(300);
  if ((await page.locator('[data-map-state]').count()) > 0) await mapSettled(page);
}

const mainText = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

test('a service of one commune reads no count of communes, no comparison with nobody and no zero that is unknown', async ({
  page
}) => {
  const { path } = await shapeTerritory('commune');
  await open(page, TERRITORY);
  await openShape(page, path, name);
  for (const address of ADDRESSES) {
    await go(page, address);
    const text = await mainText(page);
    expect(
      FALSE_WORDS.filter((words) => words.test(text)),
      `${address}: ${text.slice(0, 2000)}`
    ).toEqual([]);
  }
});

test('its schools are counted over those of the commune, and its neighbourhoods are its places', async ({
  page
}) => {
  const { path } = await shapeTerritory('commune');
  await open(page, TERRITORY);
  await openShape(page, path, name);
  await go(page, '/');
  await expect(page.locator('main')).toContainText(/12 écoles (?:du premier degré )?sur 19/);
  await expect(page.getByRole('heading', { name: /Quartier par quartier|Par quartier/i })).toBeVisible();
});
