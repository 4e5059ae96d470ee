// A graph file gives back the graph that was written, or says why it cannot.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import {
  decodeGraph,
  encodeGraph,
  GRAPH_FILE_VERSION
} from '../../../../src/lib/engines/travel/graph/graph-file.ts';
import { graphOf, randomNetwork, withTurns } from '../../../fixtures/travel/networks.ts';

const file = encodeGraph(graphOf(randomNetwork(11, 80, 0.3)));

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
        const graph = graphOf(randomNetwork(seed, size, 0.3));
        expect(decodeGraph(encodeGraph(graph))).toEqual(graph);
      }),
      { numRuns: 60 }
    );
  });

  it('gives back tunnels, bridges and forbidden turns too, and writes a file without any as it always did', () => {
    const plain = graphOf(randomNetwork(5, 60, 0.3));
    const network = withTurns(randomNetwork(5, 60, 0.3), 6, 12);
    network.ways.forEach((way, i) => (way.offGround = i % 5 === 0));
    const marked = graphOf(network);
    expect(marked.turns?.from.length).toBeGreaterThan(2);
    expect(marked.offGround).toContain(1);
    expect(decodeGraph(encodeGraph(marked))).toEqual(marked);
    expect([encodeGraph(plain)[4], encodeGraph(marked)[4]]).toEqual([1, 2]);
  });

  it('is refused when one bit has flipped, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(7), (at, bit) => {
        const damaged = file.slice();
        damaged[at]! ^= 1 << bit;
        expect(codeOf(damaged)).toMatch(/^graph-(foreign|version|truncated|damaged)$/);
      }),
      { numRuns: 400 }
    );
  });

  it('is refused when it was cut short', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => {
        expect(codeOf(file.subarray(0, length))).toMatch(/^graph-(foreign|truncated)$/);
      })
    );
  });

  it('names the version that it found and the one that it expects', () => {
    const other = file.slice();
    other[4] = GRAPH_FILE_VERSION + 1;
    expect(() => decodeGraph(other)).toThrowError(
      expect.objectContaining({
        finding: expect.objectContaining({ code: 'graph-version', found: 'version 3', expected: 'version 2' })
      })
    );
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
