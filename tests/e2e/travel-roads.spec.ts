import { expect, test, type Page } from './test.ts';
import { axeFindings } from './axe.ts';
import { open } from './page.ts';

const trial = (page: Page) => page.getByRole('region', { name: 'Et si' });
const band = (page: Page) => page.getByRole('region', { name: 'Essai en cours' });
const map = (page: Page) => page.getByRole('region', { name: /^Autour d/ }).locator('.frame');
const towns = (page: Page) => page.getByRole('region', { name: 'De commune à commune' });

test('a road closed from the keyboard lengthens times, stays in the link, is undone and opened again', async ({
  page
}) => {
  await open(page, 'deplacements#communes');
  const button = trial(page).getByRole('button', { name: 'Fermer une route' });
  await button.focus();
  await page.keyboard.press('Enter');
  const first = trial(page)
    .getByRole('button', { name: /^Fermer .+/ })
    .first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-closed]')).toHaveCount(1);
  await expect(band(page)).toContainText(/une route fermée.*\(\+\d+\smin\)/s);
  await expect(page).toHaveURL(/fermes=3\.\d+/);
  await expect(
    towns(page)
      .getByRole('button', { name: /au lieu de/ })
      .first()
  ).toBeVisible();

  await page.reload();
  await expect(page.locator('[data-closed]')).toHaveCount(1);
  await expect(band(page)).toContainText('une route fermée');
  await trial(page)
    .getByRole('button', { name: /^Rouvrir / })
    .click();
  await expect(page.locator('[data-closed]')).toHaveCount(0);
  await expect(page).not.toHaveURL(/fermes/);
  await trial(page).getByRole('button', { name: 'Annuler' }).click();
  await expect(page.locator('[data-closed]')).toHaveCount(1);
});

test('a road is found by its number, closed whole or by one stretch, and the link keeps its number', async ({
  page
}) => {
  await open(page, 'deplacements');
  await trial(page).getByRole('button', { name: 'Fermer une route' }).click();
  const field = trial(page).getByRole('combobox', { name: 'Nom ou numéro de la route' });
  await field.fill('rue des Glacis');
  await expect(trial(page)).toContainText('Aucune route de ce numéro');
  await field.fill('a 2');
  await page.getByRole('option', { name: /^A2\b/ }).click();
  const road = trial(page).getByRole('region', { name: 'A2' });
  await expect(page.locator('[data-picked]')).toHaveCount(1);
  await expect(road.getByRole('listitem')).toHaveCount(6);
  await road.getByRole('button', { name: 'Fermer toute la route' }).click();
  await expect(page).toHaveURL(/fermes=3\.\d+%3A50\.\d+%3AA2/);
  await expect(page.locator('[data-closed-roads]')).toHaveText(/A2, toute la route/);
  await expect(band(page)).toContainText(/une route fermée.*\(\+\d+/s);

  await page.reload();
  await expect(page.locator('[data-closed-roads]')).toHaveText(/A2, toute la route/);
  await expect(page.locator('[data-closed]')).toHaveCount(1);
});

test('the chosen trip is told road by road, and its distances are those of the trip', async ({ page }) => {
  await open(page, 'deplacements?trajet=59606-59153');
  const rows = towns(page).locator('[data-trip-roads] tbody tr');
  await expect(rows.filter({ hasText: 'D935' })).toHaveCount(1);
  const km = await rows.locator('td:nth-of-type(1)').allInnerTexts();
  const sum = km.reduce(
    (all, text) => all + Number(text.replace(/[^\d,]/g, '').replace(',', '.')) / (/km/.test(text) ? 1 : 1000),
    0
  );
  const told = /([\d,]+)\skm/.exec(await towns(page).getByRole('status').innerText())![1]!;
  expect(Math.abs(sum - Number(told.replace(',', '.')))).toBeLessThan(0.3);

  const longest = page.getByRole('region', { name: 'Les plus longs trajets depuis une base' });
  await longest.getByRole('button').first().click();
  await expect(longest.getByRole('status')).toContainText(/min/);
  await expect(longest.locator('[data-trip-roads] tbody tr').first()).toBeVisible();
  await expect(rows).toHaveCount(0);
  await expect(page).toHaveURL(/trajet=\d{5}-059\d{4}[A-Z]/);
});

test('a road graph of an earlier version says so, and what to do', async ({ page }) => {
  await page.route('**/graph/car.bin', async (route) => {
    const response = await route.fetch();
    const bytes = await response.body();
    bytes[4] = 2;
    await route.fulfill({ response, body: bytes });
  });
  await open(page, 'deplacements?origine=59606');
  await expect(page.getByText('fait par une version antérieure').first()).toBeVisible();
  await expect(page.locator('main')).toContainText('Refaites-le');
});

test('a road is closed by a click on the map, and a click away from roads says so', async ({ page }) => {
  await open(page, 'deplacements');
  await trial(page).getByRole('button', { name: 'Fermer une route' }).click();
  await expect(page.locator('[data-used]').first()).toBeAttached();
  const line = await page
    .locator('[data-used]')
    .first()
    .evaluate((path) => {
      const road = path as SVGPathElement;
      const middle = road.getPointAtLength(road.getTotalLength() / 2);
      const matrix = road.getScreenCTM()!;
      return { x: matrix.a * middle.x + matrix.e, y: matrix.d * middle.y + matrix.f };
    });
  await page.mouse.click(line.x, line.y);
  await expect(page.locator('[data-closed]')).toHaveCount(1);
  // The page makes room for the trial: a click while the map moves is none.
  await expect(async () => {
    await map(page).click({ position: { x: 6, y: 6 } });
    await expect(page.getByText('Pas de route assez près')).toBeAttached({ timeout: 3_000 });
  }).toPass();
  await expect(page.locator('[data-closed]')).toHaveCount(1);
  await expect(page).not.toHaveURL(/origine/);
});

test('the map comes closer, moves under the mouse and goes back; its bases bear their numbers', async ({
  page
}) => {
  await open(page, 'deplacements');
  await expect(page.locator('[data-base]')).toHaveText(['1', '2', '3', '4', '5', '6']);
  const at = async () => (await page.locator('[data-base]').first().boundingBox())!;
  const start = await at();
  await page.getByRole('button', { name: 'Agrandir la carte' }).click();
  const near = await at();
  expect(Math.hypot(near.x - start.x, near.y - start.y)).toBeGreaterThan(10);
  const box = (await map(page).boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 100, box.y + 240, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await at()).x - near.x)).toBe(60);
  await expect(page).not.toHaveURL(/origine/);
  const list = map(page).getByRole('listbox');
  await list.focus();
  await page.keyboard.press('0');
  await expect.poll(async () => Math.round((await at()).x)).toBe(Math.round(start.x));
  await page.keyboard.press('+');
  await expect.poll(async () => Math.round((await at()).x)).toBe(Math.round(near.x));
});

test('two fingers on the map come closer, what is between them stays there, and one finger leaves it be', async ({
  browser
}) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await open(page, 'deplacements');
  await map(page).scrollIntoViewIfNeeded();
  const base = async (nth: number) => {
    const box = (await page.locator('[data-base]').nth(nth).boundingBox())!;
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  const span = async () => {
    const [a, b] = [await base(2), await base(3)];
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  };
  const devtools = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: (readonly [number, number])[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  const [x, y] = await base(2);
  const before = await span();

  await touch('touchStart', [[x, y]]);
  await touch('touchMove', [[x + 40, y]]);
  await touch('touchEnd', []);
  expect(Math.round(await span())).toBe(Math.round(before));

  const fingers = (apart: number): (readonly [number, number])[] => [
    [x - apart, y],
    [x + apart, y]
  ];
  await touch('touchStart', fingers(20));
  for (const apart of [25, 30, 40]) await touch('touchMove', fingers(apart));
  await touch('touchEnd', []);
  await expect.poll(async () => (await span()) / before).toBeCloseTo(2, 1);
  const [nowX, nowY] = await base(2);
  expect(Math.hypot(nowX - x, nowY - y)).toBeLessThan(4);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  await context.close();
});

test('the modes stand side by side, for the team and for each post, by any measure', async ({ page }) => {
  await open(page, 'deplacements#modes');
  await page.getByText('Paramètres', { exact: true }).click();
  const panel = page.getByRole('region', { name: 'Comparaison des modes' });
  const team = panel.locator('[data-modes-team] tbody tr');
  await expect(team).toHaveCount(4);
  await expect(team.first()).toContainText(/Voiture.*16\sh\s55/s);
  const posts = panel.locator('[data-modes-posts]');
  await expect(posts.locator('tbody tr')).toHaveCount(6);
  const hours = await posts.innerText();
  await panel.getByRole('radio', { name: 'CO₂, kg' }).check();
  await expect.poll(() => posts.innerText()).not.toBe(hours);
  const before = await team.nth(2).innerText();
  const visits = page.getByLabel('Visites par enfant et par mois');
  await visits.fill('4');
  await visits.blur();
  await expect.poll(() => team.nth(2).innerText()).not.toBe(before);
});

test('work that lasts says so, is stopped at once, and resumes', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/graph/bike.bin', async (route) => {
    await held;
    await route.continue();
  });
  await open(page, 'deplacements');
  await page.getByRole('radio', { name: 'Vélo', exact: true }).check();
  await expect(page.getByText('Calcul en cours')).toBeVisible();
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByText('Calcul arrêté')).toBeVisible();
  release();
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(page.getByText('Calcul arrêté')).toHaveCount(0);
  await expect(page.locator('main')).toContainText('aux trajets à vélo');
  await expect(page.getByText('Calcul en cours')).toHaveCount(0);
});

test('a territory without posts says so and shows a way on', async ({ page }) => {
  await page.route('**/graph/team.json', (route) => route.fulfill({ status: 404, body: '' }));
  await open(page, 'secteurs');
  await page.getByRole('link', { name: 'Coordination', exact: true }).click();
  await page
    .getByRole('link', { name: /^Déplacements/ })
    .first()
    .click();
  await expect(page.getByText('Aucun référent n’est connu pour ce territoire.')).toBeVisible();
  expect(await axeFindings(page, 'main')).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Voir les écoles' }).click();
  await expect(page).toHaveURL(/ecoles/);
});

test('reads without a fault while roads are closed, in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, 'deplacements');
  await trial(page).getByRole('button', { name: 'Fermer une route' }).click();
  await trial(page)
    .getByRole('button', { name: /^Fermer .+/ })
    .first()
    .click();
  await expect(page.locator('[data-closed]')).toHaveCount(1);
  expect(await axeFindings(page, 'main')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('is all in English for those who read it', async ({ page }) => {
  await open(page, 'deplacements?fermes=3.523:50.3585');
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(page.locator('main')).toContainText('Comparison of modes');
  // The trial of the link outlives the language.
  await expect(page.locator('[data-closed]')).toHaveCount(1);
  await expect(page).toHaveURL(/fermes=/);
  await page.getByRole('button', { name: 'Close a road' }).click();
  await expect(page.locator('main')).toContainText('The busiest');
  const words = await page.locator('main').innerText();
  expect(words).not.toMatch(/semaine|référent|école suivie|travel_|moins de/i);
});
