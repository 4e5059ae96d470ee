// What the arrow keys walk through, and what a tooltip says.
import { describe, expect, it } from 'vitest';
import { listedPlaces, describePlace } from '../../../../src/lib/map/controls/listed-places.ts';
import { NO_SHAPES } from '../../../../src/lib/map/geometry/shapes.ts';
import { areaCircles } from '../../../../src/lib/map/geometry/symbols.ts';
import { fit } from '../../../../src/lib/map/geometry/viewport.ts';
import { area, BOUNDS, communes, school, SHAPES } from '../fixtures.ts';

const view = fit(BOUNDS, 400, 600, { top: 0, right: 0, bottom: 0, left: 0 });

describe('places', () => {
  it('are the areas, or the schools where these are the subject', () => {
    const points = [school('S', 3.45, 50.25)];
    expect(listedPlaces(communes({ points }), SHAPES, view).map(({ ref }) => ref.code)).toEqual([
      'A',
      'B',
      'C'
    ]);
    expect(
      listedPlaces(communes({ points, kind: 'ecoles' }), SHAPES, view).map(({ ref }) => ref.code)
    ).toEqual(['S']);
  });

  it('without an outline are not walked through, and break nothing', () => {
    expect(listedPlaces(communes(), NO_SHAPES, view)).toEqual([]);
    expect(describePlace(communes(), NO_SHAPES, view, { kind: 'commune', code: 'A' })).toBeNull();
    expect(areaCircles(communes({ areas: [area('A', { circle: 4 })] }), NO_SHAPES)).toEqual([]);
  });
});
