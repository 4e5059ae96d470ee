// Répartition in the reader's hands: read without scripts, drawn by mouse and by keyboard, searched under other rules, reopened by a link, printed.
import { m } from './messages.ts';
import { ANY, choose, follow, like, open, overflow, pageAction, saved, sheets } from './page.ts';
import { expect, test, type Page } from './test.ts';

const row = (page: Page, post: number) => page.locator(`tr[data-post="Référent ${post}"]`);
const schoolsOf = (page: Page, post: number) => row(page, post).locator('td').nth(3);
/** Said on the page: it is said to screen readers as well, apart. */
const sentence = (page: Page, hasText: RegExp) => page.locator('main p.voice').filter({ hasText });
const changes = (page: Page) => sentence(page, /L’écart de charge le plus fort (passe|reste) de/);
const today = (page: Page) => sentence(page, /^Aujourd’hui, les \S+ référents suivent/);
const map = (page: Page) => page.getByRole('img', { name: m.sectors_map_title() });
const settings = (page: Page) => page.locator('#reglages');
const cards = (page: Page) => page.locator('[data-card]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const referentOf = (page: Page) =>
  page.getByRole('combobox', { name: like(m.sectors_assign({ school: ANY })) });
const lock = (page: Page, post: string) => page.getByRole('checkbox', { name: m.sectors_lock({ post }) });
const unfold = (page: Page) => button(page, m.sectors_unfold_all()).click();

/** A point well inside a sector's cell: where its school stands. */
async function middleOf(page: Page, post: number): Promise<{ x: number; y: number }> {
  return page
    .locator(`[data-post="${post - 1}"][data-cell]`)
    .first()
    .evaluate((path: SVGPathElement) => {
      path.scrollIntoView({ block: 'center' });
      const box = path.getBBox();
      const screen = path.getScreenCTM()!;
      for (let i = 1; i < 40; i += 1)
        for (let j = 1; j < 40; j += 1) {
          const at = new DOMPoint(box.x + (box.width * i) / 40, box.y + (box.height * j) / 40);
          if (!path.isPointInFill(at)) continue;
          const { x, y } = at.matrixTransform(screen);
          if (document.elementFromPoint(x, y) === path) return { x, y };
        }
      throw new Error('no point inside');
    });
}

/** Moves the pressed mouse through points of the map, given in shares of its frame. */
async function stroke(page: Page, shares: readonly (readonly [number, number])[]): Promise<void> {
  await map(page).evaluate((frame) => frame.scrollIntoView({ block: 'center' }));
  const box = (await map(page).boundingBox())!;
  const [first, ...others] = shares.map(([x, y]) => [box.x + box.width * x, box.y + box.height * y] as const);
  await page.mouse.move(...first!);
  await page.mouse.down();
  for (const at of others) await page.mouse.move(...at, { steps: 5 });
  await page.mouse.up();
}

test('without scripts, the split of today can be read: loads, sectors, schools', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('secteurs');
  await expect(today(page)).toBeVisible();
  await expect(page.getByRole('table', { name: m.sectors_team() })).toContainText('Référent 6');
  expect(await page.locator('[data-cell]').count()).toBeGreaterThan(60);
  await expect(page.getByRole('heading', { name: m.sectors_annex_schools() })).toBeVisible();
  for (const hint of await page.locator('.needs-script').all()) await expect(hint).toBeHidden();
  await context.close();
});

test('drawn with the mouse: a stroke and a lasso give or tie schools, at once in all figures; the map comes closer and is dragged', async ({
  page
}) => {
  test.slow();
  await open(page, 'secteurs');
  const before = await row(page, 6).innerText();

  await test.step('a stroke of the brush is one step to undo and redo', async () => {
    await page.keyboard.press('5');
    await expect(page.getByRole('radio', { name: m.sectors_tool_brush() })).toBeChecked();
    const from = await middleOf(page, 6);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 12 });
    await page.mouse.up();
    await expect(changes(page)).toBeVisible();
    await expect(row(page, 6)).not.toHaveText(before, { useInnerText: true });
    await page.keyboard.press('Control+z');
    await expect(today(page)).toBeVisible();
    await expect(row(page, 6)).toHaveText(before, { useInnerText: true });
    await page.keyboard.press('Control+y');
    await expect(changes(page)).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(today(page)).toBeVisible();
  });

  await test.step('a lasso gives what a mask lets it give; a lock keeps a referent’s own', async () => {
    await settings(page).locator('> summary').click();
    await lock(page, 'Référent 6').check();
    await expect(page).toHaveURL(/verrous=6/);
    const count = (await schoolsOf(page, 6).innerText()).trim();
    await page.keyboard.press('1');
    await choose(page, m.sectors_tool_lasso());
    const most = [
      [0.02, 0.02],
      [0.75, 0.02],
      [0.75, 0.8],
      [0.02, 0.8]
    ] as const;
    // Only the schools that nobody follows: there are none.
    const mask = page.getByRole('combobox', { name: m.sectors_mask() });
    await mask.selectOption({ label: m.sectors_mask_nobody() });
    await stroke(page, most);
    await expect(today(page)).toBeVisible();
    await mask.selectOption({ label: m.sectors_mask_all() });
    await stroke(page, most);
    await expect(changes(page)).toBeVisible();
    await expect(schoolsOf(page, 6)).toContainText(`${count} → ${count}`);
    await page.keyboard.press('Control+z');
    await expect(today(page)).toBeVisible();
  });

  await test.step('criteria combine; a lasso that ends where it began chooses schools, tied, then named as a part of their commune', async () => {
    const units = page.getByText(/^\d+ unités/);
    await expect(units).toHaveText(/^67 /);
    await page.getByRole('checkbox', { name: m.sectors_criterion_commune(), exact: true }).check();
    await page.getByRole('checkbox', { name: m.sectors_criterion_qpv(), exact: true }).check();
    await expect(units).not.toHaveText(/^67 /);
    await expect(page).toHaveURL(/unites=commune\.qpv/);
    await choose(page, m.sectors_tool_lasso());
    await choose(page, m.sectors_aim_choose());
    await stroke(page, [
      [0.2, 0.62],
      [0.6, 0.62],
      [0.6, 0.98],
      [0.2, 0.98],
      [0.2, 0.62]
    ]);
    await expect(page.getByRole('heading', { name: /^\d\d écoles choisies/ })).toBeVisible();
    await button(page, m.sectors_tie_apart()).click();
    const ties = page.getByRole('group', { name: m.sectors_ties() });
    await expect(ties).toContainText(
      new RegExp(like(m.sectors_tie_joined({ unit: ANY })).source.slice(1, -1))
    );
    await page.getByLabel(m.sectors_part_name()).fill('Gare');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: m.sectors_criterion_part() })).toBeChecked();
    const act = (what: string, name: string) => button(page, m.sectors_part_act({ act: what, name }));
    await act(m.sectors_part_rename(), 'Gare').click();
    await page.keyboard.type('Le Faubourg');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: m.sectors_parts() })).toContainText('Le Faubourg');
    await expect(page).toHaveURL(/parties=Le\+Faubourg.*separees=/);
    await ties.getByRole('button', { name: like(m.sectors_tie_remove_name({ schools: ANY })) }).click();
    await expect(ties.getByRole('listitem')).toHaveCount(0);
    await act(m.sectors_part_remove(), 'Le Faubourg').click();
    await expect(page).not.toHaveURL(/parties=/);
  });

  await test.step('the map comes closer, is dragged where one looks, and is whole again', async () => {
    const border = map(page).locator('path[stroke="var(--ink-3)"][stroke-width="1.2"]').first();
    const whole = (await border.getAttribute('d'))!;
    await button(page, m.map_zoom_in()).click();
    await expect(border).not.toHaveAttribute('d', whole);
    const closer = (await border.getAttribute('d'))!;
    await stroke(page, [
      [0.4, 0.4],
      [0.5, 0.5]
    ]);
    await expect(border).not.toHaveAttribute('d', closer);
    await button(page, m.map_whole()).click();
    await expect(border).toHaveAttribute('d', whole);
  });
});

test('with the keyboard alone, a school changes referent, a referent coordination, and all files say so; single keys can be put out of action', async ({
  page
}) => {
  await open(page, 'secteurs');
  await unfold(page);

  await test.step('from the menus, each undone by a key', async () => {
    await referentOf(page).first().focus();
    await page.keyboard.press('End');
    await expect(referentOf(page).first()).toHaveValue('Référent 6');
    await expect(changes(page)).toBeVisible();
    await settings(page).locator('> summary').click();
    const coordination = page.getByRole('combobox', {
      name: m.sectors_coordination_of({ post: 'Référent 6' })
    });
    await coordination.selectOption('Coordination 2');
    await expect(page.getByText('1 référent change de coordination')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(coordination).toHaveValue('Coordination 3');
  });

  await test.step('a school is looked at from the table, and Alt names the keys', async () => {
    await page
      .getByRole('button', { name: like(m.sectors_choose({ school: ANY })) })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'École primaire Charles de Gaulle' })).toBeFocused();
    await page.keyboard.press('Escape');
    const held = page.locator('.held');
    await page.keyboard.down('Alt');
    await expect(held).toContainText(m.sectors_key_post());
    await page.keyboard.up('Alt');
    await expect(held).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText(m.sectors_key_post());
    await page.getByRole('checkbox', { name: m.shell_keys_single() }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('5');
    await page.keyboard.press('?');
    await expect(page.getByRole('heading', { name: m.sectors_draw() })).toHaveCount(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('paper lists the schools without the controls', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: m.sectors_annex_schools() })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: m.sectors_col_pin() })).toBeHidden();
    await page.emulateMedia({ media: null });
    await expect(page.locator('.annex')).toHaveCount(0);
  });

  await test.step('workbook, note, CSV, drawing and step of the story', async () => {
    await pageAction(page, 'Exporter');
    const dialog = page.getByRole('dialog');
    for (const name of [m.sectors_export_xlsx(), m.sectors_export_note()]) {
      const file = await saved(page, () => dialog.getByRole('button', { name }).click());
      expect(file.bytes.subarray(0, 2).toString(), name).toBe('PK');
    }
    const csv = await saved(page, () => dialog.getByRole('button', { name: m.sectors_export() }).click());
    const moved = csv.text
      .split('\r\n')
      .filter((line) => /;Référent 6;Coordination 3;Référent 1;/.test(line));
    expect(moved).toHaveLength(1);
    await page.keyboard.press('Escape');
    await pageAction(page, 'Partager');
    const drawing = await saved(page, () => button(page, m.share_svg()).click());
    expect(drawing.text).toContain('répartition proposée');
    await button(page, m.share_story()).click();
    await page.getByRole('link', { name: m.share_story_see() }).click();
    await expect(
      page
        .getByRole('main')
        .locator('a[href*="/secteurs"]:is([href*="plan="], [href*="repartition="])')
        .last()
    ).toBeVisible();
  });
});

test('each other choice for a school has its price; a link reopens the plan, its locks and pins, and says a plan of elsewhere', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'secteurs?unites=commune');
  const at = await middleOf(page, 6);
  await page.mouse.click(at.x, at.y);
  // The price of the school alone is there at once; that of the plan rearranged comes beside it, when asked.
  const prices = page.getByRole('table', { name: m.sectors_prices() });
  const give = prices.getByRole('button', { name: new RegExp(`^${m.sectors_detail_give()}`) });
  await expect(give).toHaveCount(5);
  await expect(prices.getByRole('columnheader', { name: m.sectors_price_unit() })).toBeVisible();
  await button(page, m.sectors_why()).click();
  await expect(prices.getByRole('columnheader', { name: m.sectors_price_rearranged() })).toBeVisible();
  await expect(prices.locator('tbody tr').filter({ hasNotText: '…' }).first()).toBeVisible({
    timeout: 60_000
  });
  await give.first().click();
  await expect(changes(page)).toBeVisible();
  await expect(changes(page)).not.toContainText('≈');
  const said = await changes(page).innerText();
  const pin = (on: Page) => on.getByRole('checkbox', { name: like(m.sectors_pin({ school: ANY })) }).first();
  await unfold(page);
  await pin(page).check();
  await settings(page).locator('> summary').click();
  await lock(page, 'Référent 2').check();
  await pageAction(page, 'Partager');
  await page.getByRole('dialog').getByRole('button', { name: m.coverage_copy_link() }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/repartition=\d+/);
  const link = await copied();

  const other = await context.newPage();
  await other.goto(link);
  await expect(changes(other)).toHaveText(said);
  await unfold(other);
  await expect(pin(other)).toBeChecked();
  await settings(other).locator('> summary').click();
  await expect(lock(other, 'Référent 2')).toBeChecked();
  await other.goto(link.replace(/repartition=\d+/, 'repartition=200093201'));
  await other.reload();
  await expect(other.getByText(m.sectors_foreign())).toBeVisible();
});

test('the work counts the published children; a hypothesis in their place says what it changes, and stays in the link', async ({
  page
}) => {
  await open(page, 'secteurs');
  await settings(page).locator('> summary').click();
  const children = page.getByRole('combobox', { name: m.workload_children_of() });
  await expect(children.locator('option:checked')).toHaveText(m.workload_children_published({ count: 380 }));
  const load = await row(page, 1).innerText();
  await children.selectOption({ label: m.workload_children_assumed() });
  await expect(page).toHaveURL(/suivis=3(&|$)/);
  await expect(page.getByLabel(m.workload_children())).toHaveValue('3');
  const change = like(m.workload_children_change({ published: 380, counted: 287, hours: ANY }));
  await expect(settings(page).getByText(change)).toBeVisible();
  await expect(row(page, 1)).not.toHaveText(load, { useInnerText: true });
  await page.reload();
  await settings(page).locator('> summary').click();
  await expect(settings(page).getByText(change)).toBeVisible();
  await children.selectOption({ label: m.workload_children_published({ count: 380 }) });
  await expect(page).not.toHaveURL(/suivis/);
  await expect(row(page, 1)).toHaveText(load, { useInnerText: true });
});

test('few controls stand before the cards at any width; a search anew is stopped at once, one under other settings begins by itself', async ({
  page
}) => {
  await open(page, 'secteurs');
  for (const [width, height] of [
    [360, 740],
    [390, 844],
    [1440, 900]
  ] as const) {
    await page.setViewportSize({ width, height });
    const controls = await page.locator('main').evaluate((main) => {
      const top = main.querySelector('[data-card]')!.getBoundingClientRect().top;
      return [...main.querySelectorAll<HTMLElement>('a, button, input, select, summary')].filter(
        (control) => {
          const box = control.getBoundingClientRect();
          return control.checkVisibility() && box.width > 0 && box.bottom <= top;
        }
      ).length;
    });
    expect(controls, `controls before the cards at ${width}`).toBeLessThanOrEqual(4);
    await expect(page.getByRole('radio', { name: m.sectors_tool_lasso() })).toHaveCount(0);
    await button(page, m.sectors_draw_open()).click();
    for (const gesture of [m.sectors_tool_brush, m.sectors_tool_lasso])
      await expect(page.getByRole('radio', { name: gesture() })).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await button(page, m.sectors_draw_done()).click();
    await expect(page.getByRole('radio', { name: m.sectors_tool_lasso() })).toHaveCount(0);
  }
  await expect(cards(page).locator('.value')).toHaveCount(12);
  const stop = page.locator('section.cards').getByRole('button', { name: m.sectors_stop() });
  await button(page, m.sectors_cards_again()).click();
  await stop.click();
  await expect(page.getByText(m.sectors_cards_stopped())).toBeVisible();
  await expect(cards(page).locator('.value')).toHaveCount(12);
  await follow(page, '/secteurs?tolerance=15&mesure=heures&tenant=oui');
  await expect(stop).toBeVisible();
  await expect(cards(page).locator('.value')).toHaveCount(12, { timeout: 60_000 });
});

test('nothing is printed while the road is still an estimate; the split of today is two sheets: map and loads, then its schools', async ({
  page
}) => {
  let letThrough: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/graph/car.bin*', async (route) => {
    await gate;
    await route.continue();
  });
  await open(page, 'secteurs');
  await unfold(page);
  await referentOf(page).first().selectOption('Référent 6');
  // No load that counts an estimate is said on screen either.
  await expect(page.locator('main .voice')).toHaveText(/^Une école \P{L}*[^.]*\.\s*$/u);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main')).toContainText(m.sectors_print_waits());
  await expect(page.locator('[data-sheet]')).toHaveCount(0);
  letThrough();
  await expect(page.locator('[data-sheet]')).toHaveCount(1, { timeout: 60_000 });
  await expect(page.locator('[data-sheet]')).not.toContainText('≈');
  await page.emulateMedia({ media: null });
  await expect(page.locator('[data-sheet]')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(today(page)).not.toContainText('≈');
  expect(await sheets(page)).toBe(2);
});
