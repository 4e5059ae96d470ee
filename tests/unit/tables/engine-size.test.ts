// The progress bar of the engine ends where its file ends.
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { ENGINE_BYTES } from '../../../src/lib/tables/engine-size.ts';

it('knows the size of the installed engine', () => {
  const file = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  expect(statSync(file).size).toBe(ENGINE_BYTES);
});
