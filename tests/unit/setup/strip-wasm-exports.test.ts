// The engine that the site takes does all that its script asks of it, without the names that nobody calls.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { strippedEngineFile, withExports } from '../../../scripts/site/strip-wasm-exports.mjs';

/** Two functions, `one` and `two`, that answer 1 and 2. */
const MODULE = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 0, 1, 0x7f],
  ...[3, 3, 2, 0, 0],
  ...[7, 13, 2, 3, 0x6f, 0x6e, 0x65, 0, 0, 3, 0x74, 0x77, 0x6f, 0, 1],
  ...[10, 11, 2, 4, 0, 0x41, 1, 0x0b, 4, 0, 0x41, 2, 0x0b]
]);

async function functionsOf(bytes: Uint8Array): Promise<Record<string, () => number>> {
  const module = await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  return (await WebAssembly.instantiate(module)).exports as Record<string, () => number>;
}

describe('a module with fewer exports', () => {
  test('keeps the functions that are used, and they answer as before', async () => {
    const functions = await functionsOf(withExports(MODULE, (name) => name === 'two'));
    expect(Object.keys(functions)).toEqual(['two']);
    expect(functions['two']?.()).toBe(2);
  });

  test('may keep all of them, or none', async () => {
    expect(withExports(MODULE, () => true)).toEqual(Buffer.from(MODULE));
    expect(await functionsOf(withExports(MODULE, () => false))).toEqual({});
  });

  test('is left alone where it exports nothing', () => {
    const bare = MODULE.slice(0, 8);
    expect(withExports(bare, () => false)).toEqual(bare);
  });
});

test('the site’s engine exports what its script calls, a fifth lighter than the one it comes from', async () => {
  const whole = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const [before, after] = [whole, await strippedEngineFile()].map((file) => readFileSync(file));
  const names = (bytes: Buffer | undefined) =>
    WebAssembly.Module.exports(new WebAssembly.Module(bytes as unknown as ArrayBuffer)).map(
      ({ name }) => name
    );
  const kept = names(after);
  expect(kept).toEqual(expect.arrayContaining(['malloc', 'free', 'main', '__wasm_call_ctors']));
  // Each door of the database's own interface that the script knows, by `ccall` or as a function.
  const script = readFileSync(whole.replace('duckdb-eh.wasm', 'duckdb-browser-eh.worker.js'), 'utf8');
  const called = names(before).filter((name) => name.startsWith('duckdb_web_') && script.includes(name));
  expect(called.length).toBeGreaterThan(40);
  expect(kept).toEqual(expect.arrayContaining(called));
  expect(kept.length).toBeLessThan(500);
  expect((after?.length ?? 0) / (before?.length ?? 1)).toBeLessThan(0.8);
});
