import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { FeatureCollection } from 'geojson';
import { expect, test } from './test.ts';
import { choose, figure, mapSettled, open, pageAction } from './page.ts';

test('without scripts, the page already says who is covered and who waits, with its table and its map', async ({
  browser
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('');
  await expect(page.locator('main')).toContainText('67 écoles du premier degré sur 78');
  await expect(page.locator('main')).toContainText(
    'Onze écoles ont demandé l’appui du service et l’attendent, dont trois'
  );
  await expect(page.getByRole('table', { name: 'Commune par commune' }).getByRole('row')).toHaveCount(13);
  await expect(page.locator('main svg path').first()).toBeVisible();
  // A wide and a narrow drawing come with the page: one is seen.
  await expect(page.locator('[data-prerendered-map] [class^="prerendered-"] > svg:visible')).toHaveCount(1);
  await context.close();
});

test('the drawn map of the page shows although its scripts never come @map', async ({ page }) => {
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('');
  await expect(page.locator('[data-prerendered-map] [class^="prerendered-"] > svg:visible')).toHaveCount(1);
});

test('who reads in English gets the drawn map in English, not the French one of the page', async ({
  page
}) => {
  await page.addInitScript(() => localStorage.setItem('maillage.langue', 'en'));
  await open(page);
  await expect(page.locator('.drawing > svg[role="img"]')).toHaveAccessibleName(/Schools/);
  await expect(page.locator('[data-prerendered-map]')).toHaveCount(0);
});

test('under a filtered link the map of the page fades until its outlines come, and is then made anew', async ({
  page
}) => {
  let come = () => {};
  const outlines = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/map/communes.geojson', async (route) => {
    await outlines;
    await route.continue();
  });
  await open(page, '?vue=communes');
  const faded = page.locator('.stale [data-prerendered-map]');
  await expect(faded).toBeAttached();
  come();
  await expect(faded).toHaveCount(0);
  await expect(page.locator('.drawing > svg[role="img"]')).toBeVisible();
  // Its ground comes with a file of its own.
  await expect(page.locator('.drawing g[data-ground]')).toBeVisible();
});

test('three figures and a cost, each with its change in a year @telephone', async ({ page }) => {
  await open(page);
  for (const [label, value] of [
    ['Écoles suivies', '67'],
    ['Écoles en attente', '11'],
    ['Enfants accompagnés', '380'],
    ['Coût des 30 fiches-actions', '692 734 €']
  ]) {
    await expect(figure(page, label as string)).toContainText(
      new RegExp((value as string).replace(/ /g, '\\s'))
    );
  }
  await expect(figure(page, 'Écoles suivies')).toContainText('+6 en un an');
});

test('what changes is said on screen and on paper: of the year, and of what waits, without a post nor a load', async ({
  page
}) => {
  await open(page);
  const panel = page.getByRole('region', { name: 'À savoir' });
  const said = [/Six écoles commencent à être suivies/, /Trois communes sans action d’expression orale/];
  for (const words of said) await expect(panel).toContainText(words);
  await expect(panel).not.toContainText(/référent|charge/i);
  await page.emulateMedia({ media: 'print' });
  for (const words of said) await expect(panel.getByText(words)).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  // It follows the place, and says that it follows no level.
  await page.goto('?lieu=59606&niveau=maternelle');
  await expect(panel).toContainText('tous niveaux');
  await expect(panel).toContainText('Trois écoles attendent');
  await panel.getByRole('link', { name: /^Ce qui a changé depuis/ }).click();
  await expect(page.locator('.voice').first()).toContainText('Entre 2024-2025 et 2025-2026, à Valenciennes');
});

test('a filter moves figures, map and table together, and the link reopens the view', async ({ page }) => {
  await open(page, '?vue=communes');
  await page.getByRole('combobox', { name: 'Lieu' }).selectOption({ label: 'Anzin' });
  await choose(page, 'Élémentaire');
  await expect(page).toHaveURL(/niveau=elementaire/);
  await expect(page).toHaveURL(/lieu=59014/);
  const followed = figure(page, 'Écoles suivies');
  const shown = await followed.textContent();
  expect(shown).toContain('sur 5');
  await expect(page.getByRole('row', { name: /^Anzin/ })).toHaveAttribute('aria-current', 'true');
  const link = page.url();
  await open(page, link);
  await expect(followed).toHaveText(shown ?? '');
  // The map of the link, not the one that the page opens with.
  await expect(page.locator('[data-map-state] text', { hasText: '100 %' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(followed).toContainText('sur 78');
  await expect(page).not.toHaveURL(/lieu=/);
});

test('a row chosen in the table is chosen on the map, and sorting a column puts it in order', async ({
  page
}) => {
  await open(page);
  await mapSettled(page);
  const table = page.getByRole('table', { name: 'Commune par commune' });
  await table.getByRole('button', { name: 'En attente' }).click();
  await expect(table.getByRole('columnheader', { name: 'En attente' })).toHaveAttribute(
    'aria-sort',
    'descending'
  );
  const counts = await table.locator('tbody tr td:nth-child(5)').allTextContents();
  const numbers = counts.map((text) => (text.trim() === '–' ? 0 : Number(text)));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  await table.getByRole('row', { name: /^Marly/ }).click();
  await expect(page).toHaveURL(/lieu=59383/);
  await expect(page.locator('.chip', { hasText: 'Marly' })).toBeVisible();
});

test('the map follows the hand: buttons, wheel, drag and click @map', async ({ page }) => {
  await open(page);
  await mapSettled(page);
  const scale = page.getByRole('img', { name: /^Barre d’échelle/ });
  const shown = async () =>
    `${await scale.getAttribute('aria-label')}, ${Math.round(Number(await scale.getAttribute('width')))} px`;
  const whole = await shown();
  await page.getByRole('button', { name: /^Agrandir/ }).click();
  await expect.poll(shown).not.toBe(whole);
  const canvas = page.locator('[data-map-state="live"] canvas');
  const box = (await canvas.boundingBox())!;
  const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
  const near = await shown();
  await page.mouse.move(...middle);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -600);
  await page.keyboard.up('Control');
  await expect.poll(shown).not.toBe(near);
  const names = page.locator('[data-map-state] .drawing svg text');
  const placed = () =>
    names.evaluateAll((all) =>
      all.map((one) => `${one.textContent} ${Math.round(one.getBoundingClientRect().x)}`).join()
    );
  const before = await placed();
  await page.mouse.down();
  await page.mouse.move(middle[0] + 60, middle[1] + 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(placed).not.toBe(before);
  await page.getByRole('button', { name: 'Voir tout le territoire' }).click();
  await expect.poll(shown).toBe(whole);
  await page.mouse.click(middle[0] + 4, middle[1]);
  await expect(page).toHaveURL(/[?&](lieu|ecole)=/);
  await expect(page.locator('.chip, .card .close')).toHaveCount(1);
});

test('the year changes the figures, and its chart is a way to choose it', async ({ page }) => {
  await open(page);
  await page.getByLabel('Année scolaire').selectOption('2023-2024');
  await expect(figure(page, 'Écoles suivies')).toContainText('56');
  await page.getByRole('button', { name: 'Voir le tableau' }).click();
  await page.getByRole('row', { name: /^2022-2023/ }).click();
  await expect(page).toHaveURL(/annee=2022-2023/);
  await expect(figure(page, 'Écoles suivies')).toContainText('53');
});

test('the map can be cut by neighbourhood or by school, and the table follows', async ({ page }) => {
  await open(page);
  await choose(page, 'Quartiers');
  await expect(page.getByRole('table', { name: 'Par quartier' }).locator('tbody tr')).toHaveCount(15);
  await expect(page.locator('main')).toContainText('la carte montre la part d’écoles suivies');
  await page.getByRole('radio', { name: 'Écoles', exact: true }).first().check();
  await expect(page.getByRole('table', { name: 'Commune par commune' }).locator('tbody tr')).toHaveCount(11);
  await expect(page).not.toHaveURL(/vue=/);
});

test('each figure shows its calculation, and the database of this browser gives the same answer', async ({
  page
}) => {
  test.setTimeout(180_000);
  await open(page);
  for (const [label, answer] of [
    ['Écoles suivies', '67'],
    ['Enfants accompagnés', '380'],
    ['Coût des 30 fiches-actions', null]
  ] as const) {
    const shown = await figure(page, label).locator('.value').textContent();
    await page.getByRole('button', { name: `Voir le calcul : ${label}` }).click();
    const sheet = page.getByRole('dialog');
    // A sentence and an operation first; the query is folded.
    await expect(sheet.locator('.formula')).toContainText('=');
    await expect(sheet.locator('pre')).toBeHidden();
    await expect(sheet.locator('pre')).toContainText('SELECT');
    await expect(sheet.getByRole('button', { name: /^Fermer/ })).toBeInViewport();
    await expect(sheet).toContainText('Source');
    const expected = (answer ?? shown ?? '').replace(/[≈\s]/g, '');
    await expect
      .poll(async () => (await sheet.locator('.answer').textContent())?.replace(/\s/g, '') ?? '', {
        timeout: 60_000
      })
      .toContain(`:${expected}`);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('button', { name: `Voir le calcul : ${label}` })).toBeFocused();
  }
});

test('a protected count is a word, never a zero nor a bar, and what is left over is explained', async ({
  page
}) => {
  await open(page, '?vue=communes');
  const table = page.getByRole('table', { name: 'Commune par commune' });
  const hidden = table.locator('tbody tr', { hasText: 'protégé' });
  expect(await hidden.count()).toBeGreaterThan(0);
  // Two words, no bar: a full one would read as the total.
  await expect(hidden.first().getByText('protégé')).toHaveCount(2);
  await expect(hidden.first().locator('.track, .hatch')).toHaveCount(0);
  await expect(page.locator('main')).toContainText('36 enfants ne sont pas répartis par commune');
  await page.getByRole('combobox', { name: 'Thème' }).selectOption({ label: 'Santé et bien-être' });
  await expect(page.locator('main')).toContainText('la carte montre la part d’écoles suivies');
  for (const text of await table.locator('tbody tr td:nth-child(4)').allTextContents()) {
    expect(text.trim()).not.toBe('0');
  }
});

test('a link can be copied, and a link with unknown values still opens', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '?annee=1900-1901&lieu=00000&vue=rien');
  await expect(figure(page, 'Écoles suivies')).toContainText('67');
  await pageAction(page, 'Partager');
  const dialog = page.getByRole('dialog', { name: 'Partager' });
  await dialog.getByRole('button', { name: 'Copier le lien' }).click();
  await expect(dialog.getByText('Lien copié.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Lien copié' })).toBeAttached();
});

test('the map of the page opens in QGIS, with its classes and colours, protected communes apart', async ({
  page
}) => {
  await open(page, '?vue=communes');
  await page.getByRole('button', { name: 'Exporter : Commune par commune' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'QGIS', exact: true }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^couverture-communes-.*-qgis\.zip$/);
  const files = unzipSync(readFileSync(await file.path()));
  const project = Object.keys(files).find((name) => name.endsWith('.qgs'))!;
  const source = project.replace('.qgs', '.geojson');
  const xml = strFromU8(files[project]!);
  expect(xml).toContain(`<datasource>./${source}</datasource>`);
  expect(xml).toMatch(/k="color" v="46,124,153,255"/);
  const { features } = JSON.parse(strFromU8(files[source]!)) as FeatureCollection;
  const classes = new Set([...xml.matchAll(/<category [^>]*value="([^"]*)"/g)].map(([, value]) => value));
  expect(features).toHaveLength(11);
  for (const { properties } of features) expect(classes).toContain(properties?.['classe']);
});

test('the interface can be read in English, and the choice is kept only when made', async ({ page }) => {
  await open(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page
    .getByRole('button', { name: /^English/ })
    .first()
    .click();
  await expect(page.locator('main')).toContainText('Eleven schools have asked for the service');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await open(page, 'ecoles');
  await expect(page.locator('main')).toContainText('Eleven schools are waiting. Eight can open');
});

test('filters that no school answers say so, and how to go on', async ({ page }) => {
  await open(page, '?lieu=QN05920M');
  await expect(page.locator('main')).toContainText('Aucune école ne répond à ces filtres');
  await page.locator('main').getByRole('button', { name: 'Tout effacer' }).last().click();
  await expect(page.getByRole('table', { name: 'Commune par commune' }).locator('tbody tr')).toHaveCount(11);
});

test('a school shows its card at the foot of the map, which a link reopens and Échap closes, and the page does not shift @telephone @map', async ({
  page
}) => {
  await open(page, '?lieu=59383');
  await mapSettled(page);
  const row = page
    .getByRole('table', { name: 'Par école' })
    .getByRole('row', { name: /Jules Henri Lengrand/ });
  await row.focus();
  // Of what stands above the footer, whose line on the copy kept offline comes and goes.
  const height = () => page.locator('main').evaluate((main) => main.scrollHeight);
  const before = await height();
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: /Jules Henri Lengrand/ });
  await expect(card).toContainText('En attente depuis 17 mois');
  await expect(card).toContainText('L’école a demandé l’appui du service en janvier 2025.');
  for (const words of ['IPS 2022-2023', '82,7', 'hors quartier prioritaire', 'À proximité'])
    await expect(card).toContainText(words);
  expect(await height()).toBe(before);
  await page.reload();
  await expect(card).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(page).not.toHaveURL(/ecole=0/);
});

test('the keys of the map are read whole when the keyboard reaches it: nothing stands over them @map', async ({
  page
}) => {
  await open(page);
  await mapSettled(page);
  await page.locator('.map .places').focus();
  await page.keyboard.press('ArrowRight');
  const hint = page.locator('.map .hint');
  await expect(hint).toBeVisible();
  const seen = () =>
    hint.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const points = [0.05, 0.5, 0.95].map((part) => [left + width * part, top + height / 2] as const);
      return points.every(([x, y]) => document.elementFromPoint(x, y) === one);
    });
  await hint.scrollIntoViewIfNeeded();
  await expect.poll(seen).toBe(true);
});
