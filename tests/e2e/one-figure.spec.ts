// One figure, one value: every page, print, note and file of the default scenario gives the same value to the same quantity.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { todayPlan, type AssignmentFile } from '../../src/lib/model/assignment/assignment-file';
import { planCode } from '../../src/lib/model/assignment/plan-code';
import { expect, test } from './test';
import { open, routesOf, withoutDatabase, pageAction } from './page';
import { FORMER_NAMES, MEANINGS, plainText, textOfOffice, valuesIn } from './one-figure';

test.beforeEach(withoutDatabase);

/** The sheet of the posts, whose times are whole minutes, in the words of the pages. */
async function postsOfWorkbook(file: Buffer): Promise<string> {
  const [head, ...rows] = await readSheet(file, 2);
  const at = (title: RegExp) => head!.findIndex((cell) => title.test(String(cell)));
  const [post, road] = [at(/^Référent$/), at(/^Trajets/)];
  const time = (given: number) => {
    const minutes = Math.round(given);
    return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
  };
  const team = rows.reduce((sum, row) => sum + Number(row[road]), 0);
  return `${rows.map((row) => `${row[post]}, trajets ${time(Number(row[road]))}`).join(' ')} Trajets de l’équipe ${time(team)}`;
}

/** Pages with figures: those of the menu, and those to consult. */
const ROUTES = routesOf(({ answers }) => answers !== undefined);

test('every page, print, note and file gives one value to a figure, under one name', async ({ page }) => {
  test.slow();
  const texts = new Map<string, string>();
  for (const path of ROUTES) {
    await open(page, path);
    // Tours are sampled behind the first figures, which an estimate sign marks meanwhile.
    if (path === 'secteurs')
      await expect(page.locator('.voice').first()).not.toContainText('≈', { timeout: 30_000 });
    const text = async () => plainText(await page.locator('body').innerText());
    // Charts and tables come after the first figures: a page is read once its text stands still.
    const read = async () => {
      let [before, now] = ['', await text()];
      for (let tries = 0; now !== before && tries < 20; tries++) {
        await page.waitForTimeout(300);
        [before, now] = [now, await text()];
      }
      return now;
    };
    texts.set(`/${path}`, await read());
    await page.emulateMedia({ media: 'print' });
    texts.set(`/${path}, imprimé`, await read());
    await page.emulateMedia({ media: 'screen' });
  }

  await open(page, 'secteurs');
  await expect(page.locator('.voice').first()).not.toContainText('≈', { timeout: 30_000 });
  await pageAction(page, 'Exporter');
  for (const name of ['Note Word', 'Exporter (XLSX)']) {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const file = readFileSync((await (await saving).path())!);
    texts.set(`/secteurs, ${name}`, name === 'Note Word' ? textOfOffice(file) : await postsOfWorkbook(file));
  }

  await open(page, 'seance');
  const saving = page.waitForEvent('download');
  await pageAction(page, 'Exporter');
  await page.getByRole('button', { name: 'Télécharger la version hors connexion' }).click();
  const story = readFileSync((await (await saving).path())!, 'utf8');
  const body = story.slice(story.indexOf('<body'));
  texts.set(
    'séance hors connexion',
    plainText(body.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' '))
  );

  for (const meaning of MEANINGS) {
    const found = [...texts].flatMap(([source, text]) =>
      valuesIn(text, meaning).map((value) => ({ source, value }))
    );
    const values = new Map<string, string[]>();
    for (const { source, value } of found) values.set(value, [...(values.get(value) ?? []), source]);
    expect
      .soft(Object.fromEntries([...values].slice(1)), `${meaning.name} : ${[...values.keys()].join(', ')}`)
      .toEqual({});
    expect
      .soft(new Set(found.map(({ source }) => source)).size, `${meaning.name} : sources`)
      .toBeGreaterThanOrEqual(meaning.sources);
  }
  for (const [source, text] of texts) {
    for (const name of FORMER_NAMES)
      expect.soft(name.exec(text)?.[0] ?? null, `${source} : ${name.source}`).toBeNull();
  }
});

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
  const roads = async () => {
    await open(page, 'deplacements');
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

  await open(page, 'secteurs');
  await expect(page.locator('.voice').first()).not.toContainText('≈', { timeout: 60_000 });
  for (const { post, road } of adopted) {
    const row = page.getByRole('row').filter({ hasText: post }).first();
    await expect.poll(async () => plainText(await row.innerText())).toContain(road);
  }

  await open(page, 'semaine');
  for (const { post, road } of adopted) {
    const row = page.getByRole('row').filter({ hasText: post }).first();
    await expect.poll(async () => plainText(await row.innerText()), { timeout: 60_000 }).toContain(road);
  }

  const named = page.locator('main').getByText(`Répartition : ${name}.`).first();
  for (const path of routesOf(({ door }) => door === 'head' || door === 'coordination')) {
    await open(page, path);
    await expect(selector.first(), path).toBeVisible();
    if (path === 'secteurs') continue;
    await expect(named, path).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(named, `${path}, imprimé`).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  }
  await open(page, 'aujourdhui');
  await expect(page.getByText('Proposée, non enregistrée', { exact: true })).toBeVisible();
  await open(page, 'territoires/59014');
  await expect(page.getByText(new RegExp(`référent\\s; répartition\\s: ${name}`)).first()).toBeVisible();
  await expect(page.getByText(/\d{4}, réf\.\s\d+/).first()).toBeVisible();
  await open(page, 'seance');
  await expect(page.locator('a[href*="#plan="]').first()).toBeAttached();
  await expect(page.locator('a[href*="deplacements"][href*="repartition="]').first()).toBeAttached();

  // Back to today: so do they all.
  await open(page, 'secteurs');
  await selector.first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
  await expect(selector).toHaveCount(0);
  expect(await roads()).toEqual(today);
});
