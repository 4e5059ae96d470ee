// Lines between communes.
import type { Position } from 'geojson';
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
  it('draw each edge once, and the contour as lines that close', () => {
    const { interior, contour } = bordersOf(SHAPES.communes.features);
    const written = (position: Position) => position.map((degrees) => degrees.toFixed(5)).join(' ');
    const edgesOf = (line: readonly Position[]) =>
      line.slice(1).map((end, index) => [written(line[index]!), written(end)].sort().join(' to '));
    const rings = SHAPES.communes.features
      .filter(({ properties }) => properties.intervention)
      .flatMap(({ geometry: { type, coordinates } }) =>
        type === 'Polygon' ? coordinates : coordinates.flat()
      );
    const drawn = [...interior, ...contour].flatMap(edgesOf).sort();
    expect(drawn).toEqual([...new Set(rings.flatMap(edgesOf))].sort());
    for (const line of contour) expect(written(line[0]!)).toBe(written(line.at(-1)!));
  });
});
