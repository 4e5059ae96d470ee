// Chromium stops drawing for good, once in some hundred pages that are scrolled while they compute, where frames are put together without a
// graphics card: script goes on, no frame comes, and nothing brings one back (seen on Répartition by a script that does nothing but scroll). A test that failed on
// such a page is tried once more; any other failure is not.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as plain, type Page, type TestInfo } from '@playwright/test';

/** Milliseconds for one frame: a busy machine draws several a second. */
const FRAME = 10_000;

const drawsFrames = (page: Page): Promise<boolean> =>
  Promise.race([
    page.evaluate(() => new Promise<boolean>((done) => requestAnimationFrame(() => done(true)))),
    new Promise<boolean>((done) => setTimeout(() => done(false), FRAME))
  ]).catch(() => true);

/** Carries a test out; the second time, only where the first one ended on a page that drew no frame. */
export async function triedAgainOnlyWithoutFrames(
  info: TestInfo,
  pages: () => readonly Page[],
  test: () => Promise<void>
): Promise<void> {
  const mark = join(info.project.outputDir, `${info.testId}.no-frame`);
  if (info.retry > 0 && !existsSync(mark)) throw new Error('Failed on a page that draws: not tried again.');
  await test();
  if (info.status === info.expectedStatus) return;
  const drawn = await Promise.all(pages().map(drawsFrames));
  if (drawn.every(Boolean)) return;
  mkdirSync(info.project.outputDir, { recursive: true });
  writeFileSync(mark, '');
  info.annotations.push({ type: 'no frame', description: 'Chromium had stopped drawing: tried once more.' });
}

export const test = plain.extend<{ frames: void }>({
  frames: [
    ({ context }, use, info) => triedAgainOnlyWithoutFrames(info, () => context.pages(), use),
    { auto: true }
  ]
});
