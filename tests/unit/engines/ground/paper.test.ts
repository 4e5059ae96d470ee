// The small file of the street map for paper.
import { gzipSync } from 'fflate';
import type { FeatureCollection, MultiLineString, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  noLayers,
  paperGround,
  type GroundBox,
  type GroundLayers
} from '../../../../src/lib/engines/ground/index.ts';
import { random } from '../../../../src/lib/algorithms/random.ts';

const BOX: GroundBox = [3.4, 50.2, 3.7, 50.5];
const read = (bytes: Uint8Array | null) => JSON.parse(new TextDecoder().decode(bytes!)) as FeatureCollection;

function withLines(
  kind: string,
  lines: Position[][],
  layer: 'streets' | 'water_lines' = 'streets'
): GroundLayers {
  const layers = noLayers();
  layers[layer].push({
    type: 'Feature',
    minZoom: 6,
    properties: { kind },
    geometry: { type: 'MultiLineString', coordinates: lines }
  });
  return layers;
}

describe('the street map on paper', () => {
  it('has main roads, rivers and large water, cut to the box; no street, no wood, no pond', () => {
    const layers = withLines('motorway', [[[3, 50.3], [4, 50.3]]]); // prettier-ignore
    layers.streets.push(...withLines('residential', [[[3.5, 50.3], [3.6, 50.3]]]).streets); // prettier-ignore
    layers.water_lines.push(...withLines('river', [[[3.5, 50.1], [3.5, 50.6]]], 'water_lines').water_lines); // prettier-ignore
    const square = (size: number) => [[[[3.5, 50.3], [3.5 + size, 50.3], [3.5 + size, 50.3 + size], [3.5, 50.3 + size], [3.5, 50.3]]]]; // prettier-ignore
    for (const size of [0.02, 0.001])
      layers.water_polygons.push({
        type: 'Feature',
        minZoom: 6,
        properties: { kind: 'water' },
        geometry: { type: 'MultiPolygon', coordinates: square(size) }
      });
    layers.land.push({ ...layers.water_polygons[0]!, properties: { kind: 'forest' } });
    const { features } = read(paperGround(layers, BOX));
    expect(features.map(({ properties }) => properties)).toEqual([
      { kind: 'water' },
      { kind: 'river' },
      { kind: 'motorway' }
    ]);
    expect((features[0]!.geometry as { coordinates: unknown[] }).coordinates).toHaveLength(1);
    const [motorway] = (features[2]!.geometry as MultiLineString).coordinates;
    expect(motorway).toEqual([[3.4, 50.3], [3.7, 50.3]]); // prettier-ignore
  });

  it('never weighs more than 18 kB once compressed, however many roads', () => {
    const next = random(3);
    const lines = Array.from({ length: 400 }, () => {
      let [x, y] = [3.4 + next() * 0.3, 50.2 + next() * 0.3];
      return Array.from({ length: 200 }, (): Position => {
        x += (next() - 0.5) * 0.001;
        y += (next() - 0.5) * 0.001;
        return [x, y];
      });
    });
    const bytes = paperGround(withLines('primary', lines), BOX)!;
    expect(gzipSync(bytes).length).toBeLessThanOrEqual(18_000);
    expect(read(bytes).features).toHaveLength(1);
  });

  it('is none where there is neither', () => {
    expect(paperGround(noLayers(), BOX)).toBeNull();
    expect(paperGround(withLines('motorway', [[[5, 45], [6, 45]]]), BOX)).toBeNull(); // prettier-ignore
  });
});
