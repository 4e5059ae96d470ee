// A site of one page that stores a territory, built as the real one is, and what the page says to it.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface Said {
  what: string;
  value: string;
}

export interface KeptSite {
  origin: string;
  said: Said[];
  /** Waits until something that the page said makes it true. */
  until(isTrue: () => boolean): Promise<void>;
  /** Waits until no browser is connected: all that was said has come. */
  silent(): Promise<void>;
  close(): void;
}

export async function serveKeptSite(): Promise<KeptSite> {
  const outDir = mkdtempSync(join(tmpdir(), 'kept-page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('./kept-page', import.meta.url)),
    base: './',
    worker: { format: 'es' },
    build: { outDir, target: 'es2022', reportCompressedSize: false }
  });
  const said: Said[] = [];
  const sockets = new Set<Socket>();
  const listeners = new Set<() => void>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://site.invalid');
    if (url.pathname === '/said') {
      const [what, value] = ['what', 'value'].map((key) => url.searchParams.get(key) ?? '');
      said.push({ what: what!, value: value! });
      for (const listener of listeners) listener();
      return response.writeHead(204).end();
    }
    const file = join(outDir, url.pathname === '/' ? '/index.html' : url.pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = extname(file) === '.js' ? 'text/javascript' : 'text/html';
    return response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    said,
    until: (isTrue) =>
      new Promise((resolve) => {
        const listener = () => {
          if (!isTrue()) return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
      }),
    silent: async () => {
      // Closed by a killed browser, a connection may end with an error too.
      await Promise.all(
        [...sockets].map((socket) => new Promise<void>((closed) => socket.once('close', () => closed())))
      );
    },
    close() {
      server.close();
      rmSync(outDir, { recursive: true, force: true });
    }
  };
}
