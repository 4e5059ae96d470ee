// Lines between communes.
import { describe, expect, it } from 'vitest';
import { bordersOf } from '../../../../src/lib/map/geometry/borders.ts';
import { SHAPES } from '../fixtures.ts';

describe('borders', () => {
  it('tell lines between communes of intervention from their contour', () => {
    const { interior, contour } = bordersOf(SHAPES.communes.features);
    const ends = interior.flat().map(([lon, lat]) => `${lon?.toFixed(1)},${lat?.toFixed(1)}`);
    expect(new Set(ends)).toEqual(new Set(['3.5,50.3', '3.5,50.2', '3.4,50.3']));
    const edges = contour.reduce((count, line) => count + line.length - 1, 0);
    expect(edges).toBe(8);
  });
});
