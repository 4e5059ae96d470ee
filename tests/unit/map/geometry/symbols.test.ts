// Where symbols of areas stand.
import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../../src/lib/map/geometry/shapes.ts';
import { innerPlace } from '../../../../src/lib/map/geometry/symbols.ts';
import { SHAPES } from '../fixtures.ts';

describe('places', () => {
  it('have an inner point in one of their parts', () => {
    const [lon, lat] = innerPlace(shapeOf(SHAPES, { kind: 'qpv', code: 'Q' })!);
    const inPart = (west: number, south: number) =>
      lon > west && lon < west + 0.02 && lat > south && lat < south + 0.02;
    expect(inPart(3.42, 50.22) || inPart(3.46, 50.26)).toBe(true);
  });
});
