// Which Firefox the tests drive.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { firefoxToTest } from '../../../scripts/setup.mjs';

it.each([
  ['Mozilla Firefox 140.15.0esr', false],
  ['Mozilla Firefox 153.0esr', true],
  ['Mozilla Firefox 160.1', true],
  ['something else', false]
])('a verdict drives « %s »: %s, and says why when it does not', (words, driven) => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-firefox-'));
  try {
    const path = join(folder, 'firefox');
    writeFileSync(path, `#!/bin/sh\necho '${words}'\n`);
    chmodSync(path, 0o755);
    expect(firefoxToTest(path)).toEqual(driven ? { path } : { why: expect.stringContaining(path) });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
