// Actions: without a session the page says so; one is typed there, without a name, and is undone.
import { m } from './messages.ts';
import { open, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.use({ today: '2026-12-01' });
test.beforeEach(withoutDatabase);

const grid = (page: Page) => page.getByRole('region', { name: m.actions_grid() });
const marks = (page: Page) => grid(page).locator('[id^="seance-"]');
const card = (page: Page) => grid(page).locator('tr.card');

test('a session is typed on the page, without a name, and is undone', async ({ page }) => {
  await open(page, 'actions');
  const before = await marks(page).count();
  await page.getByRole('button', { name: m.actions_add() }).click();
  const form = page.getByRole('form', { name: m.actions_add() });
  await form.getByLabel(m.actions_form_date()).fill('2026-12-08');
  await form.getByLabel(m.actions_form_providers()).fill('Sophie Martin');
  await form.getByRole('button', { name: m.actions_form_save() }).click();
  await expect(form.getByRole('alert')).toHaveText(m.actions_form_person());
  await form.getByLabel(m.actions_form_providers()).fill('psychologue libéral 1');
  await form.getByRole('button', { name: m.actions_form_save() }).click();
  await expect(marks(page)).toHaveCount(before + 1);
  await expect(card(page)).toContainText('psychologue libéral 1');
  await page.keyboard.press('Control+z');
  await expect(marks(page)).toHaveCount(before);
});
