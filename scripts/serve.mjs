// Serves the built site as a static host would: security headers, Range, compressed files where they exist.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { ROOT } from './setup.mjs';

/** Headers of the first block (`/*`) of static/_headers: one place documents and applies them. */
function documentedHeaders() {
  const path = join(ROOT, 'static/_headers');
  if (!existsSync(path)) return [];
  const block = readFileSync(path, 'utf8').split(/^\/\*\s*$/m)[1] ?? '';
  return block
    .split(/^\S/m)[0]
    .split('\n')
    .map((line) => /^\s+([\w-]+):\s*(.+)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name, value]) => [name, value]);
}

/**
 * @param {{ port: number, directory?: string }} options
 * @returns {Promise<string>} the address served
 */
export function serve({ port, directory = join(ROOT, 'build') }) {
  const files = sirv(directory, { etag: true, brotli: true, extensions: ['html'] });
  const headers = documentedHeaders();
  const notFound = join(directory, '404.html');
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
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
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/`));
  });
}
