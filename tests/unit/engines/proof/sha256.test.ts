// On plain HTTP, files have the fingerprint that any other tool gives them.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { webSha256 } from '../../../../src/lib/engines/proof/check-certificate.ts';
import { sha256 } from '../../../../src/lib/engines/proof/sha256.ts';

it('is that of node and of browsers, whatever the length', async () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect([await sha256(bytes), await webSha256(bytes)]).toEqual([expected, expected]);
  }
  const large = new Uint8Array(1_000_003).fill(7);
  expect(await sha256(large)).toBe(createHash('sha256').update(large).digest('hex'));
});
