// Files have the fingerprint that any other tool gives them: by the library, by the browser's own hash, and by the checker's.
import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { sha256, sha256Async } from '../../../src/lib/algorithms/sha256.ts';
import { webSha256 } from '../../../src/lib/engines/proof/check-certificate.ts';

afterEach(() => void vi.unstubAllGlobals());

it('is that of node and of browsers, whatever the length', async () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
    const expected = createHash('sha256').update(bytes).digest('hex');
    const found = [sha256(bytes), await sha256Async(bytes), await webSha256(bytes)];
    expect(found).toEqual([expected, expected, expected]);
  }
  const large = new Uint8Array(1_000_003).fill(7);
  expect(sha256(large)).toBe(createHash('sha256').update(large).digest('hex'));
});

it('is there on plain HTTP, where browsers give none', async () => {
  vi.stubGlobal('crypto', {});
  expect(await sha256Async(new TextEncoder().encode('é'))).toBe(sha256('é'));
});
