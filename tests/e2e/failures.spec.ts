import type { Page } from '@playwright/test';
import { m } from './messages.ts';
import { expect, test } from './test.ts';
import { figure, mapSettled, open } from './page.ts';

test('a missing table and a truncated one are named, the others answer and the figures stay', async ({
  page
}) => {
  await page.route('**/tables/schools.arrow', (route) => route.fulfill({ status: 404 }));
  await page.route('**/tables/demand.arrow', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 200) });
  });
  await open(page);
  await page.getByRole('button', { name: m.coverage_calculation() }).click();
  await expect(page.getByRole('dialog')).toContainText('le chiffre vient du fichier livré', {
    timeout: 60_000
  });
  await page.keyboard.press('Escape');
  await expect(figure(page, m.coverage_figure_followed())).toContainText('67');
  const notice = page.locator('.notice').filter({ hasText: m.shell_database_problems() });
  await expect(notice).toContainText('est introuvable sur le site');
  await expect(notice).toContainText(/est (incomplète|illisible)|n’est pas celle que le site annonce/);
});

test('a browser that is too old reads so before the page, without any file of the site; another does not', async ({
  page
}) => {
  const words = (of: Page) => of.locator('#navigateur-ancien');
  await open(page);
  await expect(words(page)).toBeHidden();
  for (const missing of ['CSS.supports = () => false', 'delete Array.prototype.toSorted']) {
    const old = await page.context().newPage();
    await old.route(/\.(js|css|wasm|bin)$/, (route) => route.abort());
    await old.addInitScript(missing);
    await old.goto(page.url());
    await expect(words(old), missing).toBeVisible();
    await expect(words(old), missing).toContainText('Firefox 120');
  }
});

test('without WebAssembly the page keeps its figures and says what is missing', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await open(page);
  await page.getByRole('button', { name: m.coverage_calculation() }).click();
  await expect(page.getByRole('dialog')).toContainText('le chiffre vient du fichier livré', {
    timeout: 30_000
  });
  await page.keyboard.press('Escape');
  await page.getByLabel('Année scolaire').selectOption('2023-2024');
  await expect(figure(page, 'Écoles suivies')).toContainText('56');
});

test('without WebGL the drawn map stays, says so once the map is moved, and still comes closer', async ({
  page
}) => {
  await page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.startsWith('webgl') ? null : Reflect.apply(real, this, [kind, ...rest]);
    } as typeof real;
  });
  await open(page);
  await mapSettled(page);
  const said = page.getByText('un dessin la remplace');
  await expect(said).toHaveCount(0);
  const scale = page.getByRole('img', { name: /^Barre d’échelle/ });
  const whole = (await scale.getAttribute('aria-label'))!;
  await page.getByRole('button', { name: /^Agrandir/ }).click();
  await expect(scale).not.toHaveAccessibleName(whole);
  await page.locator('[data-map-state="failed"]').waitFor();
  await expect(said).toBeVisible();
  await expect(scale).not.toHaveAccessibleName(whole);
  await page.getByRole('button', { name: 'Voir tout le territoire' }).click();
  await expect(scale).toHaveAccessibleName(whole);
  await expect(page.locator('main svg path').first()).toBeVisible();
  // Its ground too: rivers and main roads, with their names and their credit.
  const drawing = page.locator('.drawing');
  for (const kind of ['canal', 'river', 'motorway'])
    await expect(drawing.locator(`[data-ground] [data-kind="${kind}"]`)).toBeAttached();
  await expect(drawing.locator('.ground-names')).toContainText('Escaut');
  await page.locator('main details.ground summary').click();
  await expect(page.getByText('Tracés généralisés')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(said).toBeHidden();
  await expect(drawing.locator('svg').first()).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('row', { name: /^Anzin/ }).click();
  await expect(page).toHaveURL(/lieu=59014/);
});

test('where storage is refused, language and theme still change', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      }
    });
  });
  await open(page);
  await page
    .getByRole('button', { name: /^English/ })
    .first()
    .click();
  await expect(page.locator('main')).toContainText('Eleven schools have asked for the service');
});

test('a second tab works as the first', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  await Promise.all([open(first), open(second, '?lieu=59014')]);
  await first.getByLabel('Année scolaire').selectOption('2024-2025');
  await expect(figure(first, 'Écoles suivies')).toContainText('61');
  await expect(figure(second, 'Écoles suivies')).toContainText('sur 8');
});

test('an address that does not exist is explained, with the way on', async ({ page }) => {
  const response = await page.goto('nulle-part');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('link', { name: /couverture/i }).first()).toBeVisible();
});
