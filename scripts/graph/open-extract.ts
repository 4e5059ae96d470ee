// An extract of the command line, read by slices: `fs.openAsBlob` counts its bytes in 32 bits on Node 20.
import { fstatSync, openSync, read } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { inflate as inflateZlib } from 'node:zlib';
import type { ExtractFile } from '../../src/lib/engines/ground/index.ts';

const readAt = promisify(read);
const open = promisify<Uint8Array, object, Buffer>(inflateZlib);

/** In one piece: streams cost a quarter of the reading. */
async function inflate(zlib: Uint8Array, size: number): Promise<Uint8Array> {
  // A size of zero is for the caller to refuse.
  const content = await open(zlib, { chunkSize: Math.max(64, size), maxOutputLength: Math.max(1, size) });
  if (content.length !== size) throw new RangeError('not of the size that is given');
  return content;
}

/** @throws an error with the code of Node's own (`ENOENT`, `EISDIR`) */
export function openExtract(path: string): ExtractFile {
  const file = openSync(path, 'r');
  const stats = fstatSync(file);
  if (stats.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
  const bytesOf = async (from: number, to: number) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(to, stats.size) - from));
    for (let at = 0; at < bytes.length;) {
      const { bytesRead } = await readAt(file, bytes, at, bytes.length - at, from + at);
      if (bytesRead === 0) throw new Error(`${path} became shorter`);
      at += bytesRead;
    }
    return bytes.buffer;
  };
  return {
    name: basename(path),
    size: stats.size,
    inflate,
    slice: (from, to) => ({ arrayBuffer: () => bytesOf(from, to) })
  };
}
