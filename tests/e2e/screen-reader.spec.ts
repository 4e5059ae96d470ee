// What a screen reader is told of what changes without a move of focus, and where the focus goes. What it is given of each page is in
// `judged/screen-reader.spec.ts`.
import { expect, test, type Page } from './test.ts';
import { open, pageAction, routesOf, withoutDatabase } from './page.ts';
import { m } from './messages.ts';

test.beforeEach(withoutDatabase);

const routeOf = (name: string): string => routesOf(({ feature }) => feature === name)[0]!;

/** Notes what live regions say from now on. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const LIVE = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], output';
    new MutationObserver((changes) => {
      const regions = new Set(
        changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(LIVE)
        )
      );
      for (const region of regions) {
        const words = region?.textContent.replace(/\s+/g, ' ').trim();
        if (words) heard.push(words);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
const heard = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

test('a change of filter is told once, by the sentence of the page', async ({ page }) => {
  const filters: readonly [string, (page: Page) => Promise<unknown>][] = [
    ['', () => page.getByRole('combobox', { name: m.coverage_level() }).selectOption('elementaire')],
    [
      routeOf('programme'),
      () => page.getByRole('combobox', { name: m.programme_level() }).selectOption('communal')
    ],
    [routeOf('demand'), () => page.getByRole('slider').first().press('ArrowLeft')],
    ['?moment=evolution', () => page.getByRole('combobox', { name: 'De' }).first().selectOption('2021-2022')]
  ];
  for (const [route, choose] of filters) {
    await open(page, route);
    const sentence = page.locator('main p.voice').first();
    const before = await sentence.textContent();
    await listen(page);
    await choose(page);
    await expect(sentence).not.toHaveText(before!);
    const words = (await sentence.textContent())!.replace(/\s+/g, ' ').trim();
    await expect
      .poll(async () => (await heard(page)).filter((said) => said === words), route)
      .toHaveLength(1);
    const said = await heard(page);
    expect(said, route).toEqual([...new Set(said)]);
  }
});

test('the focus comes back to what opened a panel, and a followed link leads to the page it names', async ({
  page
}) => {
  await open(page, routeOf('report'));
  await expect(page.getByText(/^380 dossiers fictifs/)).toBeVisible();
  await pageAction(page, 'Exporter');
  const exports = page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'Exporter' });
  await expect(exports).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(exports).toHaveAttribute('aria-expanded', 'false');
  await expect(exports).toBeFocused();
  const help = page.getByRole('button', { name: /^Raccourcis clavier/ });
  await help.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeFocused();
  // A button that goes with what it takes away leaves the focus beside it.
  await page.getByRole('button', { name: 'Retirer', exact: true }).press('Enter');
  await expect(page.getByRole('link', { name: m.report_cases_choose() })).toBeFocused();
  await page.getByRole('button', { name: /^Clore l’année/ }).press('Enter');
  await expect(page.getByRole('button', { name: 'Rouvrir' })).toBeFocused();
  await listen(page);
  await page
    .getByRole('link', { name: new RegExp(`^${m.shell_nav_waiting()}`) })
    .first()
    .press('Enter');
  await expect(page.locator('h1')).toContainText(m.shell_nav_waiting());
  await expect.poll(async () => (await heard(page)).join()).toContain(m.shell_nav_waiting());
  // The next stop of Tab is at the top of the page, not where the former one was.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
});
