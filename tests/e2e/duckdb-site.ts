// A site of one page, built as the real one is, served under the strictest policy, whose files can be made to fail.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { useStrippedEngine } from '../../scripts/site/strip-wasm-exports.mjs';

/** `cut`: the connection breaks after a third. `slow`: a few seconds. `unnamed`: served as plain text. */
export type Fault = 'missing' | 'cut' | 'slow' | 'unnamed';

export interface DuckdbSite {
  origin: string;
  /** Part of a path -> what happens to it. */
  faults: Map<string, Fault>;
  close(): void;
}

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json'
};
const SLOW_STEP = 30_000;

async function buildPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'duckdb-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('./duckdb-page', import.meta.url)),
    base: './',
    plugins: [useStrippedEngine()],
    worker: { format: 'es' },
    build: { outDir, target: 'es2022', reportCompressedSize: false }
  });
  return outDir;
}

export async function serveDuckdbSite(): Promise<DuckdbSite> {
  const outDir = await buildPage();
  const tables = fileURLToPath(new URL('../../static', import.meta.url));
  const faults = new Map<string, Fault>();
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '/');
    const file = join(path.startsWith('/tables/') ? tables : outDir, path);
    const fault = [...faults].find(([part]) => path.includes(part))?.[1];
    const type = fault === 'unnamed' ? 'text/plain' : (TYPES[extname(file)] ?? 'application/octet-stream');
    const headers = { 'content-type': type, 'content-security-policy': POLICY };
    if (fault === 'missing' || !existsSync(file)) return response.writeHead(404, headers).end();
    const body = readFileSync(file);
    response.writeHead(200, { ...headers, 'content-length': body.length });
    if (fault === 'cut') return response.write(body.subarray(0, body.length / 3), () => response.destroy());
    if (fault !== 'slow') return response.end(body);
    let sent = 0;
    const timer = setInterval(() => {
      response.write(body.subarray(sent, (sent += SLOW_STEP)));
      if (sent < body.length && !response.destroyed) return;
      clearInterval(timer);
      response.end();
    }, 20);
    return response;
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    close: () => server.close()
  };
}
