// The database's engine without the names that nobody calls. DuckDB is built to be joined by extensions: it exports each of its 75,000
// functions, a fifth of the file, and its script goes through them all at every start. The site refuses extensions. It is kept compressed:
// many hosts compress nothing, or refuse a file of more than 25 MiB.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { ROOT } from '../setup.mjs';

const EXPORTS = 7;
const HEADER_BYTES = 8;

/** Reads what WebAssembly's binary format writes (https://webassembly.github.io/spec/core/binary/). */
class Reader {
  at = 0;
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
  }
  byte() {
    return this.bytes[this.at++] ?? 0;
  }
  /** An unsigned number, LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  name() {
    const length = this.number();
    this.at += length;
    return Buffer.from(this.bytes.subarray(this.at - length, this.at)).toString('utf8');
  }
}

/** @param {number} value */
function leb128(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

/**
 * The same module with fewer exports; all else is untouched, byte for byte.
 * @param {Uint8Array} bytes a WebAssembly module
 * @param {(name: string) => boolean} isUsed
 * @returns {Uint8Array}
 */
export function withExports(bytes, isUsed) {
  const reader = new Reader(bytes);
  reader.at = HEADER_BYTES;
  while (reader.at < bytes.length) {
    const start = reader.at;
    const section = reader.byte();
    const end = reader.number() + reader.at;
    if (section === EXPORTS) {
      const kept = [];
      for (let left = reader.number(); left > 0; left -= 1) {
        const from = reader.at;
        const name = reader.name();
        reader.byte();
        reader.number();
        if (isUsed(name)) kept.push(bytes.subarray(from, reader.at));
      }
      const body = Buffer.concat([leb128(kept.length), ...kept]);
      return Buffer.concat([
        bytes.subarray(0, start),
        Buffer.from([EXPORTS]),
        leb128(body.length),
        body,
        bytes.subarray(end)
      ]);
    }
    reader.at = end;
  }
  return bytes;
}

/**
 * The engine with what its script names, however it names it.
 * @param {Uint8Array} engine
 * @param {string} script
 */
export function leanEngine(engine, script) {
  const words = new Set(script.match(/[A-Za-z_$][\w$]*/g));
  return withExports(engine, (name) => words.has(name) || words.has(`_${name}`));
}

/** The widest window of brotli that every decoder reads: the engine is larger than a smaller one. */
const WINDOW = 24;

const compress = promisify(brotliCompress);
/** @param {Uint8Array} bytes */
const packed = (bytes) =>
  compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
    }
  });

/**
 * @param {string} file
 * @param {() => Uint8Array | Promise<Uint8Array>} make
 */
async function writeOnce(file, make) {
  if (existsSync(file)) return file;
  // Two builds at once must not read half a file.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, await make());
  renameSync(draft, file);
  return file;
}

/** Path of the lean engine, made once for an installed version. */
export async function strippedEngineFile() {
  const { resolve } = createRequire(import.meta.url);
  const [engine, script] = ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js'].map((name) =>
    readFileSync(resolve(`@duckdb/duckdb-wasm/dist/${name}`))
  );
  const own = readFileSync(new URL(import.meta.url));
  const version = createHash('sha256').update(engine).update(script).update(own).digest('hex').slice(0, 16);
  const folder = join(ROOT, '.cache/engine', version);
  mkdirSync(folder, { recursive: true });
  return writeOnce(join(folder, 'duckdb-eh.wasm'), () => leanEngine(engine, script.toString('utf8')));
}

/** Path of the lean engine compressed by brotli at its best, made once (a minute, on a thread of its own) for an installed version. */
export async function packedEngineFile() {
  const file = await strippedEngineFile();
  return writeOnce(file.replace(/\.wasm$/, '.bin'), () => packed(readFileSync(file)));
}

/**
 * Gives the site the lean engine, compressed, wherever it asks for DuckDB's.
 * @returns {import('vite').Plugin}
 */
export function useStrippedEngine() {
  return {
    name: 'strip-wasm-exports',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@duckdb\/duckdb-wasm\/dist\/duckdb-eh\.wasm\?url$/ },
      handler: async () => `${await packedEngineFile()}?url`
    }
  };
}
