// A head of service before a council: what to ask for, what it changes year by year, and where each figure comes from. What the sentence,
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

test('the sentence, the slider, the table and the other page say one figure, whatever is asked; what opens nothing is not proposed', async ({
  page
}) => {
  await open(page, PAGE);
  await expect(voice(page)).toContainText(
    /Pour suivre les onze écoles avec la répartition d’aujourd’hui\s: [\d,]+\spostes? d’ici 20\d\d-20\d\d, [\d\s]+€ par an \(hypothèse/
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
    /Sans nouveau poste avec la répartition d’aujourd’hui, \S+ des onze écoles seront suivies à la rentrée 20\d\d, par des référents qui ont de la place/
  );
  const none = Number((await cells(page, m.means_row_waiting())).at(-1));
  expect(none).toBeGreaterThan(0);
  expect(none).toBeLessThan(11);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`aucun poste, ${none} attendent`));
  await slider(page).press('ArrowRight');
  await expect(voice(page)).toContainText(
    /Avec un demi-poste de plus .*, dont \S+ avec les référents en poste.* attend(ent)? encore\./
  );
  const left = (await cells(page, m.means_row_waiting())).at(-1);
  await page.getByRole('link', { name: m.shell_nav_waiting() }).first().click();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`${left} attend`));
});

test('the cost of a post is supposed, read from a sheet or typed, a choice of growth is in the link, and the page is one sheet on paper', async ({
  page
}) => {
  await open(page, PAGE);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  expect(await height()).toBeLessThan(2600);
  await page.emulateMedia({ media: 'print' });
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: 'screen' });

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
  await page.getByRole('radio', { name: m.demand_growth_none() }).check();
  await expect(page).toHaveURL(/hausse=nulle/);
  await expect(children).not.toHaveText(before.replace(/\s+/gu, ' '), { useInnerText: true });
  // A link of before opens the page.
  await open(page, `${PAGE}?hausse=demain&ecoles=12&temps=150&ans=2&annees=6,5-6,5-6,5-6,5`);
  await expect(voice(page)).toContainText('Avec un demi-poste de plus');
});
