// Services of other shapes than the demonstration: one commune with two posts, one city with seven, one overseas. Every page that is in
// their menu is opened on a desk, on a phone and on paper.
import { PAGES } from '../../src/lib/pages/register.ts';
import { menuDoors } from '../../src/lib/pages/menu.ts';
import type { PageRecord } from '../../src/lib/pages/record.ts';
import { SHAPES, type ShapeName } from '../fixtures/territory/shapes.ts';
import { pageAddress } from '../../src/lib/model/page-address.ts';
import { MEANINGS, plainText, valuesIn } from './one-figure.ts';
import { nextFrame, open, withoutDatabase } from './page.ts';
import { neededWidth } from './page-checks.ts';
import { openShape, shapeTerritory, visit } from './shape-territory.ts';
import { expect, test, type Page } from './test.ts';

test.describe.configure({ timeout: 300_000 });
test.beforeEach(withoutDatabase);

const soft = expect.configure({ soft: true });
/** Pages of the doors of users; the others answer what they are asked. */
const IN_MENU = menuDoors().flatMap(({ pages }) => pages.map(({ path }) => path as string));
const pathOf = (feature: string) => PAGES.find((page) => page.feature === feature)!.path;
/** What is false of one commune, on screen and on paper. */
const FALSE_WORDS = [
  /\b1 communes/,
  /\bLes 1 /,
  /Commune par commune/i,
  /De commune à commune/i,
  /Parmi les 1 /,
  /Face aux 1 /,
  /Une commune sans action/,
  /Dans une commune, un thème/,
  /communes concernées/,
  /Choisir ma commune/,
  /Ensemble du territoire/,
  /entre (\d+) et \1\b/,
  /0 partenaire/,
  /0 sur 0/,
  /Cinq ans/,
  /Valenciennes/
];
/** First-degree schools of the commune: « sur 19 » of any other number is a figure of elsewhere. */
const SCHOOLS: Record<ShapeName, number> = { commune: 19, city: 77, overseas: 32 };
/** What a figure of the whole is, by the name that `one-figure` gives it. */
const valuesOf = (name: ShapeName): Record<string, number> => ({
  'écoles suivies': SHAPES[name].followed,
  'écoles du premier degré': SCHOOLS[name],
  'écoles en attente': SHAPES[name].waiting,
  'enfants accompagnés': SHAPES[name].children
});

/** Addresses of the pages that the menu and the site map lead to. */
async function shownPages(page: Page): Promise<string[]> {
  await page.getByRole('contentinfo').getByRole('link', { name: 'Plan du site' }).click();
  await expect(page.locator('h1').first()).toHaveText('Plan du site');
  const links = await page
    .locator('main a[href]')
    .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  return PAGES.map(({ path }) => path).filter((path) => links.includes(pageAddress(path)));
}

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

for (const name of Object.keys(SHAPES) as ShapeName[]) {
  const shape = SHAPES[name];
  test(`the pages of ${shape.name} have its figures alone, on screen, on a phone and on paper; none is empty, none tells of communes`, async ({
    page
  }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    const { path } = await shapeTerritory(name);
    await open(page, pathOf('territory'));
    await openShape(page, path, shape.name);
    const addresses = await shownPages(page);
    // No list says who sits in the meetings: their pages would be empty, and Mon territoire says which list opens them.
    for (const { path: address, needs = [] } of PAGES as readonly PageRecord[])
      if (needs.includes('meeting-members')) soft(addresses, address).not.toContain(address);
    await visit(page, pathOf('territory'));
    soft(plainText(await page.locator('#pages').innerText())).toContain(
      'il manque les membres des équipes et leurs disponibilités'
    );

    const texts = new Map<string, string>();
    for (const address of [...addresses, `${pathOf('portraits')}/${shape.commune}`]) {
      await visit(page, address);
      const read = async () => plainText(await page.locator('main').innerText());
      const screen = await read();
      soft(await poorCharts(page), `${address}: charts`).toEqual([]);
      if (IN_MENU.includes(address))
        soft(await page.locator('main div.empty').count(), `${address}: empty`).toBe(0);
      await page.emulateMedia({ media: 'print' });
      const paper = await read();
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 360, height: 740 });
      await nextFrame(page);
      await soft
        .poll(() => neededWidth(page), { message: `${address} at 360`, timeout: 5000 })
        .toBeLessThanOrEqual(360);
      await page.setViewportSize({ width: 1440, height: 900 });
      for (const [kind, text] of [
        [address, screen],
        [`${address}, imprimé`, paper]
      ] as const) {
        soft(
          FALSE_WORDS.flatMap((words) => words.exec(text)?.[0] ?? []),
          kind
        ).toEqual([]);
        texts.set(kind, text);
      }
    }
    for (const meaning of MEANINGS) {
      const asked = valuesOf(name)[meaning.name];
      const found = [...texts].flatMap(([source, text]) =>
        valuesIn(text, meaning).map((value) => `${value} ${source}`)
      );
      const expected = asked === undefined ? found[0]?.split(' ')[0] : String(asked);
      soft(
        found.filter((one) => !one.startsWith(`${expected} `)),
        `${meaning.name}: ${expected}`
      ).toEqual([]);
      if (asked !== undefined) soft(found.length, meaning.name).toBeGreaterThan(0);
    }
    soft(faults, 'errors of the pages').toEqual([]);
  });
}

test('in one commune a neighbourhood or a REP network is found by its name, and schools are shared out by network and level at once', async ({
  page
}) => {
  const { path } = await shapeTerritory('commune');
  await open(page, pathOf('territory'));
  await openShape(page, path, SHAPES.commune.name);
  await visit(page, '/');
  await expect(page.locator('header').first()).toContainText('Quartiers et écoles');
  await page.getByRole('combobox', { name: 'Votre quartier' }).fill('vauban');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Réseau REP+ Vauban');
  await expect(page.getByText('Parmi les 3 réseaux')).toBeVisible();

  await visit(page, pathOf('sectors'));
  const cards = page.locator('section.cards');
  const searched = async () => {
    await expect(cards.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
    await expect(cards.getByText(/^Écart permis/)).toBeVisible();
  };
  await searched();
  await cards.getByRole('checkbox', { name: 'par réseau REP' }).check();
  await searched();
  await cards.getByRole('checkbox', { name: 'par niveau scolaire' }).check();
  await searched();
  await expect(cards.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await expect(page).toHaveURL(/unites=reseau\.niveau/);
});
