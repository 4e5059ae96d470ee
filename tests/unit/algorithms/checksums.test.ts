import { crc32 as ofNode } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/lib/algorithms/crc32.ts';
import { FNV_BASIS, fnv1a, utf16Units } from '../../../src/lib/algorithms/fnv1a.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('CRC-32', () => {
  it('has the check value of its catalogue', () => expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926));

  it('is that of zlib, at once and in parts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
        expect(crc32(bytes)).toBe(ofNode(bytes));
        expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
      })
    );
  });
});

describe('FNV-1a', () => {
  it('has the values that its authors publish', () => {
    expect(fnv1a([])).toBe(FNV_BASIS);
    expect(fnv1a(bytesOf('a'))).toBe(0xe40c292c);
    expect(fnv1a(bytesOf('foobar'))).toBe(0xbf9cf968);
  });

  it('is the same for bytes and UTF-16 units of ASCII, not beyond', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(fnv1a(utf16Units(text))).toBe(fnv1a(bytesOf(text)));
      })
    );
    expect(fnv1a(utf16Units('é'))).not.toBe(fnv1a(bytesOf('é')));
  });
});
