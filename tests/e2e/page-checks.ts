// What the census reads of an open page.
import type { Page } from '@playwright/test';

/** Text spaced wide: RGAA 10.12, WCAG 1.4.12. */
const WIDE = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** Words that a box hides a part of, and choices wider than their menu. */
export function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK = 3;
    const cut: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const around = node.parentElement;
      if (!node.nodeValue?.trim() || !around?.checkVisibility()) continue;
      // A river's name goes on beyond the border of a map.
      if (around.closest('.visually-hidden, #svelte-announcer, [inert], option, noscript, text.water'))
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
export const styledWords = (page: Page) =>
  page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].flatMap((rule) => {
        const content = rule instanceof CSSStyleRule ? rule.style.content : '';
        return /^["'].*[\p{L}\p{N}]/u.test(content) ? [content] : [];
      })
    )
  );

/** Lists that stand for maps, and their places, without a name or a state (RGAA 4.13). */
export const namelessPlaces = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('[role="listbox"], [role="option"]')].filter(
        (part) =>
          !(part.getAttribute('aria-label') ?? part.textContent).trim() ||
          (part.role === 'option' && !part.hasAttribute('aria-selected'))
      ).length
  );

/** Width that the page needs, in pixels: beyond its viewport, it scrolls sideways. */
export const neededWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Spaces the text of the page as a reader may. */
export const spaceWide = (page: Page) =>
  page.evaluate((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, WIDE);

/** Spaces it again as the page does. */
export const spaceAsItWas = (page: Page) =>
  page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  });

/** Cells of tables that are left out, and that the line of their row does not say either. */
export const hiddenCells = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main tbody :is(th, td)')]
      .filter((cell) => getComputedStyle(cell).display === 'none' && !cell.closest('.print-only, details'))
      .filter((cell) => {
        const said = cell.parentElement!.innerText;
        return !(cell.textContent.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => said.includes(word));
      })
      .map((cell) => cell.textContent)
  );

/** Tries scripts, styles and addresses that the site did not write; `true` where they had an effect. */
export const injected = (page: Page) =>
  page.evaluate(async () => {
    // A page that takes any text as a script, where browsers have Trusted Types, goes no further than here.
    const { trustedTypes } = window as { trustedTypes?: unknown };
    const refusesText = (put: () => void) => {
      try {
        put();
        return trustedTypes === undefined;
      } catch {
        return true;
      }
    };
    const inline = document.createElement('script');
    const text = 'window.injected = true';
    const refused =
      refusesText(() => (inline.textContent = text)) &&
      refusesText(() => (document.createElement('div').innerHTML = '<b></b>')) &&
      refusesText(() => void new Worker('data:text/javascript,')) &&
      refusesText(() => void new Worker('https://example.org/worker.js'));
    // Parsed as text, not set: the policy of scripts alone stands in its way.
    inline.append(text);
    const image = new Image();
    const refusedImage = new Promise((resolve) => {
      image.onload = () => resolve(false);
      image.onerror = () => resolve(true);
    });
    image.src = 'https://example.org/pixel.png';
    const style = document.createElement('style');
    style.textContent = 'body { visibility: hidden }';
    const handler = document.createElement('div');
    refusesText(() => handler.setAttribute('onclick', text));
    document.body.append(inline, style, handler);
    handler.click();
    const refusedFetch = await fetch('https://example.org/').then(
      () => false,
      () => true
    );
    // Later, so that the browser does not take it for the test's own script; what is awaited was put off after it.
    await new Promise((resolve) =>
      setTimeout(() => {
        refusesText(() => setTimeout(text, 0));
        setTimeout(resolve, 0);
      })
    );
    return {
      script: 'injected' in window,
      text: !refused,
      style: getComputedStyle(document.body).visibility === 'hidden',
      address: !refusedFetch || !(await refusedImage)
    };
  });
