// What the pointer is on.
import { describe, expect, it } from 'vitest';
import { placeAt } from '../../../../src/lib/map/geometry/hit.ts';
import { fit, project } from '../../../../src/lib/map/geometry/viewport.ts';
import { BOUNDS, communes, school, SHAPES } from '../fixtures.ts';

const view = fit(BOUNDS, 400, 600, { top: 0, right: 0, bottom: 0, left: 0 });

describe('the pointer', () => {
  const at = (lon: number, lat: number) => project(view, lon, lat);

  it('finds a school before the commune under it', () => {
    const scene = communes({ points: [school('S', 3.45, 50.25)] });
    expect(placeAt(view, scene, SHAPES, at(3.45, 50.25), 3)).toEqual({ kind: 'school', code: 'S' });
    expect(placeAt(view, scene, SHAPES, at(3.42, 50.22), 3)).toEqual({ kind: 'commune', code: 'A' });
  });

  it('finds nothing on a commune without intervention or off the map', () => {
    expect(placeAt(view, communes(), SHAPES, at(3.55, 50.35), 3)).toBeNull();
    expect(placeAt(view, communes(), SHAPES, at(3.3, 50.1), 3)).toBeNull();
  });

  it('must be on a school to get it where areas are the subject, and near it where schools are', () => {
    const points = [school('S', 3.45, 50.25)];
    const [x, y] = at(3.45, 50.25);
    const beside = [x + 10, y] as const;
    expect(placeAt(view, communes({ points }), SHAPES, beside, 14)?.kind).toBe('commune');
    expect(placeAt(view, communes({ points, kind: 'ecoles' }), SHAPES, beside, 14)?.kind).toBe('school');
  });
});
