import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircleMetres, metresBetween, planeDegrees } from '../../../src/lib/algorithms/distance.ts';

const LILLE: [number, number] = [3.06, 50.63];
const ROUBAIX: [number, number] = [3.16, 50.69];

const at = ([lon, lat]: readonly [number, number]) => ({ lon, lat });
const lon = fc.double({ min: -5, max: 9, noNaN: true });
const lat = fc.double({ min: 41, max: 51.5, noNaN: true });
const away = fc.double({ min: -0.3, max: 0.3, noNaN: true });

describe('distances', () => {
  it('are known ones', () => {
    expect(greatCircleMetres({ lon: 0, lat: 0 }, { lon: 180, lat: 0 })).toBeCloseTo(Math.PI * 6_371_008.8, 3);
    expect(metresBetween(LILLE, ROUBAIX)).toBeCloseTo(9706, -2);
    expect(planeDegrees([0, 60], [1, 60])).toBeCloseTo(0.5, 12);
  });

  it('agree within 0.1 % up to 50 km, are the same both ways, and 0 from a place to itself', () => {
    fc.assert(
      fc.property(lon, lat, away, away, (x, y, dx, dy) => {
        const [a, b]: [number, number][] = [
          [x, y],
          [x + dx, y + dy]
        ];
        const round = greatCircleMetres(at(a!), at(b!));
        expect(metresBetween(a!, a!)).toBe(0);
        expect(metresBetween(a!, b!)).toBeCloseTo(metresBetween(b!, a!), 6);
        expect(Math.abs(metresBetween(a!, b!) - round)).toBeLessThanOrEqual(0.001 * round + 1e-3);
      })
    );
  });
});
