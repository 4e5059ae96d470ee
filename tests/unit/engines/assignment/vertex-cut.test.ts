// The lightest cut between two vertices is the one that trying every set of vertices finds.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { vertexCut } from '../../../../src/lib/engines/assignment/problem/vertex-cut.ts';
import { draws } from '../../../draws.ts';

const VERTICES = 7;

it('is the lightest of all sets that part the two', () => {
  const edge = fc.tuple(fc.nat(VERTICES - 1), fc.nat(VERTICES - 1));
  const weight = fc.nat(9);
  fc.assert(
    fc.property(
      fc.array(edge, { maxLength: 14 }),
      fc.array(weight, { minLength: VERTICES, maxLength: VERTICES }),
      (edges, weights) => {
        const touching = Array.from({ length: VERTICES }, (_, i) => [
          ...new Set(edges.flatMap(([a, b]) => (a === i ? [b] : b === i ? [a] : [])).filter((v) => v !== i))
        ]);
        const [from, to] = [0, VERTICES - 1];
        fc.pre(!touching[from]!.includes(to));
        const parts = (cut: readonly number[]) => {
          const reached = new Set([from]);
          for (const i of reached) for (const v of touching[i]!) if (!cut.includes(v)) reached.add(v);
          return !reached.has(to);
        };
        const inner = Array.from({ length: VERTICES - 2 }, (_, k) => k + 1);
        const weigh = (cut: readonly number[]) => cut.reduce((sum, i) => sum + weights[i]!, 0);
        let least = Infinity;
        for (let set = 0; set < 1 << inner.length; set++) {
          const cut = inner.filter((_, k) => (set >> k) & 1);
          if (parts(cut)) least = Math.min(least, weigh(cut));
        }
        const found = vertexCut(touching, weights, from, to);
        expect(found.weight).toBeCloseTo(least, 9);
        expect(parts(found.vertices)).toBe(true);
        expect(found.vertices).not.toContain(from);
        expect(weigh(found.vertices)).toBe(least);
      }
    ),
    { numRuns: draws(), seed: 5 }
  );
});
