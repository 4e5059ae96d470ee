// Brings one official file: resumed where it was cut, checked by size, type, content and hash, renamed only when whole.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { signatureOf } from '../../src/lib/engines/import/index.ts';
import { FetchFault } from './fault.ts';
import { refuseStatus, refuseType, request } from './request.ts';
import type { OfficialSource } from './source-list.ts';

export interface DownloadOptions {
  folder: string;
  /** Seconds without a byte after which the server is given up. */
  patience?: number;
  tries?: number;
  /** Most seconds to wait between two tries. */
  mostWait?: number;
  onProgress?: (received: number, total: number | null) => void;
}

export interface Downloaded {
  bytes: number;
  sha256: string;
  /** Bytes that an earlier, cut download had left. */
  resumed: number;
}

const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
const sizeOf = async (path: string) => (existsSync(path) ? (await stat(path)).size : 0);

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** What proves that a part is of the same file as what would follow it. */
const validatorOf = ({ headers }: Response) => headers.get('etag') ?? headers.get('last-modified') ?? '';

async function rangeOf(part: string): Promise<Record<string, string>> {
  const [have, mark] = [await sizeOf(part), `${part}.mark`];
  if (have === 0 || !existsSync(mark)) return {};
  return { range: `bytes=${have}-`, 'if-range': await readFile(mark, 'utf8') };
}

/** Length of the whole file, as the answer tells it; null when it does not. */
function totalOf(response: Response, have: number): number | null {
  const range = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (range !== undefined) return Number(range);
  const length = response.headers.get('content-length');
  const encoded = response.headers.has('content-encoding');
  return length === null || encoded ? null : have + Number(length);
}

async function receive(source: OfficialSource, part: string, options: DownloadOptions): Promise<number> {
  const patience = options.patience ?? 60;
  const abort = new AbortController();
  const stalled = () => abort.abort(new FetchFault('stalled', String(patience)));
  let timer = setTimeout(stalled, patience * 1_000);
  try {
    const headers = { 'user-agent': 'Maillage', 'accept-encoding': 'identity', ...(await rangeOf(part)) };
    let response = await request(source.url, headers, abort.signal);
    if (response.status === 416) {
      await rm(part, { force: true });
      response = await request(source.url, { 'user-agent': 'Maillage' }, abort.signal);
    }
    refuseStatus(response);
    refuseType(response, source.type);
    const have = response.status === 206 ? await sizeOf(part) : 0;
    const total = totalOf(response, have);
    const validator = validatorOf(response);
    if (validator) await writeFile(`${part}.mark`, validator);
    else await rm(`${part}.mark`, { force: true });
    const file = createWriteStream(part, { flags: have > 0 ? 'a' : 'w' });
    let received = have;
    try {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        clearTimeout(timer);
        timer = setTimeout(stalled, patience * 1_000);
        received += chunk.length;
        if (!file.write(chunk)) await new Promise<void>((drained) => file.once('drain', () => drained()));
        options.onProgress?.(received, total);
      }
    } catch (cause) {
      if (cause instanceof FetchFault) throw cause;
      throw new FetchFault('cut', `${received} octets sur ${total ?? '?'}`, { cause });
    } finally {
      await new Promise<void>((ended) => file.end(() => ended()));
    }
    if (total !== null && received < total) throw new FetchFault('cut', `${received} octets sur ${total}`);
    if (total !== null && received > total) {
      await rm(part, { force: true });
      throw new FetchFault('size', `${received} octets, ${total} annoncés`);
    }
    return have;
  } finally {
    clearTimeout(timer);
  }
}

/** Refuses what is not the file: an error page under its name, nothing at all, another content than the pinned one. */
async function check(source: OfficialSource, part: string): Promise<Downloaded> {
  const handle = await open(part);
  const head = new Uint8Array(512);
  const { bytesRead } = await handle.read(head, 0, head.length, 0);
  await handle.close();
  const signature = signatureOf(head.subarray(0, bytesRead));
  if (bytesRead === 0) throw new FetchFault('type', 'un fichier vide');
  if (signature === 'web-page') throw new FetchFault('type', 'une page web');
  const sha256 = await hashOf(part);
  if (source.sha256 !== null && source.sha256 !== sha256) throw new FetchFault('hash', sha256.slice(0, 12));
  return { bytes: await sizeOf(part), sha256, resumed: 0 };
}

/**
 * Downloads a source into `folder`. A file that was there stays until the new one is whole and checked.
 * @throws FetchFault
 */
export async function download(source: OfficialSource, options: DownloadOptions): Promise<Downloaded> {
  const { folder, tries = 4, mostWait = 30 } = options;
  await mkdir(folder, { recursive: true });
  const path = join(folder, source.file);
  const part = `${path}.part`;
  for (let attempt = 1; ; attempt++) {
    try {
      const resumed = await receive(source, part, options);
      const downloaded = await check(source, part);
      await rename(part, path);
      await rm(`${part}.mark`, { force: true });
      return { ...downloaded, resumed };
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error;
      if (['type', 'hash', 'size'].includes(error.kind)) {
        for (const left of [part, `${part}.mark`]) await rm(left, { force: true });
      }
      if (!error.passing || attempt >= tries) throw error;
      await sleep(Math.min(mostWait, error.wait ?? 2 ** (attempt - 1)));
    }
  }
}
