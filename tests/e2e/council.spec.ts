// A story is set, shown with a remote, left for the live site and found again, and taken away in a file that asks for nothing; a view stands in another page.
import { expect, test, type Page } from './test.ts';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { axeFindings } from './axe.ts';
import { m } from './messages.ts';
import { follow, open, pageAction } from './page.ts';

const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('maillage.seance')));
const edit = (page: Page) => page.getByText(m.council_edit()).click();
const deck = (page: Page) => page.getByRole('dialog', { name: m.council_deck() });
const titles = (page: Page) => page.getByLabel(m.council_step_title(), { exact: true });
const steps = (page: Page) => page.locator('ol > li');
const at = (step: number) => m.council_step_of({ step, total: 7 });
const WAITING = m.council_story_waiting({ count: 11, Words: 'Onze' });

test('a story is set, kept only when asked, shown with the keyboard and a remote, left for the live page and back, and printed two steps a sheet', async ({
  page
}, info) => {
  await open(page, 'seance');
  await expect(steps(page)).toHaveCount(7);
  expect(await kept(page)).toEqual([]);
  // Ready to project: one view is shown, another at the click of its title, and the editor is folded.
  await expect(page.locator('.map-sheet').locator('visible=true')).toHaveCount(1);
  await page.getByRole('button', { name: `3 ${WAITING}` }).click();
  await expect(page.getByRole('heading', { name: WAITING, exact: true })).toBeVisible();
  await expect(titles(page).locator('visible=true')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(m.council_edit())).toBeHidden();
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(4);
  await edit(page);
  await expect(page.locator('ol .map-sheet').locator('visible=true')).toHaveCount(1);
  await titles(page).first().fill('Le point de départ');
  await page.getByRole('button', { name: m.council_step_down({ step: 1 }) }).click();
  await page.getByRole('button', { name: m.council_step_up({ step: 2 }) }).click();
  await page.getByText(`3. ${WAITING}`).click();
  await expect(titles(page).locator('visible=true')).toHaveCount(1);
  await expect(titles(page).locator('visible=true')).toHaveValue(WAITING);
  await expect(page.locator('main')).not.toContainText('moment=');

  await page.getByRole('button', { name: m.council_start() }).click();
  await expect(deck(page)).toContainText('Le point de départ');
  await expect(deck(page)).toBeFocused();
  expect(await axeFindings(page, '.deck')).toEqual([]);
  const smallest = await deck(page)
    .locator('svg.map-sheet')
    .evaluate((map) =>
      Math.min(
        ...[...map.querySelectorAll('text')]
          .filter((text) => text.textContent?.trim())
          .map((text) => {
            const scale = text.getScreenCTM()!;
            return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(scale.a, scale.b);
          })
      )
    );
  expect(smallest).toBeGreaterThanOrEqual(11.5);
  for (const key of ['PageDown', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  await expect(deck(page)).toContainText(at(4));
  await expect(deck(page)).toContainText(m.council_story_demand());
  await expect(deck(page)).toContainText(/environ \d+ enfants, entre \d+ et \d+, huit années sur dix\./);
  // One figure beside the chart, and nothing of any view under the bar.
  await expect(deck(page).locator('dd')).toHaveCount(1);
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 1280, height: 720 });
  for (let step = 1; step <= 7; step++) {
    await page.keyboard.press(step === 1 ? 'Home' : 'PageDown');
    await expect(deck(page)).toContainText(at(step));
    await expect
      .poll(() => deck(page).evaluate((box) => box.scrollHeight - box.clientHeight), { message: at(step) })
      .toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(size);
  await page.keyboard.press('End');
  await expect(deck(page)).toContainText(/692\s734/);
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('v');
  await expect(page).toHaveURL(/\/\?moment=evolution&de=2021-2022&seance=2/);
  await page.getByLabel(new RegExp(`^${m.change_from()}`)).selectOption('2023-2024');
  await expect(page).toHaveURL(/seance=2/);
  await page.getByRole('link', { name: m.council_back({ step: 2 }) }).click();
  await expect(deck(page)).toContainText(at(2));
  await page.keyboard.press('Escape');
  await expect(deck(page)).toHaveCount(0);
  await expect(titles(page).first()).toHaveValue('Le point de départ');
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog')).toContainText(m.council_key_live());
  await page.keyboard.press('Escape');

  await edit(page);
  await page.getByLabel(m.council_add_address()).fill('/?annee=2023-2024&vue=quartiers');
  await page.getByRole('button', { name: m.council_add_do(), exact: true }).click();
  await expect(steps(page)).toHaveCount(8);
  expect(await kept(page)).toEqual([]);
  const keep = page.getByLabel(m.council_keep());
  await keep.check();
  await page.reload();
  await expect(steps(page)).toHaveCount(8);
  await edit(page);
  await keep.uncheck();
  expect(await kept(page)).toEqual([]);

  const path = info.outputPath('autre.json');
  const others = [{ address: '/', title: 'A', text: '' }];
  writeFileSync(
    path,
    JSON.stringify({
      format: 'maillage-seance',
      version: 1,
      territory: '200093201',
      title: '',
      steps: others
    })
  );
  await page.getByLabel(m.council_open_file()).setInputFiles(path);
  await expect(page.locator('main')).toContainText('cette présentation raconte un autre territoire');
  await expect(steps(page)).toHaveCount(8);
});

test('a story is taken away as one page that works from a file, without a request', async ({
  page,
  context
}, info) => {
  await open(page, 'seance');
  const saving = page.waitForEvent('download');
  await pageAction(page, 'Exporter');
  await page.getByRole('button', { name: m.council_export() }).click();
  const path = info.outputPath('seance.html');
  await (await saving).saveAs(path);
  await context.setOffline(true);
  const file = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  file.on('request', (request) => asked.push(request.url()));
  file.on('console', (message) => said.push(message.text()));
  await file.goto(pathToFileURL(path).href);
  await expect(file.locator('.slide.on svg').first()).toBeVisible();
  for (const key of ['PageDown', 'Space', 'ArrowRight']) await file.keyboard.press(key);
  await expect(file.locator('output')).toHaveText(at(4));
  await expect(file.locator('.slide.on h2')).toHaveText(m.council_story_demand());
  const fonts = await file.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].map(({ status }) => status);
  });
  expect(fonts).toEqual(['loaded']);
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(path).href]);
  expect(said).toEqual([]);
});

test('views are shared: changes, a plan of sectors and journeys stand in another page as their own pages show them, the map is saved as an image', async ({
  page,
  request
}) => {
  const headers = (await request.get('carte')).headers();
  expect(headers['content-security-policy']).toContain('frame-ancestors *');
  expect(headers['x-frame-options']).toBeUndefined();
  expect((await request.get('programme')).headers()['x-frame-options']).toBe('DENY');

  const { territory, posts, schools, assignment } = (await (
    await request.get('graph/split.json')
  ).json()) as {
    territory: string;
    posts: { id: string }[];
    schools: { uai: string }[];
    assignment: Record<string, string>;
  };
  const signs = schools
    .map(({ uai }) => uai)
    .sort()
    .map((uai) => posts.findIndex(({ id }) => id === assignment[uai]));
  signs[signs.indexOf(0)] = 5;
  const plan = signs.map((post) => (post < 0 ? '-' : String(post))).join('');
  const count = (post: number) => signs.filter((one) => one === post).length;

  const codes: string[] = [];
  const takeCode = async () => {
    // Until its panel has come, the button copies the link.
    const share = page.getByRole('button', { name: 'Partager', exact: true });
    await expect(share).toHaveAttribute('aria-haspopup', 'dialog');
    await share.click();
    codes.push(await page.getByRole('dialog').locator('textarea').inputValue());
  };
  await open(page, '?moment=evolution&de=2021-2022&lieu=59606');
  await takeCode();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: m.share_png() }).click();
  expect((await saving).suggestedFilename()).toBe(`${m.share_file_name()}.png`);
  await page.keyboard.press('Escape');
  await follow(page, `/secteurs#plan=${territory}.${plan}.${'-'.repeat(posts.length)}`);
  await expect(page.locator('h1')).toContainText(m.sectors_title());
  await takeCode();
  await page.keyboard.press('Escape');
  await follow(page, '/deplacements?mode=velo&origine=59606');
  await expect(page.locator('h1')).toContainText(m.travel_title());
  await takeCode();
  codes.push(codes[1]!.replace(territory, '999999999'), codes[0]!.replace('moment=evolution', 'page=nulle'));

  const elsewhere = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Ailleurs</title>${codes.join('')}`);
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const [changes, sectors, journeys, foreign, unknown] = [0, 1, 2, 3, 4].map((frame) =>
    page.locator('iframe').nth(frame).contentFrame()
  ) as [ReturnType<Page['frameLocator']>, ...ReturnType<Page['frameLocator']>[]];
  await expect(changes.locator('h1')).toContainText('Différence entre 2021-2022');
  await expect(changes.locator('h1')).toContainText('· Valenciennes');
  await expect(changes.locator('header')).toHaveCount(0);
  await expect(sectors!.locator('h1')).toHaveText(m.council_sectors_plan());
  for (const post of [0, 5])
    await expect(sectors!.locator('.map-sheet')).toContainText(
      new RegExp(`Référent ${post + 1}\\s:\\s${count(post)} `)
    );
  await expect(journeys!.locator('h1')).toHaveText(
    m.travel_around_title({ place: 'Valenciennes', mode: m.travel_by_bike() })
  );
  await expect(journeys!.locator('.map-sheet')).toContainText('moins de 5');
  await expect(journeys!.locator('main')).not.toContainText(m.share_framed_working());
  await expect(foreign!.locator('main')).toContainText('répartition d’un autre territoire');
  await expect(unknown!.locator('h1')).toHaveText(m.share_framed_unknown());
  elsewhere.close();
});
