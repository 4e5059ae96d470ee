// A répartition in use is one répartition: each page, print and file of Direction and Coordination says it.
import { todayPlan, type AssignmentFile } from '../../src/lib/model/assignment/assignment-file';
import { planCode } from '../../src/lib/model/assignment/plan-code';
import { pageAddress } from '../../src/lib/model/page-address';
import { plainText } from './one-figure';
import { follow, open, routesOf, withoutDatabase } from './page';
import { countWork, quiet } from './quiet';
import { expect, test, type Page } from './test';

test.beforeEach(withoutDatabase);

/** Today's répartition with two schools given to another post, as its link says it. */
async function otherSplit(page: Page): Promise<string> {
  const file = (await (await page.request.get('graph/split.json')).json()) as AssignmentFile;
  const today = todayPlan(file);
  const moved = Object.entries(today.referents).slice(0, 2);
  const other = (post: string) => file.posts.find(({ id }) => id !== post)!.id;
  const referents = {
    ...today.referents,
    ...Object.fromEntries(moved.map(([uai, post]) => [uai, other(post)]))
  };
  return planCode(file, { ...today, referents });
}

test('a répartition in use is what each page, print and file of Direction and Coordination says', async ({
  page
}) => {
  test.slow();
  const name = 'proposée, non enregistrée';
  const selector = page.getByRole('button', { name: new RegExp(`^Répartition\\s*${name}`) });
  /** From one page to another as a reader goes, without loading the site again. */
  const go = async (path: string) => {
    const address = pageAddress(`/${path}`);
    await follow(page, address);
    await page.waitForURL(({ pathname }) => pathname === address);
  };
  const roads = async () => {
    await go('deplacements');
    await quiet(page);
    await expect(page.locator('.situation').first()).toContainText(
      (await selector.count()) > 0 ? name : 'aujourd’hui',
      { timeout: 60_000 }
    );
    const rows = await page.locator('#burden').locator('xpath=ancestor::section').locator('tbody tr').all();
    return Promise.all(
      rows.map(async (row) => {
        const [, post, road] = /(Référent \d+).*?(\d+ h(?: \d\d)?)/.exec(plainText(await row.innerText()))!;
        return { post: post!, road: road! };
      })
    );
  };
  await countWork(page);
  await open(page);
  const today = await roads();
  await open(page, `secteurs/?repartition=${await otherSplit(page)}`);
  await expect(selector.first()).toBeVisible();
  await expect(page).not.toHaveURL(/repartition/);
  // A reload asks nothing and loses nothing.
  await page.reload();
  await expect(selector.first()).toBeVisible();

  const adopted = await roads();
  expect(adopted).not.toEqual(today);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.situation').first()).toContainText(name);
  await page.emulateMedia({ media: 'screen' });

  await go('secteurs');
  await expect(page.locator('.voice').first()).not.toContainText('≈', { timeout: 60_000 });
  for (const { post, road } of adopted) {
    const row = page.getByRole('row').filter({ hasText: post }).first();
    await expect.poll(async () => plainText(await row.innerText())).toContain(road);
  }

  await go('semaine');
  for (const { post, road } of adopted) {
    const row = page.getByRole('row').filter({ hasText: post }).first();
    await expect.poll(async () => plainText(await row.innerText()), { timeout: 60_000 }).toContain(road);
  }

  const named = page.locator('main').getByText(`Répartition : ${name}.`).first();
  for (const path of routesOf(({ door }) => door === 'head' || door === 'coordination')) {
    await go(path);
    await expect(selector.first(), path).toBeVisible();
    if (path === 'secteurs') continue;
    await expect(named, path).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(named, `${path}, imprimé`).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  }
  await go('aujourdhui');
  await expect(page.getByText('Proposée, non enregistrée', { exact: true })).toBeVisible();
  await go('territoires/59014');
  await expect(page.getByText(new RegExp(`référent\\s; répartition\\s: ${name}`)).first()).toBeVisible();
  await expect(page.getByText(/\d{4}, réf\.\s\d+/).first()).toBeVisible();
  await go('seance');
  await expect(page.locator('a[href*="#plan="]').first()).toBeAttached();
  await expect(page.locator('a[href*="deplacements"][href*="repartition="]').first()).toBeAttached();

  // Back to today: so do they all.
  await go('secteurs');
  await selector.first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
  await expect(selector).toHaveCount(0);
  expect(await roads()).toEqual(today);
});
