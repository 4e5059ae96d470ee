import { readFileSync } from 'node:fs';
import { expect, test, type Page } from './test.ts';
import { choose, open, pageAction } from './page.ts';

const row = (page: Page, post: number) => page.locator(`tr[data-post="Référent ${post}"]`);
const cell = (page: Page, post: number) => page.locator(`[data-post="${post - 1}"][data-cell]`);
const changes = (page: Page) => page.getByText(/L’écart de charge le plus fort (passe|reste) de/);
const today = (page: Page) => page.getByText(/^Aujourd’hui, les \S+ référents suivent/);
const map = (page: Page) => page.getByRole('img', { name: 'Répartition des écoles entre les référents' });
const fold = (page: Page, id: 'reglages' | 'comparer' | 'convaincre') =>
  page.locator(`#${id} > summary`).click();
const draw = (page: Page) => page.getByRole('button', { name: 'Choisir école par école' }).click();
const unfold = (page: Page) => page.getByRole('button', { name: 'Tout déplier' }).click();

/** A point well inside a sector's cell: where its school stands. */
async function middleOf(page: Page, post: number): Promise<{ x: number; y: number }> {
  return cell(page, post)
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

test('without scripts, the split of today can be read: loads, sectors, schools', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('secteurs');
  await expect(page.getByText(/les six référents suivent/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Charge par référent' })).toContainText('Référent 6');
  expect(await page.locator('[data-cell]').count()).toBeGreaterThan(60);
  await expect(page.getByRole('heading', { name: 'Écoles de chaque référent' })).toBeVisible();
  for (const hint of await page.locator('.needs-script').all()) await expect(hint).toBeHidden();
  await context.close();
});

test('a stroke of the brush gives schools to a referent, at once in all figures, and is undone as one', async ({
  page
}) => {
  await open(page, 'secteurs');
  const before = await row(page, 6).innerText();
  await page.keyboard.press('5');
  await expect(page.getByRole('radio', { name: 'Une école' })).toBeChecked();
  await choose(page, 'Au passage');
  const from = await middleOf(page, 6);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 12 });
  await page.mouse.up();
  await expect(changes(page)).toBeVisible();
  expect(await row(page, 6).innerText()).not.toBe(before);
  await page.keyboard.press('Control+z');
  await expect(today(page)).toBeVisible();
  expect(await row(page, 6).innerText()).toBe(before);
  await page.keyboard.press('Control+y');
  await expect(changes(page)).toBeVisible();
});

test('a rectangle gives all the schools inside it; a lock keeps a referent’s own', async ({ page }) => {
  await open(page, 'secteurs');
  await fold(page, 'reglages');
  await page.getByRole('checkbox', { name: /Verrouiller Référent 6/ }).check();
  await expect(page).toHaveURL(/verrous=6/);
  await draw(page);
  await choose(page, 'Rectangle');
  const drag = async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const box = (await map(page).boundingBox())!;
    await page.mouse.move(box.x + 4, box.y + 4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 150, box.y + box.height - 120, { steps: 5 });
    await page.mouse.up();
  };
  const count = (await row(page, 6).locator('td').nth(3).innerText()).trim();
  await page.keyboard.press('1');
  // A mask: only the schools that nobody follows may be given, and there are none.
  const mask = page.getByRole('combobox', { name: 'Écoles que le geste peut donner' });
  await mask.selectOption('celles sans référent');
  await drag();
  await expect(today(page)).toBeVisible();
  await mask.selectOption('toutes les écoles');
  await drag();
  await expect(changes(page)).toBeVisible();
  await expect(row(page, 6).locator('td').nth(3)).toContainText(`${count} → ${count}`);
});

test('with the keyboard alone, a school changes referent from its menu and the file says so', async ({
  page
}) => {
  await open(page, 'secteurs');
  await unfold(page);
  const menu = page.getByRole('combobox', { name: /Référent de « / }).first();
  await menu.focus();
  await page.keyboard.press('End');
  await expect(menu).toHaveValue('Référent 6');
  await expect(changes(page)).toBeVisible();
  await fold(page, 'reglages');
  const coordination = page.getByRole('combobox', { name: 'Coordination de Référent 6' });
  await coordination.selectOption('Coordination 2');
  await expect(page.getByText('1 référent change de coordination')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(coordination).toHaveValue('Coordination 3');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Écoles de chaque référent' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Fixer' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('.annex')).toHaveCount(0);

  await pageAction(page, 'Exporter');
  for (const name of ['Exporter (XLSX)', 'Note Word']) {
    const archive = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    expect(readFileSync((await (await archive).path())!).subarray(0, 2).toString(), name).toBe('PK'); // prettier-ignore
  }
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter (CSV)' }).click();
  const text = readFileSync((await (await waiting).path())!, 'utf8');
  expect(
    text.split('\r\n').filter((line) => /;Référent 6;Coordination 3;Référent 1;/.test(line))
  ).toHaveLength(1);
  await page.keyboard.press('Escape');
  await pageAction(page, 'Partager');
  const drawn = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Dessin (SVG)' }).click();
  expect(readFileSync((await (await drawn).path())!, 'utf8')).toContain('répartition proposée');
  await page.getByRole('button', { name: 'Ajouter à la séance' }).click();
  await page.getByRole('link', { name: 'Voir la séance' }).click();
  await expect(
    page.getByRole('main').locator('a[href*="/secteurs"]:is([href*="plan="], [href*="repartition="])').last()
  ).toBeVisible();
});

test('three cards are there when the page opens; one taken drives the page, and is left school by school', async ({
  page
}) => {
  await open(page, 'secteurs');
  await expect(page.getByText(/route comprise\s; la route prend/)).toBeVisible();
  const cards = page.locator('[data-card]');
  await expect(cards.locator('.value')).toHaveCount(12);
  await expect(cards.getByText('Premier choix raisonnable')).toHaveCount(1);
  await expect(page.getByText('Recherche en cours', { exact: false })).toHaveCount(0);
  await expect(today(page)).toBeVisible();
  // One of them taken: on the map with its letters, in the sentence, in the reasons; and the page says that it is not saved.
  await cards.filter({ hasText: 'Premier choix raisonnable' }).getByRole('button').click();
  await expect(changes(page)).toBeVisible();
  await expect(page.getByText('Répartition non enregistrée.')).toBeVisible();
  const ringed = map(page).locator('[data-changed]');
  const all = await ringed.count();
  expect(all).toBeGreaterThan(2);
  await expect(page.getByRole('img', { name: 'Répartition d’aujourd’hui' })).toBeVisible();
  await expect(map(page).locator('[data-letter]').first()).toBeVisible();
  // One figure a quantity: the road of the card on screen is that of the table.
  const road = await page.locator('[data-card].shown .value').nth(1).innerText();
  await expect(page.locator('tfoot')).toContainText(road);
  // The print waits for the reasons.
  await page.evaluate(() => (window.print = () => document.body.setAttribute('data-asked', '')));
  await page.getByRole('button', { name: 'Imprimer', exact: true }).click();
  await expect(page.locator('body[data-asked]')).toBeAttached({ timeout: 60_000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-sheet]')).toContainText(/Sans ce changement|Ce changement évite/);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: /^Laisser « / }).first().click(); // prettier-ignore
  await expect(ringed).toHaveCount(all - 1);
  await page.getByRole('button', { name: /^Prendre celle-ci : Plus équilibré/ }).click();
  await expect(page.locator('[data-card="even"]')).toHaveClass(/shown/);
  await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).first().click();
  await expect(today(page)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(changes(page)).toBeVisible();
});

test('the same settings give the same cards; other settings have theirs searched at once, told as they come, and stopped when asked', async ({
  page
}) => {
  await open(page, 'secteurs');
  const cards = page.locator('[data-card]');
  const kept = await cards.allInnerTexts();
  await page.getByRole('button', { name: 'Chercher de nouveau' }).click();
  await expect(page.getByRole('button', { name: 'Arrêter' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chercher de nouveau' })).toBeVisible({ timeout: 90_000 });
  expect(await cards.allInnerTexts()).toEqual(kept);
  await open(page, 'secteurs?tolerance=15&mesure=heures&tenant=oui');
  await expect(cards.locator('.value')).toHaveCount(12, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByText('Recherche arrêtée', { exact: false })).toBeVisible();
  await expect(cards.locator('.value')).toHaveCount(12);
});

test('the solver’s answer stays beside the plan on screen, and is taken when asked', async ({ page }) => {
  await open(page, 'secteurs?mesure=charge');
  await fold(page, 'convaincre');
  // A worker that the browser could not keep: it is said, and the next search starts anew.
  await page.route('**/*.wasm', (route) => route.abort());
  await page.getByRole('button', { name: 'Chercher et contrôler' }).click();
  await expect(page.getByText(/La recherche s’est interrompue/)).toBeVisible({ timeout: 30_000 });
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Chercher et contrôler' }).click();
  await expect(page.getByText(/n’a une route estimée plus faible/).first()).toBeVisible({ timeout: 60_000 });
  await expect(today(page)).toBeVisible();
  await page.getByRole('button', { name: 'Prendre la répartition contrôlée' }).click();
  await expect(changes(page)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(today(page)).toBeVisible();
  await fold(page, 'reglages');
  // Both levels: the moves are schools, and referents who change coordination; all figures follow.
  await page.getByRole('checkbox', { name: 'Équilibrer aussi les coordinations' }).check();
  await page.getByRole('button', { name: 'Chercher et contrôler' }).click();
  await expect(page.getByRole('button', { name: 'Prendre la répartition contrôlée' })).toBeVisible({ timeout: 60_000 }); // prettier-ignore
  await page.getByRole('button', { name: 'Prendre la répartition contrôlée' }).click();
  const shares = page.getByText(/réunions par an \([+−]?[0-5]\u00a0?\u202f?%\), élèves [+−]?[0-5]/);
  await expect(shares).toHaveCount(3);
});

test('rules that contradict one another are named, and the nearest plan is offered', async ({ page }) => {
  await open(page, 'secteurs?tolerance=2&changent=0');
  await fold(page, 'convaincre');
  await page.getByRole('button', { name: 'Chercher et contrôler' }).click();
  await expect(page.getByText(/Aucune répartition ne respecte toutes ces règles/)).toBeVisible({
    timeout: 60_000
  });
  await expect(page.getByText(/0 élèves au plus changent/)).toBeVisible();
  // Where no pupil may change, it is the one on screen: there is nothing to take.
  await expect(page.getByText(/La répartition la plus proche/)).toContainText(
    'C’est la répartition à l’écran'
  );
  await expect(page.getByRole('button', { name: 'Prendre la répartition contrôlée' })).toHaveCount(0);
});

test('criteria combine, and tell at once how many units they make', async ({ page }) => {
  await open(page, 'secteurs');
  await fold(page, 'reglages');
  await expect(page.getByText(/^67 unités/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'par commune', exact: true }).check();
  await page.getByRole('checkbox', { name: 'par quartier prioritaire', exact: true }).check();
  await expect(page.getByText(/^\d+ unités/)).not.toHaveText(/^67 /);
  await expect(page).toHaveURL(/unites=commune\.qpv/);

  // Schools are chosen with a lasso that ends where it began: tied, then named as a part of their commune.
  await draw(page);
  await choose(page, 'Lasso');
  await choose(page, 'Choisir');
  await map(page).scrollIntoViewIfNeeded();
  await map(page).scrollIntoViewIfNeeded();
  const box = (await map(page).boundingBox())!;
  const corners = [[0.2, 0.62], [0.6, 0.62], [0.6, 0.98], [0.2, 0.98], [0.2, 0.62]] as const; // prettier-ignore
  const at = ([x, y]: readonly [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(corners[0]));
  await page.mouse.down();
  for (const corner of corners.slice(1)) await page.mouse.move(...at(corner), { steps: 3 });
  await page.mouse.up();
  await expect(page.getByRole('heading', { name: /^\d\d écoles choisies/ })).toBeVisible();
  await page.getByRole('button', { name: 'Séparer', exact: true }).click();
  const ties = page.getByRole('group', { name: 'Écoles liées' });
  await expect(ties).toContainText('aucune répartition ne peut la respecter');
  await page.getByLabel('Nom de la partie de commune').fill('Gare');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'par partie de commune' })).toBeChecked();
  await page.getByRole('button', { name: 'Renommer « Gare »' }).click();
  await page.keyboard.type('Le Faubourg');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Parties de commune' })).toContainText('Le Faubourg');
  await expect(page).toHaveURL(/parties=Le\+Faubourg.*separees=/);
  await ties.getByRole('button', { name: /^Retirer/ }).click();
  await expect(ties.getByRole('listitem')).toHaveCount(0);
  await page.getByRole('button', { name: 'Supprimer « Le Faubourg »' }).click();
  await expect(page).not.toHaveURL(/parties=/);
});

test('each other choice for a school has its price, and a link reopens the plan', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'secteurs?unites=commune');
  const at = await middleOf(page, 6);
  await page.mouse.click(at.x, at.y);
  // The price of the school alone is there at once; that of the plan rearranged comes beside it, when asked.
  const give = page.getByRole('button', { name: /^Affecter à Référent/ });
  await expect(give).toHaveCount(5);
  const prices = page.getByRole('table', { name: 'Ce que demanderait chaque autre référent' });
  await expect(prices.getByRole('columnheader', { name: 'seules' })).toBeVisible();
  await page.getByRole('button', { name: 'Calculer en réarrangeant les autres écoles' }).click();
  await expect(prices.getByRole('columnheader', { name: 'Les autres écoles réarrangées' })).toBeVisible();
  await expect(prices.locator('tbody tr').filter({ hasText: '…' })).toHaveCount(0, { timeout: 60_000 });
  await give.first().click();
  await expect(changes(page)).toBeVisible();
  await expect(changes(page)).not.toContainText('≈');
  const sentence = await changes(page).innerText();
  const pin = (on: Page) => on.getByRole('checkbox', { name: /^Fixer/ }).first();
  const lock = (on: Page) => on.getByRole('checkbox', { name: 'Verrouiller Référent 2' });
  await unfold(page);
  await pin(page).check();
  await fold(page, 'reglages');
  await lock(page).check();
  await pageAction(page, 'Partager');
  await page.getByRole('dialog').getByRole('button', { name: 'Copier le lien' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toMatch(/repartition=\d+/);
  const link = await copied();
  const other = await context.newPage();
  await other.goto(link);
  await expect(changes(other)).toHaveText(sentence);
  await unfold(other);
  await expect(pin(other)).toBeChecked();
  await fold(other, 'reglages');
  await expect(lock(other)).toBeChecked();
  await other.goto(link.replace(/repartition=\d+/, 'repartition=200093201'));
  await other.reload();
  await expect(other.getByText(/une répartition d’un autre territoire/)).toBeVisible();
});

test('a school is looked at from the table by the keyboard, and single keys can be put out of action', async ({
  page
}) => {
  await open(page, 'secteurs');
  await unfold(page);
  await page
    .getByRole('button', { name: /et ses autres choix/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'École primaire Charles de Gaulle' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('5');
  await expect(page.getByRole('radio', { name: 'Une école' })).toBeChecked();
  await page.keyboard.press('Escape');
  const held = page.locator('.held');
  await page.keyboard.down('Alt');
  await expect(held).toContainText('prend un référent en main');
  await page.keyboard.up('Alt');
  await expect(held).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('prend un référent en main');
  await page.getByRole('checkbox', { name: /une seule touche/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('5');
  await expect(page.getByRole('heading', { name: 'Dessiner' })).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the map comes closer, and is dragged where one looks', async ({ page }) => {
  await open(page, 'secteurs');
  const border = map(page).locator('path[stroke="var(--ink-3)"][stroke-width="1.2"]').first();
  const whole = await border.getAttribute('d');
  await page.getByRole('button', { name: 'Agrandir la carte' }).click();
  const closer = await border.getAttribute('d');
  expect(closer).not.toBe(whole);
  const box = (await map(page).boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 260, box.y + 250, { steps: 4 });
  await page.mouse.up();
  expect(await border.getAttribute('d')).not.toBe(closer);
  await page.getByRole('button', { name: 'Voir tout le territoire' }).click();
  expect(await border.getAttribute('d')).toBe(whole);
});

test('nothing is printed while the road is still an estimate', async ({ page }) => {
  let letThrough: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/graph/car.bin*', async (route) => {
    await gate;
    await route.continue();
  });
  await open(page, 'secteurs');
  await unfold(page);
  await page
    .getByRole('combobox', { name: /Référent de « / })
    .first()
    .selectOption('Référent 6');
  await expect(changes(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main')).toContainText('La route de cette répartition se calcule encore.');
  await expect(page.locator('[data-sheet]')).toHaveCount(0);
  letThrough();
  await expect(page.locator('[data-sheet]')).toHaveCount(1, { timeout: 60_000 });
  await expect(page.locator('[data-sheet]')).not.toContainText('≈');
});

test('few controls stand before the cards, and drawing takes one tool', async ({ page }) => {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
    [360, 740]
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(page, 'secteurs');
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
    await expect(page.getByRole('radio', { name: 'Lasso' })).toHaveCount(0);
    await draw(page);
    for (const gesture of ['Une école', 'Au passage', 'Rectangle', 'Lasso'])
      await expect(page.getByRole('radio', { name: gesture })).toBeVisible();
    await page.getByRole('button', { name: 'Terminer' }).click();
    await expect(page.getByRole('radio', { name: 'Lasso' })).toHaveCount(0);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('the work counts the published children; a hypothesis in their place says what it changes, and stays in the link', async ({
  page
}) => {
  await open(page, 'secteurs');
  await fold(page, 'reglages');
  const children = page.getByRole('combobox', { name: 'Enfants accompagnés' });
  await expect(children).toHaveValue('published');
  await expect(children.locator('option:checked')).toHaveText('enfants publiés (380)');
  const load = await row(page, 1).innerText();
  await children.selectOption('assumed');
  await expect(page).toHaveURL(/suivis=3(&|$)/);
  await expect(page.getByLabel('Enfants accompagnés pour 100 élèves')).toHaveValue('3');
  const change =
    /remplace les 380 enfants publiés par 287\s: −[\d\s]+h[\s\d]* de travail par semaine, hors trajets\./;
  await expect(page.locator('#reglages')).toContainText(change);
  await expect(row(page, 1)).not.toHaveText(load, { useInnerText: true });
  await page.reload();
  await fold(page, 'reglages');
  await expect(page.locator('#reglages')).toContainText(change);
  await children.selectOption('published');
  await expect(page).not.toHaveURL(/suivis/);
  await expect(row(page, 1)).toHaveText(load, { useInnerText: true });
});

test('today’s répartition prints on three sheets: its map and loads on the first, its schools on the others', async ({
  page
}) => {
  await open(page, 'secteurs');
  await expect(page.locator('.voice').first()).not.toContainText('≈', { timeout: 30_000 });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
});
