// The progress bar of the engine ends where its file ends.
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { leanEngineFile } from '../../../scripts/lean-engine.mjs';
import { ENGINE_BYTES } from '../../../src/lib/tables/engine-size.ts';

it('knows the size of the engine that the site takes', () => {
  expect(statSync(leanEngineFile()).size).toBe(ENGINE_BYTES);
});
