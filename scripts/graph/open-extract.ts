// An extract of the command line, read by slices: `fs.openAsBlob` counts its bytes in 32 bits on Node 20.
import { fstatSync, openSync, read } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import type { ExtractFile } from '../../src/lib/engines/ground/index.ts';

const readAt = promisify(read);

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
    slice: (from, to) => ({ arrayBuffer: () => bytesOf(from, to) })
  };
}
