import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainConflict, minimalConflict } from '../../../src/lib/algorithms/minimal-conflict.ts';

const RULES = Array.from({ length: 12 }, (_, rule) => rule);
const conflicts = fc.array(fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 }), { maxLength: 4 });

describe('minimal conflict', () => {
  it('is one of the conflicts there are, and none where there is none', () => {
    fc.assert(
      fc.property(conflicts, (known) => {
        const holds = (some: readonly number[]) =>
          !known.some((one) => one.every((rule) => some.includes(rule)));
        const found = minimalConflict(RULES, holds);
        expect(found.length > 0).toBe(known.length > 0);
        if (known.length === 0) return;
        expect(holds(found)).toBe(false);
        for (const left of found) expect(holds(found.filter((rule) => rule !== left))).toBe(true);
        expect(explainConflict(RULES, holds)).toEqual(found);
      })
    );
  });

  it('asks few questions: 2 rules out of 1,024', () => {
    let trials = 0;
    const holds = (some: readonly number[]) => {
      trials++;
      return !(some.includes(3) && some.includes(900));
    };
    expect(minimalConflict(Array.from({ length: 1024 }, (_, rule) => rule), holds)).toEqual([3, 900]); // prettier-ignore
    expect(trials).toBeLessThan(50);
  });
});
