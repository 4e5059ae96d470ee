// The built site on a server of its own, that a test may stop, move to another path or bring to another version.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';

export const BUILD = join(import.meta.dirname, '../../build');
const SERVE = join(import.meta.dirname, '../../scripts/site/serve.mjs');

export interface SiteServer {
  /** Address of the site, with a final slash. */
  address: string;
  stop(): Promise<void>;
}

/** Serves `directory` from another process: once stopped, its port answers nobody. */
export async function serveSite(directory = BUILD, port = 0): Promise<SiteServer> {
  const program = `
    const { serve } = await import(${JSON.stringify(SERVE)});
    console.log(await serve({ port: ${port}, directory: ${JSON.stringify(directory)} }));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    address: String(line).trim(),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    }
  };
}

/**
 * `short`: gives a folder's page under its name, without sending to the address with the slash, and its 404.html. `plain`: gives files, sends a
 * folder to its address with the slash, lists one that has no page; knows nothing of 404.html.
 */
export type HostKind = 'short' | 'plain';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm'
};

/** A host that serves files and reads none of the site's own settings. */
export async function serveFiles(directory: string, kind: HostKind, path = '/'): Promise<SiteServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
    const send = (status: number, body: string | Buffer, type: string) =>
      response.writeHead(status, { 'content-type': type }).end(body);
    const unknown = () => {
      const page = join(directory, '404.html');
      if (kind === 'short' && existsSync(page)) send(404, readFileSync(page), TYPES['.html']!);
      else send(404, '<h1>404 Not Found</h1>', TYPES['.html']!);
    };
    if (!pathname.startsWith(path)) return void unknown();
    const file = join(directory, decodeURIComponent(pathname.slice(path.length)));
    if (!existsSync(file)) return void unknown();
    if (statSync(file).isFile())
      return void send(200, readFileSync(file), TYPES[extname(file)] ?? 'application/octet-stream');
    if (kind === 'plain' && !pathname.endsWith('/'))
      return void response.writeHead(301, { location: `${pathname}/` }).end();
    const index = join(file, 'index.html');
    if (existsSync(index)) send(200, readFileSync(index), TYPES['.html']!);
    else if (kind === 'short') unknown();
    else send(200, `<h1>Index of ${pathname}</h1>${readdirSync(file).join('<br>')}`, TYPES['.html']!);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    stop: async () => {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    }
  };
}

/** A directory where the site stands at `path`. */
export function siteAt(path: string): string {
  const root = mkdtempSync(join(tmpdir(), 'maillage-site-'));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(BUILD, join(root, path));
  return root;
}

/** A copy of the site that a test may change. */
export function copyOfSite(): string {
  const copy = mkdtempSync(join(tmpdir(), 'maillage-site-'));
  cpSync(BUILD, copy, { recursive: true });
  return copy;
}

const textOf = (path: string) => readFileSync(path, 'utf8');
const isText = (path: string) => /\.(js|css|html|json)$/.test(path);
const hashOf = (script: string) => createHash('sha256').update(script).digest('base64');

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1] ?? '');
}

/** Publishes another version in place, as a real build would: every bundled file has a new name, every page a mark. */
export function publishNext(copy: string): void {
  const version = (JSON.parse(textOf(join(copy, '_app/version.json'))) as { version: string }).version;
  const files = readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bundled = files.filter(({ parentPath }) => parentPath.includes('_app/immutable'));
  const next = (text: string) =>
    bundled.reduce((changed, { name }) => changed.replaceAll(name, `next-${name}`), text);
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    if (!isText(path)) continue;
    const before = textOf(path);
    const after = next(before)
      .replaceAll(version, `${version}-next`)
      .replace('<html ', '<html data-edition="next" ');
    const scripts = scriptsOf(after);
    const page = scriptsOf(before).reduce(
      (html, script, i) => html.replaceAll(hashOf(script), hashOf(scripts[i] ?? '')),
      after
    );
    writeFileSync(path, page);
  }
  for (const { parentPath, name } of bundled)
    renameSync(join(parentPath, name), join(parentPath, `next-${name}`));
}

export function forget(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

/** Addresses kept in the browser for this site. */
export function keptFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

/** Waits until the whole site, engine included, is kept in the browser and answers from there. */
export async function keptWhole(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const state = async () => ({
    controlled: await page.evaluate(() => navigator.serviceWorker.controller !== null),
    engine: (await keptFiles(page)).some((path) => path.includes('/duckdb-eh.'))
  });
  await expect.poll(state, { timeout: 60_000, intervals: [250] }).toEqual({ controlled: true, engine: true });
}
