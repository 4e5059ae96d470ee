import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnionFind } from '../../../src/lib/algorithms/union-find.ts';

const SIZE = 20;
const element = fc.nat({ max: SIZE - 1 });

/** Elements that can be reached from one, step by step. */
function reached(pairs: readonly (readonly [number, number])[], from: number): number[] {
  const found = new Set([from]);
  for (let grown = -1; grown !== found.size;) {
    grown = found.size;
    for (const [a, b] of pairs) {
      if (found.has(a)) found.add(b);
      if (found.has(b)) found.add(a);
    }
  }
  return [...found].sort((a, b) => a - b);
}

describe('union-find', () => {
  it('groups what is joined through others, the least element first, whatever the order of the unions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(element, element), { maxLength: 30 }), (pairs) => {
        const [sets, turned] = [new UnionFind(SIZE), new UnionFind(SIZE)];
        for (const [a, b] of pairs) sets.union(a, b);
        for (const [a, b] of [...pairs].reverse()) turned.union(b, a);
        const groups = sets.groups();
        expect(turned.groups()).toEqual(groups);
        expect(groups.flat().length).toBe(SIZE);
        for (const group of groups) {
          expect(group).toEqual(reached(pairs, group[0]!));
          for (const one of group) expect(sets.find(one)).toBe(group[0]);
        }
      })
    );
  });
});
