import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderAgreement } from '../../../../src/lib/engines/situations/pareto-front.ts';

const values = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 12 });

describe('the order of two figures', () => {
  it('is wholly alike for the same figure, and for any that grows with it', () => {
    fc.assert(
      fc.property(values, (one) => {
        const all = (one.length * (one.length - 1)) / 2;
        expect(orderAgreement(one, one)).toEqual({ pairs: all, alike: all });
        expect(orderAgreement(one, one.map((value) => value ** 2))).toEqual({ pairs: all, alike: all }); // prettier-ignore
        expect(
          orderAgreement(
            one,
            one.map((value) => -value)
          ).alike
        ).toBe(0);
      })
    );
  });

  it('leaves out what either cannot tell apart', () => {
    expect(orderAgreement([1, 2, 3], [5, 5, 6])).toEqual({ pairs: 2, alike: 2 });
    expect(orderAgreement([1, 1.05, 3], [1, 2, 3], 0.1)).toEqual({ pairs: 2, alike: 2 });
  });
});
