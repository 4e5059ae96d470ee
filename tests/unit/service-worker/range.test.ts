// A file kept offline answers byte ranges as a server would.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRange, sliceResponse } from '../../../src/service-worker/range.ts';

const stored = (text: string) =>
  new Response(text, { headers: { 'content-type': 'text/plain', 'content-encoding': 'br' } });

describe('a range of a kept file', () => {
  test.each([
    ['bytes=0-3', 'abcd', 'bytes 0-3/10'],
    ['bytes=4-', 'efghij', 'bytes 4-9/10'],
    ['bytes=-3', 'hij', 'bytes 7-9/10'],
    ['bytes=8-99', 'ij', 'bytes 8-9/10'],
    ['bytes=-99', 'abcdefghij', 'bytes 0-9/10']
  ])('%s gives %s', async (header, text, contentRange) => {
    const response = await sliceResponse(stored('abcdefghij'), header);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(response.headers.get('content-length')).toBe(String(text.length));
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await response.text()).toBe(text);
  });

  test.each(['bytes=10-', 'bytes=-0', 'bytes=99-100'])(
    '%s lies outside: 416 and the size',
    async (header) => {
      const response = await sliceResponse(stored('abcdefghij'), header);
      expect(response.status).toBe(416);
      expect(response.headers.get('content-range')).toBe('bytes */10');
    }
  );

  test.each(['bytes=0-1,4-5', 'items=0-1', 'bytes=5-2', 'bytes=-', 'nonsense'])(
    '%s cannot be sliced: the whole file',
    async (header) => {
      const response = await sliceResponse(stored('abcdefghij'), header);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('abcdefghij');
    }
  );

  test('never reaches outside the file', () => {
    const part = fc.oneof(fc.constant(''), fc.nat(2000).map(String));
    fc.assert(
      fc.property(part, part, fc.nat(1000), (from, to, size) => {
        const range = readRange(`bytes=${from}-${to}`, size);
        if (typeof range === 'string') return true;
        return 0 <= range.first && range.first <= range.last && range.last < size;
      })
    );
  });
});
