// The built site as a compressing host serves it, and a Chromium to visit it.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  chromium as driver,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions
} from '@playwright/test';
import { CHROMIUM_FLAGS } from '../scripts/chromium-flags.mjs';
import { copyCompressed } from '../scripts/site/compress.mjs';
import { serve } from '../scripts/site/serve.mjs';
import { ROOT, buildSite, chromium } from '../scripts/setup.mjs';
import type { Builds } from './comparison.ts';

const CACHE = join(ROOT, '.cache');

/** Debian's Chromium draws pages on the GPU even where that is software; elsewhere the processor then draws them. */
const ARGUMENTS = ['--disable-gpu-rasterization', '--disable-gpu-sandbox', ...CHROMIUM_FLAGS];

export interface Site {
  address: string;
  /** A visitor who has nothing in cache; on a wide screen unless said otherwise. */
  newVisitor: (device?: BrowserContextOptions) => Promise<BrowserContext>;
}

let browser: Promise<Browser> | null = null;
/** Sites by name: each is opened once for all the benches of a run. */
const sites = new Map<string, Promise<Site>>();

async function visitorIn(opened: Browser, device: BrowserContextOptions = {}): Promise<BrowserContext> {
  const visitor = await opened.newContext({
    locale: 'fr-FR',
    viewport: { width: 1440, height: 900 },
    ...device
  });
  // tsx keeps the names of functions by a helper, which the functions that are sent to a page need there.
  await visitor.addInitScript('globalThis.__name = (named) => named;');
  return visitor;
}

async function newVisitor(device?: BrowserContextOptions): Promise<BrowserContext> {
  browser ??= driver.launch({ executablePath: chromium(), args: ARGUMENTS });
  return visitorIn(await browser, device);
}

/** A visitor alone in a browser, whose processes are told from any other. */
export async function aloneInBrowser<Result>(
  work: (visitor: BrowserContext, pid: number) => Promise<Result>
): Promise<Result> {
  const server = await driver.launchServer({ executablePath: chromium(), args: ARGUMENTS });
  try {
    return await work(await visitorIn(await driver.connect(server.wsEndpoint())), server.process().pid!);
  } finally {
    await server.close();
  }
}

/** Serves a built site as a host that compresses does. @param name of its copy @returns its address */
export async function serveCompressed(folder: string, name: string): Promise<string> {
  const copy = join(CACHE, name);
  await copyCompressed(folder, copy, join(CACHE, 'br'));
  return serve({ port: 0, directory: copy });
}

async function open(folder: string, name: string): Promise<Site> {
  return { address: await serveCompressed(folder, name), newVisitor };
}

function openOnce(folder: string, name: string): Promise<Site> {
  const site = sites.get(name) ?? open(folder, name);
  sites.set(name, site);
  return site;
}

/** This repository's site, built if its sources changed. */
export function openSite(): Promise<Site> {
  buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
  return openOnce(join(ROOT, 'build'), 'bench-site');
}

/**
 * This repository's site and a former build of it.
 * @param against folder of the former build; null without one
 * @throws when there is no site in that folder
 */
export async function openSites(against: string | null): Promise<Builds<Site>> {
  if (against !== null && !existsSync(join(against, 'index.html')))
    throw new Error(`pas de site construit dans « ${against} »`);
  const current = await openSite();
  return { current, former: against === null ? null : await openOnce(resolve(against), 'bench-former-site') };
}

/** Version of the browser; null when no bench opened it. */
export async function browserVersion(): Promise<string | null> {
  return (await browser)?.version() ?? null;
}

export async function closeSite(): Promise<void> {
  await (await browser)?.close();
}
