import { expect, it } from 'vitest';
import { shorAscent } from '../../../src/lib/algorithms/shor-ascent.ts';

it('climbs to the top of a roof whose slopes are a thousand times apart', () => {
  const roof = ([x, y]: Float64Array) => ({
    value: -Math.abs(x! - 3) - 1000 * Math.abs(y! - x!),
    slope: Float64Array.of(Math.sign(3 - x!) + 1000 * Math.sign(y! - x!), 1000 * Math.sign(x! - y!))
  });
  const [x, y] = shorAscent(roof, Float64Array.of(-20, 50), { first: 10, last: 1e-7, most: 2000 });
  expect(x).toBeCloseTo(3, 3);
  expect(y).toBeCloseTo(3, 3);
});
