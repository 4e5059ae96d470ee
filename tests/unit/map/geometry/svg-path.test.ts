// Geometry as SVG paths.
import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../../src/lib/map/geometry/shapes.ts';
import { areaPath, linesPath } from '../../../../src/lib/map/geometry/svg-path.ts';
import { fit, project } from '../../../../src/lib/map/geometry/viewport.ts';
import { BOUNDS, SHAPES } from '../fixtures.ts';

const view = fit(BOUNDS, 400, 600, { top: 0, right: 0, bottom: 0, left: 0 });

describe('the SVG map', () => {
  it('closes each part of a place, in the pixels of the view', () => {
    const path = areaPath(view, shapeOf(SHAPES, { kind: 'qpv', code: 'Q' })!);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/Z/g)).toHaveLength(2);
    const commune = areaPath(view, shapeOf(SHAPES, { kind: 'commune', code: 'A' })!);
    const [x, y] = project(view, 3.4, 50.2);
    expect(commune.startsWith(`M${Number(x.toFixed(1))} ${Number(y.toFixed(1))}L`)).toBe(true);
  });

  it('leaves open lines open and closes rings', () => {
    expect(
      linesPath(view, [
        [
          [3.4, 50.2],
          [3.5, 50.2]
        ]
      ])
    ).not.toContain('Z');
    expect(
      linesPath(view, [
        [
          [3.4, 50.2],
          [3.5, 50.2],
          [3.5, 50.3],
          [3.4, 50.2]
        ]
      ])
    ).toContain('Z');
  });
});
