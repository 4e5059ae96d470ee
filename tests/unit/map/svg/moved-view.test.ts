import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { wholeView } from '../../../../src/lib/map/geometry/frame.ts';
import { project, unproject, type Bounds, type Point } from '../../../../src/lib/map/geometry/viewport.ts';
import { MovedView, sameView } from '../../../../src/lib/map/svg/moved-view.svelte.ts';

const BOUNDS: Bounds = [3.3, 50.2, 3.75, 50.5];
const whole = wholeView(BOUNDS, { width: 600, height: 700 }, true);
const AROUND = 0.2;
const view = () =>
  new MovedView(
    () => BOUNDS,
    () => whole,
    { farthest: 0.75, around: AROUND }
  );
const pixel = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 700 }));

describe('a drawing that is moved', () => {
  it('comes closer with what is under the pointer staying there', () => {
    fc.assert(
      fc.property(pixel, fc.double({ min: 1.1, max: 4, noNaN: true }), (at, factor) => {
        const moved = view();
        const place = unproject(moved.now, at);
        moved.zoomBy(factor, at);
        const [x, y] = project(moved.now, ...(place as [number, number]));
        expect(Math.hypot(x - at[0], y - at[1])).toBeLessThan(0.01);
      })
    );
  });

  it('never shows more around its territory than the live map would, and one press shows the whole again', () => {
    const step = fc.oneof(
      fc.record({ by: fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })) }),
      fc.record({ factor: fc.double({ min: 0.3, max: 3, noNaN: true }), at: pixel })
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const moved = view();
        for (const one of steps)
          if ('by' in one) moved.pan(...one.by);
          else moved.zoomBy(one.factor, one.at);
        const { now } = moved;
        if (now.world > whole.world * 1.5) {
          const [west, north] = unproject(now, [0, 0]);
          const [east, south] = unproject(now, [now.width, now.height]);
          expect(west).toBeGreaterThan(BOUNDS[0] - AROUND - 1e-6);
          expect(south).toBeGreaterThan(BOUNDS[1] - AROUND - 1e-6);
          expect(east).toBeLessThan(BOUNDS[2] + AROUND + 1e-6);
          expect(north).toBeLessThan(BOUNDS[3] + AROUND + 1e-6);
        }
        moved.zoom('whole');
        expect(sameView(moved.now, whole)).toBe(true);
      })
    );
  });

  it('takes the view of another map of its frame, to less than half a pixel', () => {
    fc.assert(
      fc.property(pixel, fc.double({ min: 0.8, max: 9, noNaN: true }), (at, factor) => {
        const [one, other] = [view(), view()];
        one.zoomBy(factor, at);
        other.take(one.now);
        expect(sameView(other.now, one.now)).toBe(true);
      })
    );
  });

  it('brings into sight a place that it does not show, and leaves one that it does', () => {
    const moved = view();
    const far: Point = [20, 20];
    moved.zoomBy(8, [580, 680]);
    const before = moved.now;
    moved.bringIn([575, 675]);
    expect(moved.now).toEqual(before);
    moved.bringIn(far);
    const [x, y] = project(moved.now, ...(unproject(whole, far) as [number, number]));
    expect(x).toBeGreaterThan(0);
    expect(y).toBeGreaterThan(0);
    expect(x).toBeLessThan(600);
    expect(y).toBeLessThan(700);
  });
});
