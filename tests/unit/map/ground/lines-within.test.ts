// A picture of one place carries only the lines that it shows.
import { expect, it } from 'vitest';
import { linesWithin, polygonsWithin } from '../../../../src/lib/map/ground/lines-within.ts';
import { fit, unproject, type Point } from '../../../../src/lib/map/geometry/viewport.ts';

const view = fit([3.4, 50.2, 3.7, 50.5], 500, 600, { top: 0, right: 0, bottom: 0, left: 0 });
const line = (...points: Point[]) => points.map((point) => [...unproject(view, point)]);

it('a line is cut to the stretches that come into the view, each with its ends beyond', () => {
  const river = line([-900, 300], [-300, 300], [250, 300], [900, 300], [1500, 300], [1500, 900]);
  const [only, ...others] = linesWithin(view, [river]);
  expect(others).toEqual([]);
  expect(only).toEqual([river[1], river[3]]);
  expect(linesWithin(view, [line([-900, 0], [-900, 600])])).toEqual([]);
});

it('points that add nothing to the shape are left out, corners and ends never', () => {
  const bend = line([100, 100], [100.1, 100.2], [150, 150.2], [200, 200], [200, 300], [200.1, 300.1]);
  expect(linesWithin(view, [bend])).toEqual([[bend[0], bend[3], bend[5]]]);
});

it('a lake out of sight is left out, one that fills the view is kept', () => {
  const square = (x: number, side: number) => [
    line([x, x], [x + side, x], [x + side, x + side], [x, x + side], [x, x])
  ];
  expect(polygonsWithin(view, [square(2000, 50), square(100, 50), square(-3000, 9000)])).toHaveLength(2);
});
