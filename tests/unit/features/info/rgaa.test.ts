import { expect, it } from 'vitest';
import { rgaaCount, rgaaThemes } from '../../../../src/lib/features/info/rgaa.ts';

it('the declaration holds the 106 criteria of the RGAA, each once, and a rate that untested ones do not raise', () => {
  const sizes = rgaaThemes().map(({ criteria }) => Object.values(criteria).flat().length);
  expect(sizes).toEqual([9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]);
  const { conform, failed, untested, absent, applicable, rate } = rgaaCount();
  expect(conform + failed + untested).toBe(applicable);
  expect(applicable + absent).toBe(106);
  expect(rate).toBe(conform / applicable);
  expect({ conform, failed, untested }).toEqual({ conform: 76, failed: 0, untested: 0 });
});
