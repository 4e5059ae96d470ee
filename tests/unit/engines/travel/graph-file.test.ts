// A graph file gives back the graph that was written, or says why it cannot.
import fc from 'fast-check';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import {
  decodeGraph,
  encodeGraph,
  GRAPH_FILE_VERSION
} from '../../../../src/lib/engines/travel/graph/graph-file.ts';
import { graphOf, randomNetwork, withNames, withTurns } from '../../../fixtures/travel/networks.ts';
import { draws } from '../../../draws.ts';

const file = encodeGraph(graphOf(withNames(randomNetwork(11, 80, 0.3), 4)));

function codeOf(bytes: Uint8Array): string {
  try {
    decodeGraph(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof UnusableInput) return error.finding.code;
    throw error;
  }
}

describe('a graph file', () => {
  it('gives back any graph, unchanged', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 90 }), (seed, size) => {
        const network = randomNetwork(seed, size, 0.3);
        for (const graph of [graphOf(network), graphOf(withNames(network, seed))])
          expect(decodeGraph(encodeGraph(graph))).toEqual(graph);
      }),
      { numRuns: draws() }
    );
  });

  it('gives back tunnels, bridges and forbidden turns too', () => {
    const network = withTurns(randomNetwork(5, 60, 0.3), 6, 12);
    network.ways.forEach((way, i) => (way.offGround = i % 5 === 0));
    const marked = graphOf(network);
    expect(marked.turns?.from.length).toBeGreaterThan(2);
    expect(marked.offGround).toContain(1);
    expect(decodeGraph(encodeGraph(marked))).toEqual(marked);
  });

  it('is refused when one bit has flipped, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(7), (at, bit) => {
        const damaged = file.slice();
        damaged[at]! ^= 1 << bit;
        expect(codeOf(damaged)).toMatch(/^graph-(foreign|version|newer|truncated|damaged)$/);
      }),
      { numRuns: draws() }
    );
  });

  it('whose body was changed and whose checksum agrees gives a graph or a reason, never another fault', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 16, max: file.length - 1 }), fc.nat(255)), {
          minLength: 1,
          maxLength: 4
        }),
        (changes) => {
          const changed = file.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          new DataView(changed.buffer).setUint32(12, crc32(changed.subarray(16)), true);
          expect(codeOf(changed)).toMatch(/^(read|graph-damaged)$/);
        }
      ),
      { numRuns: draws() }
    );
  });

  it('is refused when it was cut short', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => {
        expect(codeOf(file.subarray(0, length))).toMatch(/^graph-(foreign|truncated)$/);
      })
    );
  });

  it('of another version is refused as a former or a later one, with the one that is expected', () => {
    const of = (version: number) => {
      const other = file.slice();
      other[4] = version;
      return other;
    };
    const refused = (code: string, found: string) =>
      expect.objectContaining({ finding: expect.objectContaining({ code, found, expected: 'version 3' }) });
    for (const former of [1, 2])
      expect(() => decodeGraph(of(former))).toThrowError(refused('graph-version', `version ${former}`));
    expect(() => decodeGraph(of(GRAPH_FILE_VERSION + 1))).toThrowError(refused('graph-newer', 'version 4'));
  });

  it('is told from any other file', () => {
    expect(codeOf(new Uint8Array())).toBe('graph-foreign');
    expect(codeOf(new TextEncoder().encode('<!doctype html><title>404</title>'))).toBe('graph-foreign');
  });

  it('may lie anywhere in a larger buffer', () => {
    const larger = new Uint8Array(file.length + 7);
    larger.set(file, 7);
    expect(decodeGraph(larger.subarray(7)).from.length).toBeGreaterThan(0);
  });
});
