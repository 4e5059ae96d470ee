// The progress bar of the engine ends where its file ends.
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { strippedEngineFile } from '../../../scripts/site/strip-wasm-exports.mjs';
import { ENGINE_BYTES } from '../../../src/lib/tables/engine-size.ts';

it('knows the size of the engine that the site takes', () => {
  expect(statSync(strippedEngineFile()).size).toBe(ENGINE_BYTES);
});
