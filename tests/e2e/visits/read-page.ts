// Reads a page that stands open on a desk: its texts, its looks, by thumb, by ear. Each reading leaves the page as it found it, folds apart.
import type { Page } from '@playwright/test';
import { m } from '../messages.ts';
import { elementDefects } from '../../../scripts/reading/defects.ts';
import { pageTree } from '../../../scripts/reading/tree.ts';
import { axeFindings } from '../axe.ts';
import {
  cutWords,
  hiddenCells,
  namelessPlaces,
  neededWidth,
  spaceAsItWas,
  spaceWide,
  styledWords
} from '../page-checks.ts';
import { drawings, edgeless, labelsTwice, openFolds, smallTargets } from '../phone-checks.ts';
import { quiet } from '../quiet.ts';
import type { Desk, Head, Look, Narrow, Phone, Texts, Visit } from './record.ts';

export const DESK = { width: 1440, height: 900 };

/** Each width and each theme is read by axe once; `npm run soak` reads them in every pair. */
const THEMES: Readonly<Record<number, readonly ('light' | 'dark')[]>> = process.env.SOAK
  ? { 1440: ['light', 'dark'], 360: ['dark', 'light'] }
  : { 1440: ['light'], 360: ['dark'] };

export async function resize(page: Page, width: number, height = DESK.height): Promise<void> {
  await page.setViewportSize({ width, height });
  await quiet(page);
}

const textOf = (page: Page) =>
  page.evaluate(() => ({
    body: document.body.innerText,
    main: document.querySelector('main')?.innerText ?? ''
  }));

/** All of a page that a reader meets: texts, names, links, drawings. */
export const shownHtml = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll('script, style, noscript')) element.remove();
    return copy.outerHTML;
  });

/** On screen, then on paper. */
export async function readTexts(page: Page): Promise<Texts> {
  const screen = await textOf(page);
  await page.emulateMedia({ media: 'print' });
  await quiet(page);
  const paper = await textOf(page);
  const html = await shownHtml(page);
  await page.emulateMedia({ media: 'screen' });
  await quiet(page);
  return { ...screen, paper, html };
}

/** Its header, where it has the actions of a page. */
async function readHead(page: Page): Promise<Head | null> {
  const group = page.getByRole('group', { name: m.actions_group() });
  if ((await group.count()) === 0) return null;
  const [head, box] = [await page.locator('[data-page-head]').boundingBox(), await group.boundingBox()];
  return {
    height: head!.height,
    actions: await group.getByRole('button').allInnerTexts(),
    place: `${Math.round(box!.x)} ${Math.round(box!.y)}`
  };
}

/** At the width that it has, in its themes, then with its text spaced wide. */
async function readLook(page: Page, width: 1440 | 360): Promise<Look> {
  const axe: Look['axe'] = {};
  for (const colorScheme of THEMES[width]!) {
    await page.emulateMedia({ colorScheme });
    await quiet(page);
    axe[colorScheme] = await axeFindings(page);
  }
  const needed = await neededWidth(page);
  await spaceWide(page);
  await quiet(page);
  const spaced = { cut: await cutWords(page), width: await neededWidth(page) };
  await spaceAsItWas(page);
  return { axe, width: needed, spaced };
}

/** On a desk; on a small one too, where the header has the least room for the pages of its door. */
export async function readDesk(page: Page, isOfDoor: boolean): Promise<Desk> {
  const desk = {
    titles: await page.locator('h1').count(),
    siteMaps: await page.getByRole('contentinfo').getByRole('link', { name: m.plan_title() }).count(),
    styledWords: await styledWords(page),
    namelessPlaces: await namelessPlaces(page),
    head: await readHead(page),
    look: await readLook(page, 1440)
  };
  if (!isOfDoor) return { ...desk, smallHead: null };
  await resize(page, 1366, 768);
  const smallHead = await readHead(page);
  await resize(page, DESK.width);
  return { ...desk, smallHead };
}

/** At 320 px, then on a phone. */
export async function readNarrow(page: Page): Promise<Narrow> {
  await resize(page, 320);
  const [width, hidden] = [await neededWidth(page), await hiddenCells(page)];
  await resize(page, 360);
  return { width, hidden, look: await readLook(page, 360) };
}

/** Folds in folds in folds, and one that a page keeps shut. */
const DEEPEST = 4;

/** Opens all that is folded in the page, what is made on the way as well. */
async function openAllFolds(page: Page): Promise<void> {
  for (let round = 0; round < DEEPEST && (await openFolds(page)) > 0; round++) await quiet(page);
}

/** What a screen reader is given of all that a page holds, its folds and its menus open. */
export async function readByEar(page: Page): Promise<Visit['reader']> {
  await openAllFolds(page);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  await quiet(page);
  const reader = { tree: await pageTree(page), elements: await elementDefects(page) };
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = false;
  });
  return reader;
}

/** On a phone, by thumb, the folds of the page open. */
export async function readByThumb(page: Page): Promise<Phone> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await resize(page, 360);
  await openAllFolds(page);
  const phone: Phone = {
    width: await neededWidth(page),
    edges: await edgeless(page),
    labels: await labelsTwice(page),
    targets: await smallTargets(page),
    drawings: await drawings(page),
    menuTargets: []
  };
  const menu = page.getByText(m.shell_menu(), { exact: true });
  if ((await menu.count()) > 0) {
    await menu.click();
    phone.menuTargets = await smallTargets(page, '.drawer');
  }
  await session.detach();
  return phone;
}
