// What readers change for themselves, width, spacing, style, pointer: nothing of the page is lost for it.
import { expect, test } from './test.ts';
import { mapSettled, open, withoutDatabase } from './page.ts';

test.beforeEach(withoutDatabase);

test('what a map says of a place waits for the mouse and goes with Échap; a panel opened by key takes the focus @map', async ({
  page
}) => {
  await open(page);
  await mapSettled(page);
  const stage = page.locator('[data-map-state] .frame').first();
  const words = stage.locator('[data-tooltip]');
  await stage.hover({ position: { x: 420, y: 90 } });
  const said = await words.innerText();
  const box = await words.boundingBox();
  if (!box) throw new Error('the words stand nowhere');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 10 });
  await page.waitForTimeout(600);
  await expect(words).toHaveText(said, { useInnerText: true });
  await page.keyboard.press('Escape');
  await expect(words).toHaveCount(0);
  for (const name of ['Voir le calcul : Écoles suivies', /^Visite guidée/, /^Raccourcis clavier/]) {
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

test('a figure out of its bounds is brought back and said; a phone shows every column; English marks its French', async ({
  page
}) => {
  await open(page, 'deplacements');
  await page.locator('#parametres > summary').click();
  const visit = page.getByRole('spinbutton', { name: 'Durée d’une visite' });
  await visit.fill('900');
  await visit.press('Enter');
  await expect(visit).toHaveValue('240');
  await expect(page.getByText('Au plus 240 : la valeur a été ramenée à 240.')).toBeVisible();
  await expect(visit).toHaveAccessibleDescription(/De 0 à 240\./);

  await page.setViewportSize({ width: 320, height: 700 });
  for (const route of ['programme', 'secteurs', 'ecoles']) {
    await open(page, route);
    // A column that is left out is said in the line of its row.
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main tbody :is(th, td)')]
        .filter((cell) => getComputedStyle(cell).display === 'none' && !cell.closest('.print-only, details'))
        .filter((cell) => {
          const said = cell.parentElement!.innerText;
          return !cell
            .textContent!.trim()
            .split(/\s+/)
            .every((word) => said.includes(word));
        })
        .map((cell) => cell.textContent)
    );
    expect(hidden, route).toEqual([]);
  }

  await open(page, 'programme');
  await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(
    page.locator('[lang="fr"]', { hasText: 'Équipe de réussite éducative' }).first()
  ).toBeAttached();
});
