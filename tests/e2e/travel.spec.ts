// Déplacements: one road on every page, by any mode; the ways between places; what is said when a file of roads is none, or nobody is known.
import { m } from './messages.ts';
import { axeFindings } from './axe.ts';
import { choose, follow, like, ANY, open } from './page.ts';
import { expect, test, type Locator, type Page } from './test.ts';

const weeks = (page: Page) => page.getByRole('table', { name: m.travel_burden_caption() });
const team = (page: Page) => weeks(page).locator('tfoot');
const rings = (page: Page) =>
  page.getByRole('table', { name: like(m.travel_around_caption({ place: ANY, mode: ANY })) });
const towns = (page: Page) => page.getByRole('region', { name: m.travel_towns() });
const settings = (page: Page) => page.locator('#parametres');
const by = (page: Page, label: string) =>
  page.getByRole('combobox', { name: m.travel_mode(), exact: true }).selectOption({ label });
const byMode = (words: string) => `aux trajets ${words}`;
/** Of the usual settings. */
const USUAL = '13 h 01';
/** Milliseconds for what the roads of a team take to be computed, on a machine that does much else. */
const LONG = { timeout: 60_000 };
/** As a page writes it. */
const time = (words: string) => new RegExp(words.replace(/ /g, '\\s'));

test('the road of the team and of each post is one figure on Répartition and Déplacements; its settings go from one to the other, and back', async ({
  page
}) => {
  test.slow();
  const voice = page.locator('main .voice').first();
  const told = (road: string) => time(`la route prend à l’équipe ${road} par semaine`);
  const parked = /6\smin de stationnement/;
  const roads = async (rows: Locator, column: number) =>
    (await rows.locator(`xpath=./*[${column}]`).allInnerTexts())
      .flatMap((text) => /\d+\sh(?:\s\d\d)?|\d+\smin/.exec(text) ?? [])
      .sort();
  const total = async () => {
    await expect(team(page)).not.toContainText(time(USUAL), LONG);
    return /\d+\sh(?:[^\S\t]\d\d)?/.exec(await team(page).innerText())![0];
  };

  await open(page, 'secteurs');
  await expect(voice).toContainText(told(USUAL));
  const bySector = await roads(page.locator('tr[data-post]'), 4);
  expect(bySector).toHaveLength(6);
  await follow(page, '/deplacements');
  await expect(team(page)).toContainText(time(USUAL));
  expect(await roads(weeks(page).locator('tbody tr'), 2)).toEqual(bySector);

  await test.step('parking set on Déplacements is counted on Répartition, which says it', async () => {
    await settings(page).locator('> summary').click();
    const parking = settings(page).getByLabel(m.travel_set_parking());
    await parking.fill('6');
    await parking.blur();
    await expect(page).toHaveURL(/stationnement=6/);
    const road = await total();
    await follow(page, '/secteurs');
    await expect(voice).toContainText(told(road));
    await expect(page.locator('main')).toContainText(parked);
    // The cards of the usual settings, whose tours are computed anew: never an estimate beside tours.
    await expect(page.locator('[data-card="road"]')).not.toContainText('≈');
  });

  await test.step('the way back to its settings brings the road in use and leaves it; the usual one comes back', async () => {
    await page.getByRole('link', { name: m.sectors_road_change() }).first().click();
    await expect(page).toHaveURL(/deplacements\/\?.*stationnement=6/);
    await expect(settings(page)).toHaveAttribute('open');
    await total();
    await expect(page).toHaveURL(/stationnement=6/);
    await follow(page, '/secteurs');
    await expect(page.locator('main')).toContainText(parked);
    await page.getByRole('button', { name: m.sectors_road_usual() }).first().click();
    await expect(voice).toContainText(told(USUAL));
  });
});

test('every mode has its figures, in whole; work that lasts is stopped at once and resumes; modes stand side by side in a fold that paper and a link open', async ({
  page
}) => {
  test.slow();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/graph/bike.bin', async (route) => {
    await held;
    await route.continue();
  });
  const [sentences, modes] = [page.locator('main'), page.locator('[data-modes-team]')];
  const rows = modes.locator('tbody tr');
  await open(page, 'deplacements');
  await expect(rings(page)).toBeVisible();
  const first = await weeks(page).innerText();
  // Who drives most, why, and the same in the table.
  await expect(page.locator('main p.voice').first()).toContainText(
    /Celui qui passe le plus de temps en trajets, Référent 6 \(base de .+\), y consacre environ \d\sh\s\d0 par semaine\. Il suit 16\sécoles, contre 11 en moyenne\./
  );
  await expect(weeks(page).locator('tbody tr').first()).toContainText(/16 écoles, à 5\smin/);
  await expect(modes).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(modes).toBeVisible();
  await page.emulateMedia({ media: null });

  await test.step('by bike, stopped before its roads are there', async () => {
    await by(page, m.travel_mode_bike());
    await expect(page.getByText(m.travel_working().replace('…', ''))).toBeVisible();
    await page.getByRole('button', { name: m.meetings_stop(), exact: true }).click();
    const stopped = page.getByText(m.travel_stopped());
    await expect(stopped).toBeVisible();
    release();
    await page.getByRole('button', { name: m.travel_resume() }).click();
    await expect(stopped).toHaveCount(0);
    await expect(sentences).toContainText(byMode(m.travel_by_bike()));
  });

  await test.step('by the others; what was shown before the engine is what it finds', async () => {
    let before = await weeks(page).innerText();
    for (const [label, words] of [
      [m.travel_mode_transit(), m.travel_by_transit()],
      [m.travel_mode_foot(), m.travel_by_foot()]
    ] as const) {
      await by(page, label);
      await expect(sentences).toContainText(byMode(words));
      await expect.poll(() => weeks(page).innerText(), LONG).not.toBe(before);
      before = await weeks(page).innerText();
      await expect(sentences).not.toContainText(/NaN|Infinity|∞/);
    }
    await by(page, m.travel_mode_car());
    await expect.poll(() => weeks(page).innerText(), LONG).toBe(first);
  });

  await test.step('more visits mean more time; the link keeps them, and the usual ones come back', async () => {
    const open = () => settings(page).locator('> summary').click();
    await open();
    const visits = page.getByLabel(m.workload_visits());
    await visits.fill('4');
    await visits.blur();
    await expect(team(page)).not.toContainText(time(USUAL), LONG);
    await expect(page).toHaveURL(/visites=4/);
    const after = (await team(page).innerText()).replace(/\s+/g, ' ').trim();
    await page.reload();
    await expect(team(page)).toHaveText(after, { ...LONG, useInnerText: true });
    await open();
    await settings(page).getByRole('button', { name: m.travel_settings_reset() }).click();
    await expect(team(page)).toContainText(time(USUAL), LONG);
  });

  await test.step('side by side, by any measure', async () => {
    await follow(page, '#modes');
    await expect(modes).toBeVisible();
    await expect(rows).toHaveCount(4);
    await expect(rows.first()).toContainText(new RegExp(`${m.travel_mode_car()}.*13\\sh\\s01`, 's'));
    const posts = page.locator('[data-modes-posts]');
    await expect(posts.locator('tbody tr')).toHaveCount(6);
    const hours = await posts.innerText();
    await choose(page, m.travel_measure_co2());
    await expect.poll(() => posts.innerText()).not.toBe(hours);
  });
});

test('a trip is told road by road, from a base, a table of communes or the keyboard; the farther from a place, the more schools; the map moves and goes back', async ({
  page
}) => {
  const [way, rows] = [page.locator('[data-way]'), towns(page).locator('[data-trip-roads] tbody tr')];
  await open(page, 'deplacements?trajet=59606-59153');

  await test.step('its roads add up to the trip', async () => {
    await expect(rows.filter({ hasText: 'D935' })).toHaveCount(1);
    const km = await rows.locator('td:nth-of-type(1)').allInnerTexts();
    const sum = km.reduce(
      (all, text) =>
        all + Number(text.replace(/[^\d,]/g, '').replace(',', '.')) / (/km/.test(text) ? 1 : 1000),
      0
    );
    const told = /([\d,]+)\skm/.exec(await towns(page).getByRole('status').innerText())![1]!;
    expect(Math.abs(sum - Number(told.replace(',', '.')))).toBeLessThan(0.3);
  });

  await test.step('the longest from a base takes its place', async () => {
    const longest = page.getByRole('region', { name: m.travel_worst() });
    await longest.getByRole('button').first().click();
    await expect(longest.getByRole('status')).toContainText(/min/);
    await expect(longest.locator('[data-trip-roads] tbody tr').first()).toBeVisible();
    await expect(rows).toHaveCount(0);
    await expect(page).toHaveURL(/trajet=\d{5}-059\d{4}[A-Z]/);
  });

  await test.step('a cell of the table of communes shows its way, by keyboard too', async () => {
    const cell = page.getByRole('button', { name: /^De Bruay-sur-l’Escaut à Quiévrechain/ });
    await cell.click();
    await expect(page).toHaveURL(/trajet=59112-59484/);
    await expect(way).toHaveCount(1);
    await expect(page.locator('main')).toContainText(/Bruay-sur-l’Escaut – Quiévrechain.+km en voiture/);
    await cell.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/trajet=59112-59447/);
  });

  await test.step('around another place', async () => {
    await page
      .getByRole('combobox', { name: new RegExp(`^${m.travel_around_origin()}`) })
      .selectOption('59606');
    await expect(page.getByRole('heading', { name: 'Autour de Valenciennes' })).toBeVisible();
    await expect(rings(page)).toHaveAccessibleName(/Valenciennes/);
    const counts = (await rings(page).locator('tbody td:nth-child(2)').allTextContents()).map((text) =>
      text === '–' ? 0 : Number(text)
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  await test.step('the map comes closer, moves under the mouse and goes back, by keys too; bases bear their numbers', async () => {
    const map = page.getByRole('region', { name: like(m.travel_around({ place: ANY })) }).locator('.frame');
    await expect(page.locator('[data-base]')).toHaveText(['1', '2', '3', '4', '5', '6']);
    const at = async () => (await page.locator('[data-base]').first().boundingBox())!;
    await map.scrollIntoViewIfNeeded();
    const start = await at();
    await page.getByRole('button', { name: m.map_zoom_in() }).click();
    await expect
      .poll(async () => Math.hypot((await at()).x - start.x, (await at()).y - start.y))
      .toBeGreaterThan(10);
    const near = await at();
    const box = (await map.boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 100, box.y + 240, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Math.round((await at()).x - near.x)).toBe(60);
    await expect(page).toHaveURL(/origine=59606/);
    await map.getByRole('listbox').focus();
    await page.keyboard.press('0');
    await expect.poll(async () => Math.round((await at()).x)).toBe(Math.round(start.x));
    await page.keyboard.press('+');
    await expect.poll(async () => Math.round((await at()).x)).toBe(Math.round(near.x));
  });
});

test('a road network of an earlier version, then a damaged one, is told; the first figures stay, and trying again mends it', async ({
  page
}) => {
  const retry = page.getByRole('button', { name: m.shell_retry() });
  // One answer in place of the server for the whole test: one taken away may still be on its way.
  let served: 'former' | 'damaged' | 'whole' = 'former';
  await page.route('**/graph/car.bin', async (route) => {
    if (served === 'whole') return route.continue();
    if (served === 'damaged') return route.fulfill({ body: 'not a graph' });
    const response = await route.fetch();
    const bytes = await response.body();
    bytes[4] = 2;
    await route.fulfill({ response, body: bytes });
  });
  await open(page, 'deplacements?origine=59606');
  await expect(page.locator('main')).toContainText(m.travel_fault_former());
  served = 'damaged';
  await retry.click();
  await expect(page.locator('main')).toContainText(m.travel_fault_damaged());
  await expect(weeks(page).locator('tbody tr')).toHaveCount(6);
  served = 'whole';
  await retry.click();
  await expect(rings(page)).toBeVisible();
});

test('a territory that does not say who follows which school says which list does, and leads to it', async ({
  page
}) => {
  await page.route('**/graph/team.json', (route) => route.fulfill({ status: 404, body: '' }));
  await open(page, 'secteurs');
  await page.getByRole('link', { name: m.shell_door_coordination(), exact: true }).click();
  await page
    .getByRole('link', { name: new RegExp(`^${m.travel_title()}`) })
    .first()
    .click();
  await expect(page.getByText(m.shell_who_follows_unknown())).toBeVisible();
  expect(await axeFindings(page, 'main')).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: m.shell_who_follows_way() }).click();
  await expect(page).toHaveURL(/territoire/);
});
