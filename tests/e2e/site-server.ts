// The built site on a server of its own, that a test may stop, move to another path or bring to another version.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
  const whole = async () =>
    (await page.evaluate(() => navigator.serviceWorker.controller !== null)) &&
    (await keptFiles(page)).some((path) => path.includes('/duckdb-eh.'));
  await expect.poll(whole, { timeout: 60_000, intervals: [250] }).toBe(true);
}
