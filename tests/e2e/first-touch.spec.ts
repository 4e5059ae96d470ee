// The map before anyone moves it, and as it wakes: the drawing answers at once, and MapLibre takes its place where it stands.
import { m } from './messages.ts';
import { expect, test, type Page } from './test.ts';
import { liveMap, mapSettled, open, withoutDatabase } from './page.ts';

test.beforeEach(withoutDatabase);

/** Scripts and workers of MapLibre that a page asks for. */
function watchMapLibre(page: Page): string[] {
  const asked: string[] = [];
  page.on('response', async (response) => {
    if (!/\.m?js$/.test(new URL(response.url()).pathname)) return;
    const text = await response.text().catch(() => '');
    if (/maplibregl-canvas|maplibre-gl-worker/.test(text) || /maplibre/.test(response.url()))
      asked.push(response.url());
  });
  return asked;
}

const state = (page: Page) => page.locator('[data-map-state]').first();
const frame = (page: Page) => page.locator('.scene-map .frame').first();

/** Where names stand on the map, drawn or live: pixels of the page. */
const names = (page: Page): Promise<Record<string, [number, number]>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.scene-map .drawing svg .labels text')].map((one) => {
        const { x, y } = one.getBoundingClientRect();
        return [one.textContent!.trim(), [x, y]];
      })
    )
  );

/** The middles of schools that wait, as the drawing shows them: pixels of the frame. */
const waiting = (page: Page): Promise<[number, number][]> =>
  frame(page).evaluate((box) => {
    const { left, top, width, height } = box.getBoundingClientRect();
    return [...box.querySelectorAll('.drawing > svg g[fill="var(--accent)"] > *')]
      .map((one) => one.getBoundingClientRect())
      .map((one): [number, number] => [one.x + one.width / 2 - left, one.y + one.height / 2 - top])
      .filter(([x, y]) => x > 240 && y > 20 && x < width - 160 && y < height - 100);
  });

/** Of the points of the frame, those at which the live map's own pixels are red, a few pixels around counted. */
const red = (page: Page, points: [number, number][]): Promise<boolean[]> =>
  page.evaluate((all) => {
    const canvas = document.querySelector<HTMLCanvasElement>('.scene-map canvas')!;
    const gl = canvas.getContext('webgl2')!;
    const dense = canvas.width / canvas.clientWidth;
    const pixel = new Uint8Array(4);
    return all.map(([x, y]) => {
      for (let dx = -2; dx <= 2; dx += 1)
        for (let dy = -2; dy <= 2; dy += 1) {
          gl.readPixels(
            Math.round((x + dx) * dense),
            Math.round(canvas.height - (y + dy) * dense),
            1,
            1,
            gl.RGBA,
            gl.UNSIGNED_BYTE,
            pixel
          );
          if (pixel[0]! > 150 && pixel[1]! < 110) return true;
        }
      return false;
    });
  }, points);

test('before any touch the drawn map answers mouse, click, keyboard and filters, and nothing of MapLibre is asked for @map', async ({
  page
}) => {
  const asked = watchMapLibre(page);
  await open(page);
  await mapSettled(page);
  await expect(page.getByRole('button', { name: m.map_zoom_in() })).toBeVisible();
  const words = page.locator('[data-tooltip]');
  const [spot] = await waiting(page);
  await frame(page).hover({ position: { x: spot![0], y: spot![1] } });
  await expect(words).toContainText('attente');
  await page.mouse.click(...(await middleOf(page, spot!)));
  await expect(page).toHaveURL(/ecole=/);
  await page.keyboard.press('Escape');
  await page.locator('.map .places').focus();
  await page.keyboard.press('ArrowRight');
  await expect(words).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&](lieu|ecole)=/);
  await page.goto('?vue=communes');
  await mapSettled(page);
  const fills = () =>
    page
      .locator('.drawing > svg path[fill^="var(--ramp"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('fill')).join());
  const before = await fills();
  await page.getByRole('combobox', { name: m.coverage_level() }).selectOption('elementaire');
  await expect.poll(fills).not.toBe(before);
  await expect(state(page)).toHaveAttribute('data-map-state', 'drawn');
  expect(asked).toEqual([]);
  await liveMap(page);
  expect(asked.length, 'the watch would have seen it').toBeGreaterThan(0);
});

interface Seen {
  dimmed: boolean;
  fills: string;
}

test('a filter chosen at once: the map is said to answer once it has its colours, and what does not follow yet is dimmed @map', async ({
  page
}) => {
  const fills = () =>
    [...document.querySelectorAll('.drawing > svg[role="img"] path[fill^="var(--ramp"]')]
      .map((one) => one.getAttribute('fill'))
      .join();
  await open(page, '?vue=communes');
  await mapSettled(page);
  const unfiltered = await page.evaluate(fills);
  await page.addInitScript(`(() => {
    const seen = (globalThis.seen = { dimmed: false, fills: '' });
    const fills = ${fills.toString()};
    const watched = { subtree: true, attributeFilter: ['data-ready', 'data-map-state', 'class'] };
    new MutationObserver((changes) => {
      for (const { target, attributeName: name } of changes) {
        if (name === 'data-ready') {
          const level = document.querySelector('.filters select:has([value="elementaire"])');
          level.value = 'elementaire';
          level.dispatchEvent(new Event('change', { bubbles: true }));
        }
        if (name === 'data-map-state' && target.dataset.mapState === 'drawn') seen.fills ||= fills();
        if (name === 'class') seen.dimmed ||= document.querySelector('.table > .outdated') !== null;
      }
    }).observe(document, watched);
  })()`);
  await page.reload();
  await mapSettled(page);
  await expect(page).toHaveURL(/niveau=/);
  await expect(page.locator('.outdated')).toHaveCount(0);
  await expect(page.locator('.drawing svg .labels text').first()).toBeVisible();
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  expect(seen).toEqual({ dimmed: true, fills: await page.evaluate(fills) });
  expect(seen.fills).not.toBe(unfiltered);
});

/** Pixels of the page at a point of the frame. */
async function middleOf(page: Page, [x, y]: [number, number]): Promise<[number, number]> {
  const box = (await frame(page).boundingBox())!;
  return [box.x + x, box.y + y];
}

test('the button « + », the wheel with Ctrl and a drag move the drawing at once, and the live map takes its place without a jump @map', async ({
  page
}) => {
  // Held until the drawing has been looked at.
  let come = () => {};
  const looked = new Promise<void>((resolve) => (come = resolve));
  await page.route(/\.m?js$/, async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('maplibregl-canvas')) await looked;
    await route.fulfill({ response });
  });
  await open(page);
  await mapSettled(page);
  /** Waits until the names have gone elsewhere. */
  const moves = async (gesture: () => Promise<void>) => {
    const before = JSON.stringify(await names(page));
    await gesture();
    await expect.poll(async () => JSON.stringify(await names(page))).not.toBe(before);
    await expect(state(page)).toHaveAttribute('data-map-state', 'waking');
  };
  await moves(() => page.getByRole('button', { name: m.map_zoom_in() }).click());
  await moves(async () => {
    await page.mouse.move(...(await middleOf(page, [320, 380])));
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -150);
    await page.keyboard.up('Control');
  });
  await moves(async () => {
    const [x, y] = await middleOf(page, [320, 380]);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 50, y - 30, { steps: 4 });
    await page.mouse.up();
  });
  const [drawn, spots] = [await names(page), await waiting(page)];
  expect(spots.length).toBeGreaterThan(1);
  come();
  await page.locator('[data-map-state="live"]').waitFor({ timeout: 60_000 });
  const live = await names(page);
  const both = Object.keys(drawn).filter((name) => name in live);
  expect(both.length).toBeGreaterThan(5);
  for (const name of both) {
    const [[x, y], [toX, toY]] = [drawn[name]!, live[name]!];
    expect(Math.hypot(toX - x, toY - y), name).toBeLessThanOrEqual(2);
  }
  expect(await red(page, spots)).toEqual(spots.map(() => true));
});

test('a tap chooses on the drawn map, and one finger scrolls the page @touch', async ({ page }) => {
  await open(page);
  await mapSettled(page);
  await frame(page).scrollIntoViewIfNeeded();
  const spot = await frame(page).evaluate((box) => {
    const one = box.querySelector('.drawing > svg g[fill="var(--accent)"] > *')!.getBoundingClientRect();
    return [one.x + one.width / 2, one.y + one.height / 2] as const;
  });
  await page.touchscreen.tap(...spot);
  await expect(page).toHaveURL(/[?&](lieu|ecole)=/);
  await expect(state(page)).toHaveAttribute('data-map-state', 'drawn');
  await expect(frame(page)).toHaveCSS('touch-action', 'pan-x pan-y');
});
