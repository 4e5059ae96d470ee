// An archive made elsewhere: taken when it is a street map that covers the territory, refused with its reason when it is not.
import { describe, expect, it } from 'vitest';
import {
  groundArchive,
  noLayers,
  readArchive,
  toPmtiles,
  type GroundBox
} from '../../../../../src/lib/engines/ground/index.ts';
import { UnusableInput, type Finding } from '../../../../../src/lib/model/findings.ts';

const BOX: GroundBox = [3.4, 50.2, 3.7, 50.5];
const TILE = { z: 10, x: 522, y: 347, bytes: Uint8Array.of(1, 2, 3) };
const layer = (id: string) => ({ id, minzoom: 6, maxzoom: 14, fields: {} });
const shortbread = ['ocean', 'water_polygons', 'streets', 'place_labels', 'boundaries'];

const archive = (ids: readonly string[], metadata: object = {}) =>
  toPmtiles([TILE], {
    bounds: [3.3, 50.1, 3.8, 50.6],
    metadata: { vector_layers: ids.map(layer), ...metadata }
  });

/** The same bytes with one of the header's changed. */
const changed = (bytes: Uint8Array, at: number, value: number) => {
  const copy = bytes.slice();
  copy[at] = value;
  return copy;
};

async function refusal(bytes: Uint8Array, box: GroundBox = BOX): Promise<Finding> {
  const error: unknown = await readArchive(bytes, 'fond.pmtiles', box).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UnusableInput);
  return (error as UnusableInput).finding;
}

describe('an archive of tiles given by an operator', () => {
  it('is taken when its layers are those of Shortbread, with its credit in plain text', async () => {
    const attribution = '<a href="https://www.openstreetmap.org">© OpenStreetMap</a>';
    const facts = await readArchive(archive(shortbread, { attribution }), 'fond.pmtiles', BOX);
    expect(facts).toMatchObject({
      own: false,
      layers: ['water_polygons', 'streets', 'place_labels'],
      credit: '© OpenStreetMap',
      date: null,
      findings: []
    });
  });

  it('is known when it was made here, and says its date', async () => {
    const layers = noLayers();
    const coordinates = [[3.3, 50.3], [3.8, 50.3]]; // prettier-ignore
    layers.streets.push({
      ...{ type: 'Feature', minZoom: 6, properties: { kind: 'motorway' } },
      geometry: { type: 'LineString', coordinates }
    });
    const bytes = await groundArchive(layers, BOX, {
      credit: '© contributeurs OpenStreetMap',
      date: '2026-11-01'
    });
    expect(await readArchive(bytes!, 'ground.pmtiles', BOX)).toMatchObject({
      own: true,
      credit: '© contributeurs OpenStreetMap',
      date: '2026-11-01',
      layers: ['streets']
    });
  });

  it('of another schema is refused, and its layers are named', async () => {
    expect(await refusal(archive(['transportation', 'water']))).toMatchObject({
      code: 'ground-schema',
      file: 'fond.pmtiles',
      found: 'transportation, water'
    });
    expect(await refusal(archive([]))).not.toHaveProperty('found');
  });

  it('of pictures, or compressed otherwise, is refused and the kind named', async () => {
    expect(await refusal(changed(archive(shortbread), 99, 2))).toMatchObject({
      code: 'ground-pictures',
      found: 'PNG'
    });
    expect(await refusal(changed(archive(shortbread), 98, 4))).toMatchObject({
      code: 'ground-packing',
      found: 'Zstandard'
    });
  });

  it('that does not cover the territory is refused, with both boxes', async () => {
    expect(await refusal(archive(shortbread), [3.4, 50.2, 4.1, 50.5])).toMatchObject({
      code: 'ground-elsewhere',
      found: '3.3 50.1 3.8 50.6',
      expected: '3.4 50.2 4.1 50.5'
    });
  });

  it('cut short or of another kind is refused, never thrown at the page', async () => {
    const whole = archive(shortbread);
    for (const length of [0, 5, 60, 130])
      expect(await refusal(whole.slice(0, length))).toMatchObject({ code: 'ground-unreadable' });
    expect(await refusal(new TextEncoder().encode('{"type":"FeatureCollection"}'))).toMatchObject({
      code: 'ground-unreadable'
    });
  });

  it('over 60 MB is refused; over 25 MB it is said that some hosts refuse it', async () => {
    const padded = (size: number) => {
      const bytes = new Uint8Array(size);
      bytes.set(archive(shortbread));
      return bytes;
    };
    expect(await refusal(padded(61 * 1024 * 1024))).toMatchObject({
      code: 'ground-too-large',
      found: '61,0'
    });
    const { findings } = await readArchive(padded(26 * 1024 * 1024), 'fond.pmtiles', BOX);
    expect(findings).toMatchObject([{ code: 'ground-heavy', severity: 'doubtful', found: '26,0' }]);
  });
});
