// Each page of the register, opened once: what no page may lack, whatever it says.
import { expect, test as watched } from '@playwright/test';
import { axeFindings } from './axe.ts';
import { FRAMED, ROUTES, liveMap, mapped, mapSettled, nextFrame, open, withoutDatabase } from './page.ts';
import { cutWords, injected, namelessPlaces, neededWidth, spaceWide, styledWords } from './page-checks.ts';
import { violations } from './policy.ts';
import { keptWhole } from './site-server.ts';
import { test } from './test.ts';
import { NOTHING_KEPT, keptOf, startWatch } from './watch.ts';

const soft = expect.configure({ soft: true });
const eventually = expect.configure({ soft: true, timeout: 10_000 });
/** Each width and each theme is read by axe once; `npm run soak` reads them in every pair. */
const LOOKS = [
  [1440, 'light'],
  [360, 'dark'],
  ...(process.env.SOAK
    ? ([
        [1440, 'dark'],
        [360, 'light']
      ] as const)
    : [])
] as const;

test.describe('a page', () => {
  test.beforeEach(withoutDatabase);

  for (const route of ROUTES) {
    test(`/${route} is read by all: axe finds nothing, no width nor spacing cuts its words, and it takes no stranger's script${mapped(route) ? ' @map' : ''}`, async ({
      page
    }) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, route);
      if (mapped(route)) await mapSettled(page);
      soft(await page.locator('h1').count(), 'one title').toBe(1);
      soft(await styledWords(page), 'words of a style').toEqual([]);
      soft(await namelessPlaces(page), 'places without a name').toBe(0);
      const foot = page.getByRole('contentinfo').getByRole('link', { name: 'Plan du site' });
      soft(await foot.count(), 'the site map').toBe(route === FRAMED ? 0 : 1);
      for (const [width, colorScheme] of LOOKS) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await nextFrame(page);
        // What follows the width, a table's box or a map, does it a few frames later.
        await eventually
          .poll(() => axeFindings(page), { message: `axe, ${width} ${colorScheme}` })
          .toEqual([]);
        soft(await neededWidth(page), `sideways at ${width}`).toBeLessThanOrEqual(width);
      }
      await page.setViewportSize({ width: 320, height: 900 });
      await nextFrame(page);
      // A map follows the page's width a few frames later.
      await eventually.poll(() => neededWidth(page), { message: 'sideways at 320' }).toBeLessThanOrEqual(320);
      await spaceWide(page);
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await nextFrame(page);
        await eventually.poll(() => cutWords(page), { message: `cut, spaced wide at ${width}` }).toEqual([]);
        soft(await neededWidth(page), `sideways, spaced wide at ${width}`).toBeLessThanOrEqual(width);
      }
      soft(faults, 'errors of the page').toEqual([]);
      soft(await injected(page), 'what the site did not write').toEqual({
        script: false,
        text: false,
        style: false,
        address: false
      });
    });
  }
});

const half = Math.ceil(ROUTES.length / 2);
for (const routes of [ROUTES.slice(0, half), ROUTES.slice(half)]) {
  watched(
    `after one visit ${routes.map((route) => `/${route}`).join(', ')} work with the server stopped; nothing leaves the origin, nothing is kept about the reader, and no rule of the policy is broken`,
    async ({ browser }) => {
      watched.setTimeout(300_000);
      const watch = await startWatch();
      const context = await browser.newContext(watch.options);
      const asked: string[] = [];
      context.on('request', (request) => asked.push(request.url()));
      const page = await context.newPage();
      const refused = await violations(page);
      const look = async (route: string) => {
        await open(page, `${watch.address}${route}`);
        await expect(page.locator('h1')).toHaveCount(1);
        await expect(page.locator('main')).not.toBeEmpty();
        if (route !== FRAMED) {
          await page.keyboard.press('?');
          await expect(page.getByRole('dialog')).toBeVisible();
          await page.keyboard.press('Escape');
        }
        if (mapped(route)) {
          await liveMap(page);
          await page.locator('[data-map-state]').first().hover();
          await page.mouse.wheel(0, -200);
        }
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      };
      await look(routes[0]!);
      await keptWhole(page);
      for (const route of routes) await look(route);
      await watch.stopSite();
      await expect(fetch(watch.address)).rejects.toThrow();
      for (const route of routes) await look(route);
      expect(refused).toEqual([]);
      expect(watch.strangers).toEqual([]);
      const away = asked.filter((url) => !url.startsWith(watch.address) && !/^(data|blob):/.test(url));
      expect(away).toEqual([]);
      expect(asked.length).toBeGreaterThan(routes.length * 3);
      expect(await keptOf(page, context)).toEqual(NOTHING_KEPT);
      await context.close();
      await watch.close();
    }
  );
}
