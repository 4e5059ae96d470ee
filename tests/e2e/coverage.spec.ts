// Couverture: what an elected official reads, filters, prints and takes away, with the map under the hand.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { FeatureCollection } from 'geojson';
import { m } from './messages.ts';
import { choose, figure, follow, mapSettled, open, pageAction } from './page.ts';
import { expect, test, type Page } from './test.ts';

const FOLLOWED = m.coverage_figure_followed();
const CHILDREN = m.coverage_figure_children();
const BUDGET = m.coverage_figure_budget({ count: 30 });
const PLACE = m.coverage_place();
const BY_COMMUNE = m.coverage_by_commune();
const byCommune = (page: Page) => page.getByRole('table', { name: BY_COMMUNE });
const main = (page: Page) => page.locator('main');
const clear = (page: Page) => page.getByRole('button', { name: m.shell_clear_filters() });
/** The light theme's, as a saved drawing has it. */
const INK = 'rgb(23, 33, 43)';

/** Pages of what would be printed. */
const printed = async (page: Page): Promise<string[]> => {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return pdf.match(/\/Type\s*\/Page\b(?!s)|\/MediaBox \[[^\]]*\]/g) ?? [];
};
const sheetsOf = (parts: readonly string[]) => parts.filter((part) => part.includes('Page')).length;

async function saves(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await press();
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('before its scripts come, or without any, the page says who is covered and who waits, with its table and its map', async ({
  browser,
  page
}) => {
  // A wide and a narrow drawing come with the page: one is seen.
  const drawing = '[data-prerendered-map] [class^="prerendered-"] > svg:visible';
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto('');
  await expect(main(plain)).toContainText(m.coverage_schools_first({ count: 67, followed: 67, total: 78 }));
  await expect(main(plain)).toContainText(
    'Onze écoles ont demandé l’appui du service et l’attendent, dont trois'
  );
  await expect(byCommune(plain).getByRole('row')).toHaveCount(13);
  await expect(plain.locator(drawing)).toHaveCount(1);
  await context.close();

  await page.route('**/*.js', (route) => route.abort());
  await page.goto('');
  await expect(page.locator(drawing)).toHaveCount(1);
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

test('an elected official reads the figures and what changed, prints them on one page, filters, sorts and chooses; the link reopens the view', async ({
  page
}) => {
  await open(page);
  await mapSettled(page);
  expect(sheetsOf(await printed(page)), 'before its chart stands').toBe(1);
  for (const [label, value] of [
    [FOLLOWED, /67/],
    [m.coverage_figure_waiting(), /11/],
    [CHILDREN, /380/],
    [BUDGET, /692\s734\s€/]
  ] as const)
    await expect(figure(page, label)).toContainText(value);
  await expect(figure(page, FOLLOWED)).toContainText(`+6 ${m.coverage_in_a_year()}`);

  // Of the year, and of what waits, without a post nor a load; on paper too.
  const panel = page.getByRole('region', { name: m.coverage_changes() });
  const said = [/Six écoles commencent à être suivies/, /Trois communes sans action d’expression orale/];
  for (const words of said) await expect(panel).toContainText(words);
  await expect(panel).not.toContainText(/référent|charge/i);
  // The dated notes of the service: those of one school year share a line.
  const notes = page.getByRole('list', { name: m.chart_milestones() }).first();
  await expect(notes.getByRole('listitem')).toHaveCount(3);
  await expect(notes).toContainText('sept. 2023 Fictif : un poste de référent de plus');
  await expect(page.locator('svg g[stroke-dasharray="1 3"] line')).toHaveCount(1);
  await expect(page.getByRole('list', { name: m.chart_milestones_before() }).first()).toContainText(
    /^2006 .*juin 2021 /
  );
  await page.emulateMedia({ media: 'print' });
  for (const words of said) await expect(panel.getByText(words)).toBeVisible();
  await page.emulateMedia({ media: null });
  expect(sheetsOf(await printed(page)), 'with its chart').toBe(1);

  const table = byCommune(page);
  await table.getByRole('button', { name: m.coverage_col_waiting() }).click();
  await expect(table.getByRole('columnheader', { name: m.coverage_col_waiting() })).toHaveAttribute(
    'aria-sort',
    'descending'
  );
  const counts = await table.locator('tbody tr td:nth-child(5)').allTextContents();
  const numbers = counts.map((text) => (text.trim() === '–' ? 0 : Number(text)));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  await table.getByRole('row', { name: /^Marly/ }).click();
  await expect(page).toHaveURL(/lieu=59383/);
  await expect(page.locator('.chip', { hasText: 'Marly' })).toBeVisible();

  await choose(page, m.coverage_view_communes());
  await page.getByRole('combobox', { name: PLACE }).selectOption({ label: 'Anzin' });
  await page.getByRole('combobox', { name: m.coverage_level() }).selectOption('elementaire');
  await expect(page).toHaveURL(/niveau=elementaire/);
  await expect(page).toHaveURL(/lieu=59014/);
  const followed = figure(page, FOLLOWED);
  await expect(followed).toContainText('sur 5');
  await expect(table.getByRole('row', { name: /^Anzin/ })).toHaveAttribute('aria-current', 'true');
  // It follows the place, and says that it follows no level.
  await expect(panel).toContainText(m.coverage_every_level());
  const shown = await followed.textContent();
  await page.reload();
  await expect(followed).toHaveText(shown ?? '');
  // The map of the link, not the one that the page opens with.
  await expect(page.locator('[data-map-state] text', { hasText: '100 %' }).first()).toBeVisible();
  await clear(page).first().click();
  await expect(followed).toContainText('sur 78');
  await expect(page).not.toHaveURL(/lieu=/);

  await choose(page, m.coverage_view_quartiers());
  await expect(page.getByRole('table', { name: m.coverage_by_qpv() }).locator('tbody tr')).toHaveCount(15);
  await expect(main(page)).toContainText('la carte montre la part d’écoles suivies');
  await page.getByRole('radio', { name: m.coverage_view_ecoles(), exact: true }).first().check();
  await expect(table.locator('tbody tr')).toHaveCount(11);
  await expect(page).not.toHaveURL(/vue=/);

  // The year changes the figures, and its chart is a way to choose it.
  await page.getByLabel(m.coverage_year()).selectOption('2023-2024');
  await expect(followed).toContainText('56');
  await page.getByRole('button', { name: m.coverage_table_show() }).click();
  await page.getByRole('row', { name: /^2022-2023/ }).click();
  await expect(page).toHaveURL(/annee=2022-2023/);
  await expect(followed).toContainText('53');

  await page.getByLabel(m.coverage_year()).selectOption('2025-2026');
  await page.getByRole('combobox', { name: PLACE }).selectOption({ label: 'Valenciennes' });
  await expect(panel).toContainText('Trois écoles attendent');
  await choose(page, m.coverage_moment_change());
  await expect(page.locator('.voice').first()).toContainText('Entre 2024-2025 et 2025-2026, à Valenciennes');
});

test('a protected count is a word, never a zero nor a bar; each figure shows its calculation, and the view leaves as a link, a drawing and a map for QGIS', async ({
  page,
  context
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // A link with values that are not known opens all the same.
  await open(page, '?vue=communes&annee=1900-1901&lieu=00000');
  await expect(figure(page, FOLLOWED)).toContainText('67');
  const table = byCommune(page);
  const hidden = table.locator('tbody tr', { hasText: m.coverage_protected() });
  await expect(hidden.first()).toBeVisible();
  // Two words, no bar: a full one would read as the total.
  await expect(hidden.first().getByText(m.coverage_protected())).toHaveCount(2);
  await expect(hidden.first().locator('.track, .hatch')).toHaveCount(0);
  await expect(main(page)).toContainText(/\d+ enfants ne sont pas répartis par commune/);

  await pageAction(page, 'Exporter');
  const ofTable = page.getByRole('dialog').getByRole('listitem').filter({ hasText: BY_COMMUNE });
  const qgis = await saves(page, () => ofTable.getByRole('button', { name: 'QGIS', exact: true }).click());
  await page.keyboard.press('Escape');
  expect(qgis.name).toMatch(/^couverture-communes-.*-qgis\.zip$/);
  const files = unzipSync(qgis.bytes);
  const project = Object.keys(files).find((name) => name.endsWith('.qgs'))!;
  const source = project.replace('.qgs', '.geojson');
  const xml = strFromU8(files[project]!);
  expect(xml).toContain(`<datasource>./${source}</datasource>`);
  expect(xml).toMatch(/k="color" v="46,124,153,255"/);
  const { features } = JSON.parse(strFromU8(files[source]!)) as FeatureCollection;
  const classes = new Set([...xml.matchAll(/<category [^>]*value="([^"]*)"/g)].map(([, value]) => value));
  expect(features).toHaveLength(11);
  for (const { properties } of features) expect(classes).toContain(properties?.['classe']);

  // One press opens the calculation of all key figures.
  const opener = page.getByRole('button', { name: m.coverage_calculation(), exact: true });
  await opener.click();
  const sheet = page.getByRole('dialog');
  for (const [label, answer] of [
    [FOLLOWED, '67'],
    [CHILDREN, '380'],
    [BUDGET, '692734']
  ] as const) {
    const facts = sheet.getByRole('region', { name: label });
    // A sentence and an operation first; the query is folded.
    await expect(facts.locator('.formula')).toContainText('=');
    await expect(facts.locator('pre')).toBeHidden();
    await expect(facts.locator('pre')).toContainText('SELECT');
    await expect(facts).toContainText(m.shell_source());
    await expect
      .poll(async () => (await facts.locator('.answer').textContent())?.replace(/\s/g, '') ?? '', {
        timeout: 60_000
      })
      .toContain(`:${answer}`);
  }
  await expect(sheet.getByRole('button', { name: m.shell_close() })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(opener).toBeFocused();

  await page.getByRole('radio', { name: m.coverage_view_ecoles(), exact: true }).first().check();
  await expect(page).not.toHaveURL(/vue=/);
  await pageAction(page, 'Partager');
  const dialog = page.getByRole('dialog', { name: m.actions_share() });
  await dialog.getByRole('button', { name: m.coverage_copy_link() }).click();
  await expect(dialog.getByText(m.actions_link_copied())).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: m.actions_link_copied() })).toBeAttached();
  // The drawing needs nothing of the page; perimeters are in ink over their halo.
  const { bytes } = await saves(page, () => page.getByRole('button', { name: m.share_svg() }).click());
  const drawing = bytes.toString('utf8');
  expect(drawing).not.toMatch(/var\(|href=|class=/);
  const { qpvs } = JSON.parse(readFileSync('static/tables/dashboard.json', 'utf8')) as { qpvs: unknown[] };
  const outlines = [...drawing.matchAll(/<path[^>]* d="([^"]+)"[^>]*>/g)];
  const inked = outlines.filter(([path]) => path.includes(`stroke="${INK}"`)).map(([, d]) => d);
  const haloed = new Set(
    outlines.filter(([path]) => path.includes('stroke-opacity="0.9"')).map(([, d]) => d)
  );
  expect(inked.filter((d) => haloed.has(d))).toHaveLength(qpvs.length);
  const dots = [...drawing.matchAll(/<circle[^>]*>/g)].filter(([dot]) => dot.includes(`fill="${INK}"`));
  expect(dots.length).toBeGreaterThan(50);
  expect(dots.filter(([dot]) => dot.includes('opacity'))).toEqual([]);
  await page.keyboard.press('Escape');

  await choose(page, m.coverage_view_communes());
  await page
    .getByRole('combobox', { name: m.coverage_theme() })
    .selectOption({ label: m.coverage_theme_sante() });
  await expect(main(page)).toContainText(m.coverage_fallback());
  for (const text of await table.locator('tbody tr td:nth-child(4)').allTextContents())
    expect(text.trim()).not.toBe('0');
  // No school answers: the page says so, and how to go on.
  await follow(page, '/?lieu=QN05920M');
  await expect(main(page)).toContainText(m.coverage_empty());
  await main(page).getByRole('button', { name: m.shell_clear_filters() }).last().click();
  await expect(table.locator('tbody tr')).toHaveCount(11);

  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByText(m.coverage_quality_title(), { exact: true }).click();
  await page.getByRole('button', { name: m.paper_poster() }).click();
  const poster = await printed(page);
  expect(sheetsOf(poster)).toBe(1);
  expect(poster.join()).toMatch(/MediaBox \[0 0 119\d[\d.]* 84/);
});

test('the map follows the hand and the keyboard; a school shows its card at its foot, which a link reopens and Échap closes, and the page does not shift @map', async ({
  page
}) => {
  test.slow();
  await open(page);
  await mapSettled(page);
  // The keys of the map are read whole when the keyboard reaches it: nothing stands over them.
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

  const scale = page.getByRole('img', { name: m.map_scale({ distance: '' }) });
  const shown = async () =>
    `${await scale.getAttribute('aria-label')}, ${Math.round(Number(await scale.getAttribute('width')))} px`;
  const whole = await shown();
  await page.getByRole('button', { name: m.map_zoom_in() }).click();
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
  await page.getByRole('button', { name: m.map_whole() }).click();
  await expect.poll(shown).toBe(whole);
  await page.mouse.click(middle[0] + 4, middle[1]);
  await expect(page).toHaveURL(/[?&](lieu|ecole)=/);
  await expect(page.locator('.chip, .card .close')).toHaveCount(1);

  await follow(page, '/?lieu=59383');
  const row = page
    .getByRole('table', { name: m.coverage_by_school() })
    .getByRole('row', { name: /Jules Henri Lengrand/ });
  const card = page.getByRole('region', { name: /Jules Henri Lengrand/ });
  // Of what stands above the footer, whose line on the copy kept offline comes and goes.
  const height = () => main(page).evaluate((one) => one.scrollHeight);
  for (const size of [page.viewportSize()!, { width: 360, height: 740 }]) {
    await page.setViewportSize(size);
    await row.getByRole('button').focus();
    const still = await height();
    await page.keyboard.press('Enter');
    await expect(card).toContainText('En attente depuis 17 mois');
    await expect(card).toContainText(m.school_card_request({ month: 'janvier 2025' }));
    for (const words of ['IPS 2022-2023', '82,7', m.school_card_no_qpv(), 'À proximité'])
      await expect(card).toContainText(words);
    expect(await height()).toBe(still);
    if (size.width === 360) {
      await page.reload();
      await expect(card).toBeVisible();
    }
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expect(page).not.toHaveURL(/ecole=0/);
  }
});

test('the interface can be read in English, its drawn map too; the choice is kept only when made', async ({
  page
}) => {
  await open(page);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page
    .getByRole('button', { name: new RegExp(`^${m.shell_language()}`) })
    .first()
    .click();
  await expect(main(page)).toContainText('Eleven schools have asked for the service');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  // Not the French drawing of the page.
  await page.reload();
  await expect(page.locator('.drawing > svg[role="img"]')).toHaveAccessibleName(/Schools/);
  await expect(page.locator('[data-prerendered-map]')).toHaveCount(0);
  await follow(page, '/ecoles');
  await expect(main(page)).toContainText('Eleven schools are waiting. Eight can open');
});
