// A copy of the built site with its brotli twins, as a host that compresses would serve it. Twins are kept by content.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const COMPRESSIBLE = /\.(html|js|mjs|css|json|geojson|svg|webmanifest|wasm|arrow|csv|bin)$/;
/** The widest window that every browser reads: the database's engine is larger than a smaller one. */
const WINDOW = 24;

const compress = promisify(brotliCompress);

async function twinOf(bytes, cache) {
  const kept = join(cache, `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.br`);
  if (existsSync(kept)) return readFileSync(kept);
  const twin = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
    }
  });
  writeFileSync(kept, twin);
  return twin;
}

/**
 * Replaces `to` with a copy of the site in `from`, each compressible file with its `.br` beside it.
 * @param {string} from
 * @param {string} to
 * @param {string} cache directory of the twins made before
 */
export async function copyCompressed(from, to, cache) {
  mkdirSync(cache, { recursive: true });
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    const twin = await twinOf(bytes, cache);
    if (twin.length < bytes.length) writeFileSync(`${path}.br`, twin);
  }
}
