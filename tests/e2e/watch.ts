// Watches over every request of a browser, whoever makes it: a proxy sees what is not for the site's own server, and says what the browser
// keeps about its reader.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { serveSite } from './site-server.ts';

export interface Watch {
  /** Of the built site, with a final slash. */
  address: string;
  /** Hosts asked for through the proxy: all but the site's own, which the browser reaches directly. */
  strangers: string[];
  /** Options of a context that is watched. */
  options: BrowserContextOptions;
  /** Stops the site's server: the browser is without a network. */
  stopSite(): Promise<void>;
  close(): Promise<void>;
}

/** Chromium asks its maker about the fields of any form: a setting of the reader's browser, out of a page's reach. */
const BROWSERS_OWN = 'content-autofill.googleapis.com:443';

export async function startWatch(): Promise<Watch> {
  const server = await serveSite();
  const strangers: string[] = [];
  const note = (url = '') => {
    if (url !== BROWSERS_OWN) strangers.push(url);
  };
  const proxy = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const port = (proxy.address() as AddressInfo).port;
  return {
    address: server.address,
    strangers,
    options: {
      // `<-loopback>`: this machine's other ports go through the proxy as well.
      proxy: {
        server: `http://127.0.0.1:${port}`,
        bypass: `<-loopback>,${new URL(server.address).host}`
      },
      locale: 'fr-FR'
    },
    stopSite: () => server.stop(),
    close: async () => {
      await server.stop();
      proxy.close();
    }
  };
}

/** What the browser keeps about its reader. */
export async function keptOf(page: Page, context: BrowserContext) {
  return {
    cookies: await context.cookies(),
    local: await page.evaluate(() => Object.keys(localStorage)),
    databases: await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
    files: await page.evaluate(async () => {
      const directory = await navigator.storage.getDirectory();
      const names: string[] = [];
      for await (const name of (directory as unknown as { keys(): AsyncIterable<string> }).keys()) {
        names.push(name);
      }
      return names;
    })
  };
}

export const NOTHING_KEPT = { cookies: [], local: [], databases: [], files: [] };
