// Stock Firefox driven by WebDriver BiDi over the built site. Every request to another host goes to a proxy that notes and refuses it.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { serve } from '../../scripts/site/serve.mjs';
import { firefoxPath } from '../../scripts/setup.mjs';

export interface Session {
  /** Opens a page of the site, or any address, in storage of its own, and waits until its scripts have taken over; the former page is closed. */
  open(path?: string): Promise<Page>;
  /** Waits for a file that the page gave to save, by the end of its name, and gives its bytes. */
  saved(ending: string): Promise<Buffer>;
  /** Errors since the start: exceptions and what the console shows in red, each with its page. */
  errors: string[];
  /** Requests to other hosts since the start. */
  strangers: string[];
  close(): Promise<void>;
}

/** A server on this machine that answers nothing, and keeps what it was asked. */
async function refusingProxy(strangers: string[]) {
  const proxy = createServer((request, response) => {
    strangers.push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    strangers.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return { port: (proxy.address() as AddressInfo).port, close: () => proxy.close() };
}

/** French, and silent: no update, telemetry, captive portal detection, safe browsing list or remote setting is asked for. */
const preferences = (proxyPort: number, downloads: string) => ({
  // Firefox has no File System Access: what is saved is a download, into a folder of the tests.
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.useDownloadDir': true,
  'browser.download.always_ask_before_handling_new_types': false,
  'intl.accept_languages': 'fr-FR, fr',
  'ui.prefersReducedMotion': 1,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1'
});

async function launch(executablePath: string, proxyPort: number, downloads: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: 0,
    // A wait for what the page will show is one call of the protocol: its end is that of `shown`, or of the test.
    protocolTimeout: 0,
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: preferences(proxyPort, downloads)
  });
}

/** A file of a folder once it is written: while it comes, Firefox keeps a `.part` beside it. */
async function savedFile(folder: string, ending: string): Promise<Buffer> {
  for (;;) {
    const names = readdirSync(folder);
    const name = names.find((one) => one.endsWith(ending));
    const bytes =
      name === undefined || names.some((one) => one.endsWith('.part'))
        ? null
        : readFileSync(join(folder, name));
    if (bytes && bytes.length > 0) return bytes;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Starts the site and Firefox.
 * @throws when Firefox is not installed
 */
export async function startFirefox(): Promise<Session> {
  const executablePath = firefoxPath();
  if (!executablePath)
    throw new Error('Firefox introuvable : installez-le, ou donnez son chemin dans FIREFOX_PATH.');
  const errors: string[] = [];
  const strangers: string[] = [];
  const proxy = await refusingProxy(strangers);
  const address = await serve({ port: 0 });
  const downloads = mkdtempSync(join(tmpdir(), 'maillage-firefox-'));
  const browser = await launch(executablePath, proxy.port, downloads);
  let context: BrowserContext | undefined;
  return {
    errors,
    strangers,
    async open(path = '') {
      await context?.close();
      context = await browser.createBrowserContext();
      const page = await context.newPage();
      // The end of a test is its own limit: a loaded machine is slow, not wrong.
      page.setDefaultTimeout(0);
      await page.setViewport({ width: 1440, height: 900 });
      page.on('pageerror', (error) => errors.push(`/${path}: ${String(error)}`));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`/${path}: ${message.text()}`);
      });
      await page.goto(new URL(path, address).href, { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
      return page;
    },
    saved: (ending) => savedFile(downloads, ending),
    async close() {
      await browser.close();
      proxy.close();
      rmSync(downloads, { recursive: true, force: true });
    }
  };
}

/** Longest wait for a text, milliseconds: shorter than a test, so that its end can tell what the page showed. */
const LONGEST = 280_000;

/**
 * Waits until a visible element among `selector` has a text that matches, and gives its whole text.
 * @throws with what the page shows, when it never comes
 */
export async function shown(page: Page, selector: string, text: RegExp): Promise<string> {
  const found = await page
    .waitForFunction(
      (selector, source) => {
        for (const element of document.querySelectorAll(selector)) {
          const words = element instanceof HTMLElement ? element.innerText : element.textContent;
          if (element.checkVisibility() && new RegExp(source).test(words)) return words;
        }
        return undefined;
      },
      { timeout: LONGEST },
      selector,
      text.source
    )
    .catch(async (cause: unknown) => {
      const words = await page.evaluate(() => document.querySelector('main')?.innerText);
      throw new Error(`${String(text)} is not shown. The page says:\n${words}`, { cause });
    });
  return String(await found.jsonValue());
}
