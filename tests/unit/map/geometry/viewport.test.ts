// The drawn map and the live map agree on where things are.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioOf, reservedBoxes, wholeView } from '../../../../src/lib/map/geometry/frame.ts';
import { scaleSteps, roundBelow, circleRadius } from '../../../../src/lib/map/geometry/scales.ts';
import {
  carriedView,
  fit,
  fromCamera,
  metresPerPixel,
  project,
  toCamera,
  unproject
} from '../../../../src/lib/map/geometry/viewport.ts';

const BOUNDS = [3.434, 50.252, 3.678, 50.498] as const;
const NONE = { top: 0, right: 0, bottom: 0, left: 0 };

describe('a view of the territory', () => {
  it('holds the whole territory, whatever the frame', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 2000 }),
        fc.integer({ min: 200, max: 2000 }),
        (width, height) => {
          const view = wholeView(BOUNDS, { width, height }, true);
          for (const [lon, lat] of [
            [BOUNDS[0], BOUNDS[1]],
            [BOUNDS[2], BOUNDS[3]]
          ] as const) {
            const [x, y] = project(view, lon, lat);
            expect(x).toBeGreaterThanOrEqual(-1e-6);
            expect(x).toBeLessThanOrEqual(width + 1e-6);
            expect(y).toBeGreaterThanOrEqual(-1e-6);
            expect(y).toBeLessThanOrEqual(height + 1e-6);
          }
        }
      )
    );
  });

  it('comes back from pixels to degrees', () => {
    const view = fit(BOUNDS, 548, 724, NONE);
    fc.assert(
      fc.property(
        fc.double({ min: 3.4, max: 3.7, noNaN: true }),
        fc.double({ min: 50.2, max: 50.5, noNaN: true }),
        (lon, lat) => {
          const [lon2, lat2] = unproject(view, project(view, lon, lat));
          expect(lon2).toBeCloseTo(lon, 9);
          expect(lat2).toBeCloseTo(lat, 9);
        }
      )
    );
  });

  it('is the same once it went through MapLibre’s centre and zoom', () => {
    const view = fit(BOUNDS, 548, 724, NONE, 1);
    const { center, zoom } = toCamera(view);
    const again = fromCamera(...center, zoom, view.width, view.height);
    expect(again.world).toBeCloseTo(view.world, 3);
    expect(again.x).toBeCloseTo(view.x, 12);
    expect(again.y).toBeCloseTo(view.y, 12);
  });

  it('carries a point to where its place stands in another view', () => {
    const small = fit(BOUNDS, 300, 400, NONE);
    const large = fit(BOUNDS, 900, 700, NONE, 0.2);
    const [x, y] = carriedView(small, large, project(small, 3.52, 50.36));
    const [x2, y2] = project(large, 3.52, 50.36);
    expect(x).toBeCloseTo(x2, 6);
    expect(y).toBeCloseTo(y2, 6);
  });

  it('has a frame as tall as the territory, with room for labels beside it', () => {
    expect(ratioOf(BOUNDS)).toBeGreaterThan(0.7);
    expect(ratioOf(BOUNDS)).toBeLessThan(0.8);
    expect(ratioOf([2, 50, 6, 50.5])).toBe(1.6);
  });

  it('keeps labels off the legend on a wide map only', () => {
    expect(reservedBoxes({ width: 548, height: 700 }, { width: 200, height: 250 })).toHaveLength(2);
    expect(reservedBoxes({ width: 328, height: 430 }, { width: 328, height: 250 })).toHaveLength(1);
  });
});

describe('the scale bar', () => {
  it('shows 0, 2 and 5 km on the first view of the territory', () => {
    const view = wholeView(BOUNDS, { width: 548, height: 724 }, true);
    const { ticks, length } = scaleSteps(view, 140);
    expect(ticks).toEqual([0, 2000, 5000]);
    expect(length).toBeCloseTo(5000 / metresPerPixel(view), 6);
  });

  it('is never longer than asked and never shorter than two fifths of it', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e4, max: 1e9, noNaN: true }), (world) => {
        const { length } = scaleSteps({ width: 500, height: 500, x: 0.5, y: 0.33, world }, 140);
        expect(length).toBeLessThanOrEqual(140 + 1e-6);
        expect(length).toBeGreaterThanOrEqual(140 * 0.4 - 1e-6);
      })
    );
  });

  it('counts by 1, 2 and 5', () => {
    expect([0.7, 1, 1.99, 2, 4.9, 5, 9.9, 10, 5565].map(roundBelow)).toEqual([
      0.5, 1, 1, 2, 2, 5, 5, 10, 5000
    ]);
  });
});

describe('proportional circles', () => {
  it('grow by area, not by radius', () => {
    expect(circleRadius(400, 400, 20)).toBe(20);
    expect(circleRadius(100, 400, 20)).toBe(10);
    expect(circleRadius(0, 400, 20)).toBe(0);
    expect(circleRadius(5, 0, 20)).toBe(0);
  });
});
