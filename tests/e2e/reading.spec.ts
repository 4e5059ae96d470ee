// What readers change for themselves: the spacing of text. Nothing of the page is lost for it.
import { expect, test, type Page } from '@playwright/test';
import { ROUTES, open, withoutDatabase } from './page.ts';

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
      if (!around?.checkVisibility() || around.closest('.visually-hidden, [inert], option, noscript'))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, width } = (around.closest('svg') ? around : range).getBoundingClientRect();
      if (width === 0) continue;
      for (let box: Element | null = around; box; box = box.parentElement) {
        const { overflowX } = getComputedStyle(box);
        if (overflowX === 'auto' || overflowX === 'scroll') break;
        if (overflowX === 'visible') continue;
        const edge = box.getBoundingClientRect();
        if (left < edge.left - SLACK || right > edge.right + SLACK) cut.push(String(node.nodeValue).trim());
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

test('text spaced wide by its reader is not cut, and no page scrolls sideways for it', async ({ page }) => {
  for (const route of ROUTES) {
    await open(page, route);
    await page.evaluate((style) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, WIDE);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await cutWords(page), `/${route} at ${width}`).toEqual([]);
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(needed, `/${route} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});
