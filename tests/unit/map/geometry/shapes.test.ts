// Outlines as the page reads them.
import { describe, expect, it } from 'vitest';
import { loadShapes } from '../../../../src/lib/map/geometry/shapes.ts';

describe('outlines', () => {
  const answer = (body: unknown, status = 200) =>
    (() => Promise.resolve(new Response(JSON.stringify(body), { status }))) as typeof fetch;

  it('are refused when missing or not GeoJSON, so that the page can say so', async () => {
    await expect(loadShapes('map', answer({}, 404))).rejects.toThrow('map/communes.geojson: 404');
    await expect(loadShapes('map', answer({ type: 'Topology' }))).rejects.toThrow(
      'not a GeoJSON FeatureCollection'
    );
  });

  it('are read from two files', async () => {
    const shapes = await loadShapes('map', answer({ type: 'FeatureCollection', features: [] }));
    expect(shapes.communes.features).toEqual([]);
    expect(shapes.qpvs.features).toEqual([]);
    expect(shapes.around).toBeUndefined();
  });

  it('tell where the communes around the territory are kept', async () => {
    const named = { type: 'FeatureCollection', features: [], around: 'around.pmtiles' };
    expect((await loadShapes('map', answer(named))).around).toBe('map/around.pmtiles');
  });
});
