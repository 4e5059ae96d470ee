// What readers change for themselves, width, spacing, style, pointer: nothing of the page is lost for it.
import { expect, test } from './test.ts';
import { m } from './messages.ts';
import { mapSettled, open, withoutDatabase } from './page.ts';
import { countWork, quiet } from './quiet.ts';

test.beforeEach(withoutDatabase);

test('what a map says of a place waits for the mouse and goes with Échap; a panel opened by key takes the focus @map', async ({
  page
}) => {
  await countWork(page);
  await open(page);
  await mapSettled(page);
  const stage = page.locator('[data-map-state] .frame').first();
  const words = stage.locator('[data-tooltip]');
  await stage.hover({ position: { x: 420, y: 90 } });
  const said = await words.innerText();
  const box = await words.boundingBox();
  if (!box) throw new Error('the words stand nowhere');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 10 });
  // Whatever was put off when the mouse left the place has been done.
  await quiet(page);
  await expect(words).toHaveText(said, { useInnerText: true });
  await page.keyboard.press('Escape');
  await expect(words).toHaveCount(0);
  for (const name of [m.coverage_calculation(), /^Visite guidée/, m.shell_keys_open()]) {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    const inside = () =>
      page.evaluate(() => document.activeElement?.closest('[role="dialog"], dialog') !== null);
    await expect.poll(inside).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('a figure out of its bounds is brought back and said; English marks its French', async ({ page }) => {
  await open(page, 'deplacements');
  await page.locator('#parametres > summary').click();
  const visit = page.getByRole('spinbutton', { name: 'Durée d’une visite' });
  await visit.fill('900');
  await visit.press('Enter');
  await expect(visit).toHaveValue('240');
  await expect(page.getByText('Au plus 240 : la valeur a été ramenée à 240.')).toBeVisible();
  await expect(visit).toHaveAccessibleDescription(/De 0 à 240\./);

  await open(page, 'programme');
  await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(
    page.locator('[lang="fr"]', { hasText: 'Équipe de réussite éducative' }).first()
  ).toBeAttached();
});
