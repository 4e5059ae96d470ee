// Surfaces are laid over one another exactly, and nearly so when an outline crosses itself; never an error.
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { merged, shareWithin } from '../../../../src/lib/engines/territory-builder/places/overlay.ts';
import { square } from '../../../fixtures/import/files.ts';
import { draws } from '../../../draws.ts';

/** The clipping library cannot complete the intersection of these two. */
const CROSSING: Polygon = {
  type: 'Polygon',
  coordinates: [[[3.06, 50], [3.12, 50.2], [3.05, 50], [3.13, 50.05], [3.02, 50.1], [3.09, 50.1], [3.06, 50]]] // prettier-ignore
};
const OTHER: Polygon = {
  type: 'Polygon',
  coordinates: [[[3, 50.04], [3.11, 50.04], [3.06, 50.09], [3.08, 50.04], [3, 50.04]]] // prettier-ignore
};

describe('laying surfaces over one another', () => {
  it('tells the share of one in the other', () => {
    expect(shareWithin(square(3, 50, 0.02), square(3.01, 50, 0.02)).value).toBeCloseTo(0.5, 6);
    expect(shareWithin(square(3, 50, 0.02), square(4, 50, 0.02))).toEqual({ value: 0, exact: true });
  });

  it('makes one surface of two that touch', () => {
    const { value, exact } = merged([square(3, 50, 0.1), square(3.1, 50, 0.1)]);
    expect([value.type, exact]).toEqual(['Polygon', true]);
  });

  it('answers by the vertices when edges cross, and says that it is not exact', () => {
    const { value, exact } = shareWithin(CROSSING, OTHER);
    expect(exact).toBe(false);
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  });

  it('stands any outline', () => {
    const degree = fc.integer({ min: 0, max: 20 }).map((step) => step / 100);
    const ring = fc.array(fc.tuple(degree, degree), { minLength: 3, maxLength: 12 }).map((points) => {
      const positions = points.map(([x, y]) => [3 + x, 50 + y]);
      return [...positions, positions[0]!];
    });
    const polygon = ring.map((coordinates): Polygon => ({ type: 'Polygon', coordinates: [coordinates] }));
    fc.assert(
      fc.property(polygon, polygon, (here, there) => {
        shareWithin(here, there);
        expect(merged([here, there]).value.coordinates.length).toBeGreaterThan(0);
      }),
      { numRuns: draws() }
    );
  });
});
