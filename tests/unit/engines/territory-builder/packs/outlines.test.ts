// Outlines of a pack: every vertex is found again, and a border that two communes share is written once.
import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  readOutlines,
  writeOutlines
} from '../../../../../src/lib/engines/territory-builder/packs/outlines.ts';
import { readNumbers } from '../../../../../src/lib/engines/territory-builder/packs/text-columns.ts';
import { touchingPairs } from '../../../../../src/lib/engines/territory-builder/places/neighbours.ts';
import { square } from '../../../../fixtures/import/files.ts';

const GRID = { scale: [0.000_294, 0.000_181], translate: [-61.8, -21.4] } as {
  scale: [number, number];
  translate: [number, number];
};
const placed = ([x, y]: readonly [number, number]): Position => [
  x * GRID.scale[0] + GRID.translate[0],
  y * GRID.scale[1] + GRID.translate[1]
];

/** A closed ring of points that all differ. */
const ring = fc
  .uniqueArray(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 3, maxLength: 12, selector: String })
  .map((points) => [...points, points[0]!].map(placed));
const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
const surface = fc.oneof(
  polygon.map((coordinates): Polygon => ({ type: 'Polygon', coordinates })),
  fc
    .array(polygon, { minLength: 1, maxLength: 3 })
    .map((coordinates): MultiPolygon => ({ type: 'MultiPolygon', coordinates }))
);

describe('outlines of a pack', () => {
  it('are found again to the last digit on the grid of their file', () => {
    fc.assert(
      fc.property(fc.array(surface, { maxLength: 6 }), (surfaces) => {
        expect(readOutlines(JSON.parse(JSON.stringify(writeOutlines(surfaces, GRID))) as never)).toEqual(
          surfaces
        );
      })
    );
  });

  it('of no grid are kept to a metre', () => {
    const [found] = readOutlines(writeOutlines([square(3.123_456_7, 50.1, 0.1)], null));
    expect(found!.coordinates[0]![0]).toEqual([3.12346, 50.1]);
  });

  it('share their common border, and still touch when read again', () => {
    const squares = [square(3, 50, 0.1), square(3.1, 50, 0.1), square(3, 50.1, 0.1), square(4, 50, 0.1)];
    const packed = writeOutlines(squares, null);
    const written = readNumbers(packed.lengths).reduce((sum, length) => sum + length - 1, 0);
    expect(written).toBe(squares.length * 4 - 2);
    const areas = readOutlines(packed).map((outline, at) => ({ code: String(at), outline }));
    expect(touchingPairs(areas)).toEqual([['0', '1'], ['0', '2']]); // prettier-ignore
  });

  it('that are damaged are refused, without filling the memory', () => {
    const packed = writeOutlines([square(3, 50, 0.1), square(3.1, 50, 0.1)], null);
    const keys = ['lengths', 'xs', 'ys', 'shapes', 'lines'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.string({ maxLength: 8 }), fc.nat(20), (key, text, at) => {
        const damaged = { ...packed, [key]: packed[key].slice(0, at) + text + packed[key].slice(at + 1) };
        try {
          readOutlines(damaged);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toBeInstanceOf(RangeError);
        }
      })
    );
  });
});
