// What a thumb needs of an open page: targets of 44 px, an edge on what goes on sideways.
import type { Page } from '@playwright/test';

/** Opens what is folded in the page; some parts are made when they are first opened. @returns how many there were */
export const openFolds = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const closed = document.querySelectorAll<HTMLDetailsElement>('main details:not([open])');
    for (const fold of closed) fold.open = true;
    return closed.length;
  });

/**
 * What can be pressed and answers on less than 44 by 44 px (WCAG 2.5.5): a point is the target's when what is on top there is in it, in its label
 * or in its row. Left out, as the rule does: links in a sentence, places on a map or a chart, whose place is what they say, and what stands above the page
 * until the keyboard reaches it.
 */
export const smallTargets = (page: Page, within = 'body') =>
  page.evaluate((part) => {
    const REACH = 21;
    const PRESSED = `${part} :is(a[href], button, input, select, textarea, summary, [role="slider"], [role="switch"], [role="tab"])`;
    const ofSentence = (link: Element) => {
      if (getComputedStyle(link).display !== 'inline') return false;
      let block = link.parentElement!;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement!;
      const words = (element: Element) => element.textContent.replace(/[\s·,;.]/g, '').length;
      return words(block) > words(link);
    };
    const small: string[] = [];
    for (const target of document.querySelectorAll<HTMLElement>(PRESSED)) {
      if (target.closest('svg, [role="listbox"], [inert], .visually-hidden, [aria-hidden="true"]')) continue;
      if (target.matches(':disabled, [tabindex="-1"]:not([data-line])') || !target.checkVisibility())
        continue;
      if (ofSentence(target)) continue;
      const labels = 'labels' in target ? [...(target as HTMLInputElement).labels!] : [];
      const row = target.closest('tr.choosable');
      const ticked = target.matches('[type="checkbox"], [type="radio"]') && labels[0];
      const area = ticked || target;
      area.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { left, top, width, height } = area.getBoundingClientRect();
      if (width === 0 || height === 0 || top + height <= 0) continue;
      const [x, y] = [left + width / 2, top + height / 2];
      const missed = [
        ['above', x, y - REACH],
        ['below', x, y + REACH],
        ['left', x - REACH, y],
        ['right', x + REACH, y]
      ].filter(([, px, py]) => {
        const hit = document.elementFromPoint(px as number, py as number);
        return ![target, row, ...labels].some((one) => one?.contains(hit));
      });
      if (missed.length > 0) {
        const name = target.getAttribute('aria-label') ?? (labels[0] ?? target).textContent;
        const where = target.closest('[class]:not(a, button, input)')?.className ?? '';
        small.push(
          `${target.localName}.${target.className || where} « ${name.trim().replace(/\s+/g, ' ').slice(0, 40)} » ${Math.round(width)}x${Math.round(height)} ${missed.map(([side]) => side).join(' ')}`
        );
      }
    }
    scrollTo(0, 0);
    return small;
  }, within);

/** Boxes that go on sideways without an edge that says so, and tables that lose the names of their rows as they scroll. */
export const edgeless = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowX) && box.checkVisibility())
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .flatMap((box) => {
        const name = box.querySelector('caption')?.textContent ?? box.className;
        const edge =
          box.matches('[data-more-after], [data-more-before]') && getComputedStyle(box).boxShadow !== 'none';
        const head = box.querySelector('tbody tr > :first-child');
        const kept = !head || getComputedStyle(head).position === 'sticky';
        const over = `${box.scrollWidth} > ${box.clientWidth}`;
        // A few pixels are no reason to scroll.
        const isForNothing = box.scrollWidth < box.clientWidth + 8;
        return [
          ...(isForNothing ? [`${name}: goes on by nothing, ${over}`] : []),
          ...(edge ? [] : [`${name}: no edge, ${over}`]),
          ...(kept ? [] : [`${name}: names go, ${over}`])
        ];
      })
  );

/** Cells of cards whose words begin as their label does: « École École Jules Ferry ». */
export const labelsTwice = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main td[data-label]')]
      .filter((cell) => cell.checkVisibility())
      .map((cell) => [cell.dataset['label']!, cell.innerText.trim()] as const)
      .filter(([label, words]) => words.startsWith(`${label} `))
      .map(([label, words]) => `${label} ${words}`)
  );

/** Drawings with words, and those that are cut by the screen, drawn smaller than they are written, or whose years touch. */
export const drawings = (page: Page): Promise<{ count: number; bad: string[] }> =>
  page.evaluate(() => {
    const LEAST_SCALE = 0.9;
    const GAP = 6;
    const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')];
    const bad = figures.flatMap((figure) => {
      const name = figure.dataset['figure'] ?? '';
      const drawing = [...figure.querySelectorAll('svg')].find((svg) => svg.checkVisibility());
      if (!drawing) return [`${name}: not drawn`];
      const { right, width } = drawing.getBoundingClientRect();
      const scale = width / drawing.viewBox.baseVal.width;
      const years = [...drawing.querySelectorAll('[aria-label="x-axis tick label"] text')]
        .map((text) => text.getBoundingClientRect())
        .sort((one, other) => one.left - other.left);
      const gap = Math.min(...years.slice(1).map(({ left }, at) => left - years[at]!.right));
      return [
        ...(right > innerWidth ? [`${name}: cut at the right`] : []),
        ...(scale < LEAST_SCALE ? [`${name}: drawn at ${scale.toFixed(2)}`] : []),
        ...(gap < GAP ? [`${name}: years ${gap.toFixed(1)} px apart`] : [])
      ];
    });
    return { count: figures.length, bad };
  });
