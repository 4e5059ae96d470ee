// A territory stored on this computer outlives whatever happens while it is being stored.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM_FLAGS } from '../../scripts/chromium-flags.mjs';
import type {} from './kept-page/main.ts';
import { serveKeptSite, type KeptSite } from './kept-site.ts';
import { expect, test } from './test.ts';

let site: KeptSite;
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  site = await serveKeptSite();
});
test.afterAll(() => site.close());

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const QUICK = 4;
const MANY = 200;

const all = (what: string, from: number) => site.said.slice(from).filter((one) => one.what === what);
const last = (what: string, from: number) => all(what, from).at(-1);

/** Starts a browser on its own profile, kills it as it begins its `saves`th save; returns what it found stored and what it said since. */
async function round(profile: string, saves: number, mode: string) {
  const from = site.said.length;
  const begun = site.until(() => all('began', from).length === saves || all('failed', from).length > 0);
  const browser = spawn(
    CHROMIUM,
    [...CHROMIUM_FLAGS, '--headless=new', `--user-data-dir=${profile}`, `${site.origin}/#${mode}`],
    { detached: true, stdio: 'ignore' }
  );
  const ended = once(browser, 'exit');
  try {
    await Promise.race([begun, ended]);
  } finally {
    process.kill(-browser.pid!, 'SIGKILL');
    await ended;
  }
  await site.silent();
  expect(last('failed', from)?.value, 'what is stored is whole').toBeUndefined();
  const number = (what: string) => Number(last(what, from)?.value ?? 0);
  return {
    left: number('left'),
    swept: number('swept'),
    read: number('read'),
    saved: number('saved'),
    began: number('began')
  };
}

async function killed(times: number, mode = 'save') {
  const profile = mkdtempSync(join(tmpdir(), 'kept-profile-'));
  let former = { saved: 0, began: 0 };
  let halfWritten = 0;
  try {
    for (let time = 0; time < times; time++) {
      const { left, swept, read, saved, began } = await round(profile, 1 + (time % 3), mode);
      expect(read, 'the former version or the new one').toBeGreaterThanOrEqual(former.saved);
      expect(read).toBeLessThanOrEqual(former.began);
      expect(swept, 'nothing half written stays').toBe(0);
      expect(began).toBeGreaterThan(read);
      halfWritten += left;
      former = { saved: Math.max(saved, read), began };
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return halfWritten;
}

test(`a browser killed ${QUICK} times while it saves leaves the former or the new version, whole`, async () => {
  await killed(QUICK);
});

test('a browser killed while it writes back into a folder leaves the former or the new file there, whole, and the one before beside it', async () => {
  await killed(QUICK, 'folder');
});

test(`a browser killed ${MANY} times while it writes back into a folder leaves the former or the new file, whole @long`, async () => {
  test.setTimeout(MANY * 20_000);
  await killed(MANY, 'folder');
});

test(`a browser killed ${MANY} times while it saves leaves the former or the new version, whole @long`, async () => {
  test.setTimeout(MANY * 20_000);
  expect(await killed(MANY), 'some were killed in the middle of a save').toBeGreaterThan(0);
});

test('of two tabs one saves, until it is closed; erased, nothing is left', async ({ context }) => {
  const [first, second] = [await context.newPage(), await context.newPage()];
  await Promise.all([first.goto(site.origin), second.goto(site.origin)]);
  expect(await first.evaluate(() => window.keptPage.keptState())).toBeNull();
  const pen = (page: typeof first) => page.evaluate(async () => (await window.keptPage.takePen()) !== null);
  expect(await pen(first)).toBe(true);
  expect(await pen(second)).toBe(false);
  expect(await first.evaluate(() => window.keptPage.save(7))).toBe('saved');
  expect(await second.evaluate(() => window.keptPage.stored())).toBe(7);
  // Read while it is being replaced, over and over: one version, whole.
  const read = second.evaluate(async () => {
    const seen: number[] = [];
    for (let time = 0; time < 8; time++) seen.push(await window.keptPage.stored());
    return seen;
  });
  for (let version = 8; version < 13; version++)
    expect(await first.evaluate((number) => window.keptPage.save(number), version)).toBe('saved');
  const seen = await read;
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await first.close();
  await expect.poll(() => pen(second)).toBe(true);
  await second.evaluate(() => window.keptPage.eraseKept());
  expect(await second.evaluate(() => window.keptPage.names())).toEqual([]);
  expect(await second.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('without room for a save, the former version stays and the reason is told', async ({ context }) => {
  const page = await context.newPage();
  await page.goto(site.origin);
  expect(await page.evaluate(() => window.keptPage.save(1))).toBe('saved');
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 3_000_000 });
  expect(await page.evaluate(() => window.keptPage.save(2))).toBe('full');
  expect(await page.evaluate(() => window.keptPage.stored())).toBe(1);
  expect(await page.evaluate(() => window.keptPage.names())).toEqual(['territoire.maillage']);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin });
  expect(await page.evaluate(() => window.keptPage.save(3))).toBe('saved');
  expect(await page.evaluate(() => window.keptPage.stored())).toBe(3);
});

test('where the browser refuses private files, nothing is stored and the reason is told', async ({
  context
}) => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    navigator.storage.getDirectory = () => Promise.reject(new DOMException('refused', 'SecurityError'));
  });
  await page.goto(site.origin);
  expect(await page.evaluate(() => window.keptPage.save(1))).toBe('refused');
  expect(await page.evaluate(() => window.keptPage.keptState())).toBeNull();
});
