// Attente et moyens before a council: what to ask for, what it changes year by year, and where each figure comes from. What the sentence,
// the table and the communes say for other territories and settings is in tests/unit/features/demand and share.
import { m } from './messages.ts';
import { plainText } from './one-figure.ts';
import { open, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';
import { pathOf } from './visits/addresses.ts';

test.beforeEach(withoutDatabase);

const PAGE = pathOf('demand').slice(1);
const voice = (page: Page) => page.locator('.voice').first();
const years = (page: Page) => page.getByRole('table', { name: m.means_table() });
const slider = (page: Page) => page.getByRole('slider', { name: m.openings_slider() });
const cells = async (page: Page, name: string) =>
  (await years(page).getByRole('row', { name }).locator('td').allInnerTexts()).map((text) =>
    plainText(text).trim()
  );

test('the sentence, the slider and the table say one figure, whatever is asked; what opens nothing is not proposed', async ({
  page
}) => {
  await open(page, PAGE);
  await expect(voice(page)).toContainText(
    /^Onze écoles attendent\. .*, avec [\d,]+\spostes? de plus, [\d\s]+€ par an \(hypothèse/
  );
  await expect(page.locator('main')).toContainText(
    /le service accompagnerait environ \d+ enfants, entre \d+ et \d+, huit années sur dix\./
  );
  const [posts] = /[\d,]+(?=\sposte)/.exec(await voice(page).innerText())!;
  const [cost] = /[\d\s]+€/.exec(await voice(page).innerText())!;
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`${posts}\\sposte.*toutes suivies`)
  );
  expect((await cells(page, m.means_row_added())).at(-1)).toBe(plainText(cost).trim());
  expect((await cells(page, m.means_row_waiting())).at(-1)).toBe('aucune');

  const before = await voice(page).innerText();
  await slider(page).press('ArrowRight');
  await expect(voice(page)).toHaveText(before.replace(/\s+/gu, ' '), { useInnerText: true });
  await slider(page).press('Home');
  await expect(voice(page)).toContainText(
    /\S+ peuvent ouvrir à la rentrée 20\d\d, sans nouveau poste.*attend(ent)? encore/
  );
  const none = Number((await cells(page, m.means_row_waiting())).at(-1));
  expect(none).toBeGreaterThan(0);
  expect(none).toBeLessThan(11);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`aucun poste, ${none} attendent`));
  await slider(page).press('ArrowRight');
  await expect(voice(page)).toContainText(/avec un demi-poste de plus, .* attend(ent)? encore\./);
  const left = (await cells(page, m.means_row_waiting())).at(-1);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`${left} attend`));
});

test('the cost of a post is supposed, read from a sheet or typed, a choice of growth is in the link, and a link of a former version opens the page', async ({
  page
}) => {
  await open(page, PAGE);
  await expect(page.locator('main')).toContainText('hypothèse à confirmer par le service');
  await page.getByText(m.openings_cost_change()).click();
  await page.getByRole('button', { name: m.openings_cost_read({ sheet: 'FA-01' }) }).click();
  await expect(page.locator('main')).toContainText(/lu dans la fiche FA-01 \(236\s400\s€ pour neuf postes\)/);
  const cost = page.getByLabel(m.openings_cost_field());
  await cost.fill('60000');
  await cost.press('Enter');
  await expect(page.locator('main')).toContainText('montant saisi par le service');
  await expect(voice(page)).toContainText(/60\s000\s€ par an/);

  const children = page.getByText(/le service accompagnerait environ/);
  const before = await children.innerText();
  await page.getByText(m.means_forecast_and_service(), { exact: true }).click();
  await page.getByRole('radio', { name: m.demand_growth_none() }).check();
  await expect(page).toHaveURL(/hausse=nulle/);
  await expect(children).not.toHaveText(before.replace(/\s+/gu, ' '), { useInnerText: true });
  // A link of before opens the page.
  await open(page, `avenir?hausse=demain&ecoles=12&temps=150&ans=2&annees=6,5-6,5-6,5-6,5`);
  await expect(page).toHaveURL(/\/ecoles\/?(\?|$)/);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /^un demi-poste/);
});
