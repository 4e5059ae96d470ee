// Downloads against a server that fails in every usual way: resumed, explained, and nothing half-done left under the file's name.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../../../scripts/fetch/download.ts';
import { FetchFault, faultLine } from '../../../../scripts/fetch/fault.ts';
import { readRecord, record, type FetchedFile } from '../../../../scripts/fetch/record.ts';
import { readSourceList, type OfficialSource } from '../../../../scripts/fetch/source-list.ts';

const CONTENT = Buffer.from(`code_qp;lib_qp\n${'QN05930M;Quartier\n'.repeat(5_000)}`);
const HASH = createHash('sha256').update(CONTENT).digest('hex');

type Handler = (request: IncomingMessage, response: ServerResponse, call: number) => void;
let server: Server;
let base = '';
let handler: Handler;
let calls = 0;
let ranges: (string | undefined)[] = [];
let folder = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    handler(request, response, ++calls);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(async () => {
  [calls, ranges] = [0, []];
  folder = await mkdtemp(join(tmpdir(), 'fetch-'));
});
afterEach(() => rm(folder, { recursive: true }));

const source = (extra: Partial<OfficialSource> = {}): OfficialSource => ({
  name: 'qpv',
  title: 'QPV',
  publisher: 'ANCT',
  page: 'https://example.fr/qpv',
  url: `${base}/qpv.csv`,
  file: 'qpv.csv',
  type: 'text/csv',
  date: '2024',
  licence: 'Licence Ouverte 2.0',
  sha256: null,
  ...extra
});
const options = () => ({ folder, patience: 0.4, tries: 3, mostWait: 0.01 });
const CSV = { 'content-type': 'text/csv', etag: '"v1"' };

/** Sends the file, or what a Range asks of it. */
const whole: Handler = ({ headers }, response) => {
  const from = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
  const body = CONTENT.subarray(from);
  const range = from > 0 ? { 'content-range': `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}` } : {};
  response.writeHead(from > 0 ? 206 : 200, { ...CSV, ...range, 'content-length': body.length }).end(body);
};

async function faultOf(one = source()): Promise<FetchFault> {
  try {
    await download(one, options());
  } catch (error) {
    if (error instanceof FetchFault) return error;
    throw error;
  }
  throw new Error('the download went well');
}

describe('a download', () => {
  it('brings the file whole, with its size and hash', async () => {
    handler = whole;
    const seen: number[] = [];
    const onProgress = (received: number) => seen.push(received);
    const done = await download(source({ sha256: HASH }), { ...options(), onProgress });
    expect(done).toEqual({ bytes: CONTENT.length, sha256: HASH, resumed: 0 });
    expect(seen.at(-1)).toBe(CONTENT.length);
    expect(await readdir(folder)).toEqual(['qpv.csv']);
  });

  it('that is cut is resumed from where it stopped', async () => {
    handler = (request, response, call) => {
      if (call > 1) return whole(request, response, call);
      response.writeHead(200, { ...CSV, 'content-length': CONTENT.length });
      response.write(CONTENT.subarray(0, 40_000), () => setTimeout(() => response.destroy(), 30));
    };
    const done = await download(source(), options());
    expect(done).toMatchObject({ sha256: HASH, resumed: 40_000 });
    expect(ranges).toEqual([undefined, 'bytes=40000-']);
  });

  it('begins again when the file has changed meanwhile, or cannot be resumed', async () => {
    handler = (request, response, call) => {
      if (call === 2) return response.writeHead(416).end();
      if (call > 2) return whole(request, response, call);
      response.writeHead(200, { ...CSV, 'content-length': CONTENT.length });
      response.write(CONTENT.subarray(0, 100), () => setTimeout(() => response.destroy(), 30));
    };
    expect(await download(source(), options())).toMatchObject({ sha256: HASH, resumed: 0 });
  });

  it.each<[string, string, Handler]>([
    ['a page in place of the file', 'type', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')], // prettier-ignore
    ['a page under the file’s type', 'type', (_, response) => response.writeHead(200, CSV).end('<!DOCTYPE html><p>503')], // prettier-ignore
    ['nothing', 'type', (_, response) => response.writeHead(200, CSV).end()],
    ['no such file', 'missing', (_, response) => response.writeHead(404).end()],
    ['too many requests', 'busy', (_, response) => response.writeHead(429, { 'retry-after': '0' }).end()],
    ['a server out of order', 'server', (_, response) => response.writeHead(500).end()],
    ['a refusal', 'refused', (_, response) => response.writeHead(403).end()],
    ['a redirection without end', 'redirects', (_, response) => response.writeHead(302, { location: '/again' }).end()], // prettier-ignore
    ['less than announced, again and again', 'cut', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-length': 1_000 });
      response.write('code_qp', () => setTimeout(() => response.destroy(), 10));
    }], // prettier-ignore
    ['silence', 'stalled', (_, response) => void response.writeHead(200, CSV).write('code')]
  ])('refuses %s, in French, and leaves the file that was there', async (_, kind, answer) => {
    handler = answer;
    await writeFile(join(folder, 'qpv.csv'), 'celui d’avant');
    const fault = await faultOf();
    expect(fault.kind).toBe(kind);
    expect(faultLine(source(), fault, folder)).toMatch(/^qpv : .+\. .+\.$/);
    expect(await readFile(join(folder, 'qpv.csv'), 'utf8')).toBe('celui d’avant');
  });

  it('tries again what may pass, and only that', async () => {
    handler = (_, response) => response.writeHead(500).end();
    await faultOf();
    expect(calls).toBe(3);
    calls = 0;
    handler = (_, response) => response.writeHead(404).end();
    await faultOf();
    expect(calls).toBe(1);
  });

  it('refuses another content than the pinned one', async () => {
    handler = whole;
    const fault = await faultOf(source({ sha256: '0'.repeat(64) }));
    expect(fault.kind).toBe('hash');
    expect(existsSync(join(folder, 'qpv.csv'))).toBe(false);
  });

  it('without a network says so, and how to do it by hand', async () => {
    const fault = await faultOf(source({ url: 'http://127.0.0.1:9/qpv.csv' }));
    expect(fault.kind).toBe('offline');
    expect(faultLine(source(), fault, '/d')).toBe(
      'qpv : pas de réseau, ou 127.0.0.1:9 ne répond pas. Téléchargez-le à la main depuis https://example.fr/qpv et posez-le dans /d sous le nom qpv.csv.'
    );
  });
});

describe('what is kept of a download', () => {
  it('is one entry a source, the others untouched', async () => {
    const entry = (name: string, sha256: string) => ({ name, file: `${name}.csv`, sha256 }) as FetchedFile;
    await record(folder, entry('rep', 'a'));
    await record(folder, entry('ips', 'b'));
    expect(await record(folder, entry('rep', 'c'))).toMatchObject({ sha256: 'a' });
    expect((await readRecord(folder)).map(({ name, sha256 }) => [name, sha256])).toEqual([
      ['ips', 'b'],
      ['rep', 'c']
    ]);
  });
});

describe('data/sources.json', () => {
  const sources = readSourceList('data/sources.json');

  it('names each official file once, over https, with its licence', () => {
    for (const key of ['name', 'file', 'url'] as const) {
      expect(new Set(sources.map((one) => one[key])).size).toBe(sources.length);
    }
    for (const { url, page } of sources)
      for (const one of [url ?? page, page]) expect(one).toMatch(/^https:/);
    expect(sources.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['annuaire', 'geolocalisation', 'effectifs-ecoles', 'ips-ecoles', 'ips-colleges', 'rep', 'qpv', 'communes', 'cites-educatives']) // prettier-ignore
    );
  });
});
