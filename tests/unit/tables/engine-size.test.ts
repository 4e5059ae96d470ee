// The engine is kept compressed, and is the same once opened; its progress bar ends where it ends.
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { initSync } from 'brotli-dec-wasm/web';
import { beforeAll, expect, it } from 'vitest';
import { packedEngineFile, strippedEngineFile } from '../../../scripts/site/strip-wasm-exports.mjs';
import { ENGINE_BYTES } from '../../../src/lib/tables/engine-size.ts';
import { unpacked } from '../../../src/lib/tables/unpack-engine.ts';

/** What a host that compresses nothing may send for the engine and its decoder, at most. */
const MOST_BYTES = 7_000_000;

const decoder = createRequire(import.meta.url).resolve('brotli-dec-wasm/web/bg.wasm');
/** Compressing the engine, once for an installed version, takes a minute or more. */
const PACKING_MS = 300_000;
beforeAll(async () => {
  initSync({ module: readFileSync(decoder) });
  await packedEngineFile();
}, PACKING_MS);

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

it('knows the size of the engine that the site takes', async () => {
  expect(statSync(await strippedEngineFile()).size).toBe(ENGINE_BYTES);
});

it('sends at most 7 MB for the engine on a host that compresses nothing, and opens it whole', async () => {
  const packed = readFileSync(await packedEngineFile());
  expect(packed.length + statSync(decoder).size).toBeLessThan(MOST_BYTES);
  const response = unpacked(new Response(packed));
  expect(response.headers.get('content-type')).toBe('application/wasm');
  expect((await bytesOf(response)).equals(readFileSync(await strippedEngineFile()))).toBe(true);
});

it('opens what ends on the edge of a piece, or within one', async () => {
  for (const length of [0, 1, 999_999, 1_000_000, 1_000_001, 2_000_000]) {
    const bytes = Buffer.alloc(length, 'engine');
    expect((await bytesOf(unpacked(new Response(brotliCompressSync(bytes))))).equals(bytes)).toBe(true);
  }
});

it('refuses what is cut short, and leaves a failed answer as it is', async () => {
  const cut = brotliCompressSync(Buffer.from('the engine of the database')).subarray(0, 12);
  await expect(unpacked(new Response(cut)).arrayBuffer()).rejects.toThrow('cut short');
  expect(unpacked(new Response('', { status: 404 })).status).toBe(404);
});
