// What a reader may act on in each page: the controls in sight at 1440 pixels when it opens, then with every fold and menu open. A control that
// is moved into a fold is not one that is taken away: the second count tells it. Marks of maps and charts are apart; a grid whose marks the arrows
// reach counts for the stops that Tab makes in it.
import type { Page } from '@playwright/test';
import { PAGES } from '../../src/lib/pages/register.ts';
import { openSites, type Site } from '../built-site.ts';
import { inTurn, measuredInTurn } from '../comparison.ts';
import type { Bench, Measurement } from '../measurement.ts';

/** Most controls in sight, by feature of the page. */
const MOST: Readonly<Record<string, number>> = {
  coverage: 40,
  programme: 30,
  demand: 35,
  sectors: 30,
  report: 25,
  meetings: 60,
  travel: 20
};
const CONTROLS = [
  ...['a[href]', 'button', 'input', 'select', 'textarea', 'summary'],
  ...['[role=slider]', '[role=tab]', '[role=radio]', '[tabindex="0"]']
].join(',');
/** Milliseconds until a page and its figures are at rest, and until what was opened is there. */
const [REST, OPENED] = [6000, 700];

const inSight = (page: Page): Promise<number> =>
  page.evaluate(
    (controls) =>
      [...document.querySelectorAll(`main :is(${controls})`)].filter(
        (one) => one.checkVisibility() && !one.closest('svg, [inert]') && !one.matches('[tabindex="-1"]')
      ).length,
    CONTROLS
  );

async function count({ address, newVisitor }: Site, route: string) {
  const visitor = await newVisitor({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  const page = await visitor.newPage();
  await page.goto(address + route);
  await page.waitForTimeout(REST);
  const first = await inSight(page);
  // Folds within folds, then menus: what each adds is added up, since one closes another.
  for (let round = 0; round < 3; round++) {
    await page.evaluate(() =>
      document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', ''))
    );
    await page.waitForTimeout(OPENED);
  }
  const unfolded = await inSight(page);
  let inMenus = 0;
  for (const menu of await page.locator('main button[aria-expanded=false]:visible').all()) {
    if (!(await menu.isVisible()) || !(await menu.isEnabled())) continue;
    await menu.evaluate((button: HTMLElement) => button.click());
    await page.waitForTimeout(OPENED);
    inMenus += Math.max(0, (await inSight(page)) - unfolded);
    await page.keyboard.press('Escape');
  }
  await visitor.close();
  return { first, all: unfolded + inMenus };
}

export const run: Bench = async ({ progress, against }) => {
  const sites = await openSites(against);
  const measurements: Measurement[] = [];
  for (const { path, feature } of PAGES) {
    if (!(feature in MOST)) continue;
    progress(`commandes de ${path}`);
    const counts = await inTurn(sites, { rounds: 1, warmUp: 0 }, (site) => count(site, path.slice(1)));
    const target = { at: 'median', most: MOST[feature]! } as const;
    measurements.push(
      measuredInTurn(`${path} à l’ouverture`, 'commandes', counts, ({ first }) => first, target)
    );
    measurements.push(measuredInTurn('  plis et menus ouverts', 'commandes', counts, ({ all }) => all));
  }
  return measurements;
};
