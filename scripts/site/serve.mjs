// Serves the built site as a static host would: security headers, Range, compressed files where they exist.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { ROOT } from '../setup.mjs';

/** Blocks of the site's _headers, in order: one file documents the headers and applies them. */
function documentedHeaders(directory) {
  const path = join(directory, '_headers');
  const blocks = [];
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    const [, taken] = /^\s+! ([\w-]+)$/.exec(line) ?? [];
    if (line.startsWith('/')) blocks.push({ path: line.trim(), headers: [] });
    else if (taken) blocks.at(-1)?.headers.push([taken, null]);
    else if (name) blocks.at(-1)?.headers.push([name, value]);
  }
  return blocks;
}

const covers = (pattern, path) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/**
 * @param {{ port: number, directory?: string, lasting?: boolean }} options without `lasting`, whoever serves the site to itself ends when it is done
 * @returns {Promise<string>} the address served
 */
export function serve({ port, directory = join(ROOT, 'build'), lasting = true }) {
  const files = sirv(directory, { etag: true, brotli: true, extensions: ['html'] });
  const blocks = documentedHeaders(directory);
  const notFound = join(directory, '404.html');
  const server = createServer((request, response) => {
    const [path, query] = request.url.split('?');
    const page = /^(?:\/[\w-]+)+$/.test(path) ? `${path}/` : null;
    if (page && existsSync(join(directory, page, 'index.html'))) {
      response.writeHead(308, { location: query ? `${page}?${query}` : page }).end();
      return;
    }
    for (const { headers } of blocks.filter((block) => covers(block.path, path))) {
      for (const [name, value] of headers) {
        if (value === null) response.removeHeader(name);
        else response.appendHeader(name, value);
      }
    }
    files(request, response, () => {
      response.statusCode = 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(existsSync(notFound) ? readFileSync(notFound) : 'Page introuvable');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Le port ${port} est déjà pris : donnez-en un autre, PORT=4180 npm start.`)
          : error
      );
    });
    if (!lasting) server.unref();
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/`));
  });
}
