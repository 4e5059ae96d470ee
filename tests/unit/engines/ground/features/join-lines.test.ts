// Lines joined end to end: nothing lost, nothing twice, rings that close.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinForward,
  joinLines,
  joinRings
} from '../../../../../src/lib/engines/ground/features/join-lines.ts';

const stretches = (lines: readonly (readonly number[])[]) =>
  lines
    .flatMap((line) => line.slice(1).map((id, at) => [line[at]!, id].sort((a, b) => a - b).join('-')))
    .sort();

/** A line cut into pieces, some turned round, in any order. */
const pieces = (whole: readonly number[], cuts: readonly number[], flips: readonly boolean[]) => {
  const at = [...new Set([0, ...cuts.map((cut) => 1 + (cut % (whole.length - 2))), whole.length - 1])];
  at.sort((a, b) => a - b);
  return at.slice(1).map((end, index) => {
    const piece = whole.slice(at[index], end + 1);
    return flips[index] ? piece.reverse() : piece;
  });
};
const cutting = fc.record({
  length: fc.integer({ min: 4, max: 30 }),
  cuts: fc.array(fc.nat(100), { maxLength: 6 }),
  flips: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  order: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 })
});
const shuffled = <T>(list: readonly T[], order: readonly number[]) =>
  list
    .map((value, at) => ({ value, key: order[at % order.length]! }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);

describe('lines joined end to end', () => {
  it('make one line of a road cut anywhere, whichever way its ways go', () => {
    fc.assert(
      fc.property(cutting, ({ length, cuts, flips, order }) => {
        const whole = Array.from({ length }, (_, at) => at + 1);
        const joined = joinLines(shuffled(pieces(whole, cuts, flips), order));
        expect(joined).toHaveLength(1);
        expect([whole, whole.toReversed()]).toContainEqual(joined[0]);
      })
    );
  });

  it('keep every stretch once, whatever meets where', () => {
    const line = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(stretches(joinLines(lines))).toEqual(stretches(lines));
      })
    );
  });

  it('stop at a crossing of three', () => {
    expect(
      joinLines([
        [1, 2],
        [2, 3],
        [2, 4]
      ])
    ).toHaveLength(3);
  });

  it('make one ring of a shore cut anywhere, and none of one that does not close', () => {
    fc.assert(
      fc.property(cutting, ({ length, cuts, flips, order }) => {
        const round = [...Array.from({ length }, (_, at) => at + 1), 1];
        const cut = shuffled(pieces(round, cuts, flips), order);
        const rings = joinRings(cut);
        expect(rings).toHaveLength(1);
        expect(rings[0]![0]).toBe(rings[0]!.at(-1));
        expect(stretches(rings)).toEqual(stretches([round]));
        if (cut.length > 1) expect(joinRings(cut.slice(1))).toEqual([]);
      })
    );
  });

  it('never turn a coast round', () => {
    fc.assert(
      fc.property(cutting, ({ length, cuts, order }) => {
        const whole = Array.from({ length }, (_, at) => at + 1);
        expect(joinForward(shuffled(pieces(whole, cuts, []), order))).toEqual([whole]);
        const round = [...whole, 1];
        const [ring, ...others] = joinForward(shuffled(pieces(round, cuts, []), order));
        expect(others).toEqual([]);
        const start = ring!.indexOf(1);
        expect([...ring!.slice(start, -1), ...ring!.slice(0, start), 1]).toEqual(round);
      })
    );
  });
});
