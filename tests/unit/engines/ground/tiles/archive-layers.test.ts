// What an archive draws at one zoom, read back: the same as another decoder reads, cut at the edges of its tiles.
import type { MultiLineString, MultiPolygon, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  archiveLayers,
  groundArchive,
  noLayers,
  squaresOf,
  type GroundBox
} from '../../../../../src/lib/engines/ground/index.ts';
import { readTile } from '../../../../../src/lib/engines/ground/tiles/read-tile.ts';
import { openArchive, tileAt } from '../../../../fixtures/ground/archive.ts';

const BOX: GroundBox = [3.4, 50.2, 3.7, 50.5];

async function archive(): Promise<Uint8Array> {
  const layers = noLayers();
  const feature = { type: 'Feature', minZoom: 6 } as const;
  layers.streets.push({
    ...feature,
    properties: { kind: 'primary', bridge: true },
    geometry: { type: 'LineString', coordinates: [[3.3, 50.35], [3.8, 50.36]] } // prettier-ignore
  });
  const outer = [[3.42, 50.25], [3.66, 50.25], [3.66, 50.45], [3.42, 50.45], [3.42, 50.25]]; // prettier-ignore
  const hole = [[3.5, 50.3], [3.5, 50.32], [3.54, 50.32], [3.54, 50.3], [3.5, 50.3]]; // prettier-ignore
  layers.water_polygons.push({
    ...feature,
    properties: { kind: 'water', name: 'Étang' },
    geometry: { type: 'Polygon', coordinates: [outer, hole] }
  });
  layers.place_labels.push({
    ...feature,
    properties: { kind: 'town', name: 'Anzin', population: 13_500 },
    geometry: { type: 'Point', coordinates: [3.5, 50.37] }
  });
  return (await groundArchive(layers, BOX, { credit: 'essai' }))!;
}

describe('the layers of an archive at a zoom', () => {
  it('are what was put in: lines across tiles, a hole, a place with its number', async () => {
    const layers = await archiveLayers(await archive(), BOX, 10);
    const lines = layers.streets.flatMap(({ geometry }) => (geometry as MultiLineString).coordinates);
    const longitudes = lines.flat().map(([x]) => x!);
    expect(Math.min(...longitudes)).toBeLessThan(3.4);
    expect(Math.max(...longitudes)).toBeGreaterThan(3.7);
    // No stretch twice: as long together as the road is within the tiles.
    const length = lines.reduce((sum, line) => sum + Math.abs(line.at(-1)![0]! - line[0]![0]!), 0);
    expect(length).toBeCloseTo(Math.max(...longitudes) - Math.min(...longitudes), 3);
    expect(layers.streets[0]!.properties).toEqual({ kind: 'primary', bridge: true });
    const holes = layers.water_polygons.flatMap(({ geometry }) =>
      (geometry as MultiPolygon).coordinates.flatMap((rings) => rings.slice(1))
    );
    const inHoles = holes.flat().map(([x]) => x!);
    expect(Math.min(...inHoles)).toBeCloseTo(3.5, 3);
    expect(Math.max(...inHoles)).toBeCloseTo(3.54, 3);
    expect(layers.place_labels.map(({ properties }) => properties)).toEqual([
      { kind: 'town', name: 'Anzin', population: 13_500 }
    ]);
    const [x, y] = (layers.place_labels[0]!.geometry as Point).coordinates;
    expect(x).toBeCloseTo(3.5, 3);
    expect(y).toBeCloseTo(50.37, 3);
  });

  it('are read from each tile as another decoder does', async () => {
    const opened = openArchive(await archive());
    let read = 0;
    for (const { x, y } of squaresOf(BOX, 12)) {
      const tile = await opened.getZxy(12, x, y);
      if (!tile) continue;
      const theirs = (await tileAt(opened, 12, x, y))!;
      for (const [layer, features] of readTile(new Uint8Array(tile.data), { z: 12, x, y })) {
        read += 1;
        expect(features.map(({ properties }) => properties)).toEqual(
          theirs[layer]!.map(({ properties }) => properties)
        );
        const numbers = (value: unknown) =>
          JSON.stringify(value)
            .match(/-?\d+\.\d{4}/g)
            ?.sort();
        expect(numbers(features.map(({ geometry }) => geometry.coordinates))).toEqual(
          numbers(theirs[layer]!.map(({ geometry }) => (geometry as MultiLineString).coordinates))
        );
      }
    }
    expect(read).toBeGreaterThan(10);
  });

  it('are none where there is no tile, and bytes that are no tile are refused', async () => {
    const layers = await archiveLayers(await archive(), [5, 45, 5.1, 45.1], 10);
    expect(Object.values(layers).flat()).toEqual([]);
    expect(() => readTile(Uint8Array.of(26, 200, 1), { z: 1, x: 0, y: 0 })).toThrow(RangeError);
  });
});
