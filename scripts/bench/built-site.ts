// The built site as a compressing host serves it, and a Chromium to visit it.
import { join } from 'node:path';
import { chromium as driver, type Browser, type BrowserContext } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../chromium-flags.mjs';
import { copyCompressed } from '../compress.mjs';
import { serve } from '../serve.mjs';
import { ROOT, buildSite, chromium } from '../setup.mjs';

const COPY = join(ROOT, '.cache/bench-site');

/** Debian's Chromium draws pages on the GPU even where that is software; elsewhere the processor then draws them. */
const ARGUMENTS = ['--disable-gpu-rasterization', '--disable-gpu-sandbox', ...CHROMIUM_FLAGS];

export interface Site {
  address: string;
  browser: Browser;
  /** A visitor who has nothing in cache. */
  newVisitor: () => Promise<BrowserContext>;
}

let opened: Promise<Site> | null = null;

async function open(): Promise<Site> {
  buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
  await copyCompressed(join(ROOT, 'build'), COPY, join(ROOT, '.cache/br'));
  const address = await serve({ port: 0, directory: COPY });
  const browser = await driver.launch({ executablePath: chromium(), args: ARGUMENTS });
  const newVisitor = async () => {
    const visitor = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
    // tsx keeps the names of functions by a helper, which the functions that are sent to a page need there.
    await visitor.addInitScript('globalThis.__name = (named) => named;');
    return visitor;
  };
  return { address, browser, newVisitor };
}

/** Opens once for all the benches of a run. */
export function openSite(): Promise<Site> {
  opened ??= open();
  return opened;
}

/** Version of the browser; null when no bench opened it. */
export async function browserVersion(): Promise<string | null> {
  return (await opened)?.browser.version() ?? null;
}

export async function closeSite(): Promise<void> {
  await (await opened)?.browser.close();
}
