// What readers change for themselves, width, spacing, style, pointer: nothing of the page is lost for it.
import { expect, test, type Page } from './test.ts';
import { ROUTES, mapSettled, nextFrame, open, withoutDatabase } from './page.ts';

test.beforeEach(withoutDatabase);

/** RGAA 10.12, WCAG 1.4.12. */
const WIDE = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** Words that a box hides a part of, and choices wider than their menu. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 3;
    const cut: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const around = node.parentElement;
      if (!node.nodeValue?.trim() || !around?.checkVisibility()) continue;
      if (around.closest('.visually-hidden, [inert], option, noscript')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, width } = (around.closest('svg') ? around : range).getBoundingClientRect();
      if (width === 0) continue;
      for (let box: Element | null = around; box; box = box.parentElement) {
        const { overflowX } = getComputedStyle(box);
        if (overflowX === 'auto' || overflowX === 'scroll') break;
        if (overflowX === 'visible') continue;
        const edge = box.getBoundingClientRect();
        if (left < edge.left - SLACK || right > edge.right + SLACK) cut.push(node.nodeValue.trim());
      }
    }
    for (const menu of document.querySelectorAll('select')) {
      if (!menu.checkVisibility()) continue;
      const { fontFamily, fontSize, fontWeight, letterSpacing, paddingLeft, paddingRight } =
        getComputedStyle(menu);
      const choice = document.body.appendChild(document.createElement('span'));
      choice.textContent = menu.selectedOptions[0]?.label ?? '';
      Object.assign(choice.style, { position: 'absolute', whiteSpace: 'pre' });
      Object.assign(choice.style, { fontFamily, fontSize, fontWeight });
      choice.style.setProperty('letter-spacing', letterSpacing, 'important');
      const room = menu.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      if (choice.offsetWidth > room + SLACK) cut.push(choice.textContent);
      choice.remove();
    }
    return cut;
  });
}

/** Content that a style sheet alone would say: it would be lost without it (RGAA 10.2). */
const styledWords = (page: Page) =>
  page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].flatMap((rule) => {
        const content = rule instanceof CSSStyleRule ? rule.style.content : '';
        return /^["'].*[\p{L}\p{N}]/u.test(content) ? [content] : [];
      })
    )
  );

/** Lists that stand for maps, and their places, without a name or a state (RGAA 4.13). */
const namelessPlaces = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('[role="listbox"], [role="option"]')].filter(
        (part) =>
          !(part.getAttribute('aria-label') ?? part.textContent).trim() ||
          (part.role === 'option' && !part.hasAttribute('aria-selected'))
      ).length
  );

const eventually = expect.configure({ soft: true, timeout: 5_000 });
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('no page scrolls sideways at 320 px nor with text spaced wide, which is not cut; none says anything by style alone', async ({
  page
}) => {
  for (const route of ROUTES) {
    await page.setViewportSize({ width: 320, height: 900 });
    await open(page, route);
    expect.soft(await sideways(page), `/${route} at 320`).toBeLessThanOrEqual(320);
    expect.soft(await styledWords(page), `/${route}: words of a style`).toEqual([]);
    expect.soft(await namelessPlaces(page), `/${route}: places without a name`).toBe(0);
    const foot = page.getByRole('contentinfo').getByRole('link', { name: 'Plan du site' });
    expect.soft(await foot.count(), `/${route}: the site map`).toBe(1);
    await page.evaluate((style) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, WIDE);
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await nextFrame(page);
      // A map that is about to stand follows the page's width a few frames later.
      await eventually.poll(() => cutWords(page), { message: `/${route} at ${width}` }).toEqual([]);
      expect.soft(await sideways(page), `/${route} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});

test('what a map says of a place waits for the mouse and goes with Échap; a panel opened by key takes the focus', async ({
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
  const visit = page.getByRole('spinbutton', { name: 'Durée d’une visite' });
  await visit.fill('900');
  await visit.press('Enter');
  await expect(visit).toHaveValue('240');
  await expect(page.getByText('Au plus 240 : la valeur a été ramenée à 240.')).toBeVisible();
  await expect(visit).toHaveAccessibleDescription(/De 0 à 240\./);

  await page.setViewportSize({ width: 320, height: 700 });
  for (const route of ['programme', 'secteurs', 'ecoles']) {
    await open(page, route);
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main :is(th, td)')]
        .filter((cell) => getComputedStyle(cell).display === 'none' && !cell.closest('.print-only, details'))
        .map((cell) => cell.innerText)
    );
    expect(hidden, route).toEqual([]);
  }

  await open(page, 'programme');
  await page.getByText('Menu', { exact: true }).click();
  await page.getByRole('button', { name: 'English' }).last().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(
    page.locator('[lang="fr"]', { hasText: 'Équipe de réussite éducative' }).first()
  ).toBeAttached();
});
