// Trials of Déplacements: a base moved, roads closed by keys, by number and on the map; the link keeps them; a phone; English; the dark.
import { m } from './messages.ts';
import { axeFindings } from './axe.ts';
import { ANY, like, open, overflow } from './page.ts';
import { expect, test, type Page } from './test.ts';

const trial = (page: Page) => page.getByRole('region', { name: m.travel_whatif() });
const openTrial = (page: Page) => page.locator('#modes > summary').click();
const band = (page: Page) => page.getByRole('region', { name: m.travel_trial_band() });
const map = (page: Page) =>
  page.getByRole('region', { name: like(m.travel_around({ place: ANY })) }).locator('.frame');
const closed = (page: Page) => page.locator('[data-closed]');
const names = (page: Page) => page.locator('[data-closed-roads]');
const closing = (page: Page) =>
  trial(page).getByRole('button', { name: like(m.travel_close_one({ road: ANY })) });

test('a base moved, then roads closed by keys and by number, are told before and after, stay in the link, and are undone', async ({
  page
}) => {
  test.slow();
  const team = page.getByRole('table', { name: m.travel_burden_caption() }).locator('tfoot');
  const undo = trial(page).getByRole('button', { name: m.travel_whatif_undo() });
  await open(page, 'deplacements#communes');
  await openTrial(page);

  await test.step('a base', async () => {
    await trial(page).getByLabel(m.travel_whatif_base()).selectOption({ label: 'Bruay-sur-l’Escaut' });
    await expect(band(page)).toContainText(/base de Référent 6 à Bruay-sur-l’Escaut/);
    await expect(band(page)).toContainText(/Trajets de l’équipe\s: 13\sh\s01 → \d+\sh\s\d\d par semaine/);
    const after = /→ (\d+\sh\s\d\d)/.exec(await band(page).innerText())![1]!;
    await expect(page.locator('main')).toContainText(/Avec cet essai, un référent consacrerait/);
    await expect(team).toContainText(after);
    await expect(team).toContainText(/13\sh\s01/);
    await expect(page).toHaveURL(/bases=6/);
    await undo.click();
    await expect(trial(page).getByRole('table')).toHaveCount(0);
    await expect(band(page)).toHaveCount(0);
    await expect(page).not.toHaveURL(/bases=/);
  });

  await test.step('a road, from the keyboard', async () => {
    await trial(page).getByRole('button', { name: m.travel_close(), exact: true }).focus();
    await page.keyboard.press('Enter');
    await closing(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(closed(page)).toHaveCount(1);
    await expect(band(page)).toContainText(/une route fermée.*\(\+\d+\smin\)/s);
    await expect(page).toHaveURL(/fermes=3\.\d+/);
    await expect(
      page
        .getByRole('region', { name: m.travel_towns() })
        .getByRole('button', {
          name: like(m.travel_cell_longer({ from: ANY, to: ANY, time: ANY, usual: ANY }))
        })
        .first()
    ).toBeVisible();
    await trial(page).getByRole('button', { name: like(m.travel_close_open({ road: ANY })) }).click(); // prettier-ignore
    await expect(closed(page)).toHaveCount(0);
    await expect(page).not.toHaveURL(/fermes/);
    await undo.click();
    await expect(closed(page)).toHaveCount(1);
  });

  await test.step('another by its number, whole or by a stretch; the link keeps both', async () => {
    const field = trial(page).getByRole('combobox', { name: m.travel_search() });
    await field.fill('rue des Glacis');
    await expect(trial(page)).toContainText(m.travel_search_none_schematic());
    await field.fill('d 935');
    await page.getByRole('option', { name: /^D935\b/ }).click();
    const road = trial(page).getByRole('region', { name: 'D935' });
    await expect(page.locator('[data-picked]')).toHaveCount(1);
    await expect(road.getByRole('listitem').nth(1)).toBeVisible();
    await road.getByRole('button', { name: m.travel_close_whole() }).click();
    await expect(names(page)).toContainText(m.travel_road_whole({ road: 'D935' }));
    await expect(page).toHaveURL(/D935/);
    await page.reload();
    await expect(closed(page)).toHaveCount(2);
    await expect(names(page)).toContainText(m.travel_road_whole({ road: 'D935' }));
    await expect(band(page)).toContainText(m.travel_trial_closed({ count: 2 }));
  });
});

test('a road is closed by a click on the map, a click away from roads says so; without a fault in the dark, and all in English for those who read it', async ({
  page
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, 'deplacements');
  await openTrial(page);
  await trial(page).getByRole('button', { name: m.travel_close(), exact: true }).click();
  const used = page.locator('[data-used]').first();
  await expect(used).toBeAttached();
  const line = await used.evaluate((path) => {
    path.scrollIntoView({ block: 'center' });
    const road = path as SVGPathElement;
    const middle = road.getPointAtLength(road.getTotalLength() / 2);
    const matrix = road.getScreenCTM()!;
    return { x: matrix.a * middle.x + matrix.e, y: matrix.d * middle.y + matrix.f };
  });
  await page.mouse.click(line.x, line.y);
  await expect(closed(page)).toHaveCount(1);
  // The page makes room for the trial: the map moves.
  await expect(band(page)).toBeVisible();
  await map(page).click({ position: { x: 6, y: 6 } });
  await expect(page.getByText(m.travel_close_nothing())).toBeAttached();
  await expect(closed(page)).toHaveCount(1);
  await expect(page).not.toHaveURL(/origine/);
  expect(await axeFindings(page, 'main')).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await page.getByRole('button', { name: m.shell_language() }).first().click();
  await expect(page.locator('main')).toContainText(m.travel_whatif({}, { locale: 'en' }));
  // The trial outlives the language.
  await expect(closed(page)).toHaveCount(1);
  await expect(page).toHaveURL(/fermes=/);
  await page.getByRole('button', { name: m.travel_close({}, { locale: 'en' }), exact: true }).click();
  await expect(page.locator('main')).toContainText(m.travel_close_used({}, { locale: 'en' }));
  expect(await page.locator('main').innerText()).not.toMatch(
    /semaine|référent|école suivie|travel_|moins de/i
  );
});

test('on a phone two fingers on the map come closer, what is between them stays there, one finger leaves it be; a trial and a way read without a fault @touch', async ({
  page,
  context
}) => {
  await open(page, 'deplacements?bases=6%3A59112&trajet=59112-59484');
  await expect(page.locator('[data-way]')).toHaveCount(1);
  await expect(trial(page).getByRole('table')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);

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
});
