// One figure, one value: every page, print, note and file of the default scenario gives the same value to the same quantity.
import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
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
  await page.getByRole('button', { name: 'Exporter le plan' }).click();
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
