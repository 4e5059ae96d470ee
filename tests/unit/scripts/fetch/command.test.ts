// `npm run fetch` from the shell: the hash of the first download is kept, and what comes later is compared to it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRecord } from '../../../../scripts/fetch/record.ts';

const TSX = join('node_modules', '.bin', 'tsx');
const FIRST = 'categorie;commune;nombre\nCCAS;59014;3\n';
const LATER = 'categorie;commune;nombre\nCCAS;59014;4\n';
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
let server: Server;
let folder: string;
let content = FIRST;
let list: string;

beforeAll(async () => {
  server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': content.length }).end(content);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  folder = await mkdtemp(join(tmpdir(), 'fetch-command-'));
  const page = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const source = {
    ...{ name: 'partenaires', title: 'P', publisher: 'P', page, url: `${page}p.csv`, file: 'p.csv' },
    ...{ type: 'text/csv', date: '2026', licence: 'Licence Ouverte 2.0', sha256: null }
  };
  list = join(folder, 'sources.json');
  await writeFile(list, JSON.stringify({ version: 1, sources: [source] }));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function fetchAll(...more: string[]): Promise<{ code: number; err: string }> {
  const out = join(folder, 'officiel');
  const args = ['scripts/fetch.ts', '--sources', list, '--out', out, '--tries', '1', ...more];
  try {
    return { code: 0, err: (await promisify(execFile)(TSX, args)).stderr };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, err: stderr };
  }
}
const kept = async () => (await readRecord(join(folder, 'officiel'))).map(({ sha256 }) => sha256);
const onDisk = () => readFile(join(folder, 'officiel/p.csv'), 'utf8');

it('keeps the hash of the first download, and tells what has changed since', async () => {
  expect((await fetchAll()).code).toBe(0);
  expect(await kept()).toEqual([hash(FIRST)]);
  content = LATER;
  const locked = await fetchAll('--locked');
  expect(locked.code).toBe(2);
  expect(locked.err).toContain(
    `le fichier n’est pas celui qui est épinglé (sha256 ${hash(LATER).slice(0, 12)}…)`
  );
  expect([await onDisk(), await kept()]).toEqual([FIRST, [hash(FIRST)]]);
  const changed = await fetchAll();
  expect(changed.err).toContain(`sha256 ${hash(FIRST).slice(0, 12)}… devenu ${hash(LATER).slice(0, 12)}…`);
  expect([await onDisk(), await kept()]).toEqual([LATER, [hash(LATER)]]);
});
