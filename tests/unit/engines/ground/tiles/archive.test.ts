// A street map in one archive, read back by the programs of others: every layer, at the zooms that draw it.
import { describe, expect, it } from 'vitest';
import {
  GROUND_LAYERS,
  GROUND_SCHEMA,
  groundArchive,
  noLayers,
  type GroundBox,
  type GroundFeature,
  type GroundLayers
} from '../../../../../src/lib/engines/ground/index.ts';
import { squaresOf } from '../../../../../src/lib/engines/ground/tiles/grid.ts';
import { openArchive, tileAt } from '../../../../fixtures/ground/archive.ts';

const BOX: GroundBox = [3.4, 50.2, 3.7, 50.5];
const CREDIT = '© contributeurs OpenStreetMap';

function everyLayer(): GroundLayers {
  const layers = noLayers();
  const add = (
    layer: keyof GroundLayers,
    minZoom: number,
    kind: string,
    geometry: GroundFeature['geometry'],
    more = {}
  ) =>
    // prettier-ignore
    layers[layer].push({ type: 'Feature', minZoom, properties: { kind, ...more }, geometry });
  const ring = [[3.5, 50.3], [3.6, 50.3], [3.6, 50.4], [3.5, 50.4], [3.5, 50.3]]; // prettier-ignore
  const line = [[3.3, 50.35], [3.8, 50.36]]; // prettier-ignore
  const area = { type: 'Polygon', coordinates: [ring] } as const;
  const way = { type: 'LineString', coordinates: line } as const;
  const point = { type: 'Point', coordinates: [3.55, 50.35] } as const;
  add('water_polygons', 6, 'water', { ...area, coordinates: [ring] }, { name: 'Étang' });
  add('water_lines', 8, 'river', { ...way, coordinates: line }, { name: 'Escaut' });
  add('land', 9, 'forest', { ...area, coordinates: [ring] });
  add('streets', 6, 'motorway', { ...way, coordinates: line }, { bridge: true });
  add('street_labels', 8, 'motorway', { ...way, coordinates: line }, { ref: 'A 23' });
  add(
    'place_labels',
    8,
    'town',
    { ...point, coordinates: [3.55, 50.35] },
    { name: 'Anzin', population: 13_500 }
  );
  add('pois', 13, 'townhall', { ...point, coordinates: [3.55, 50.35] }, { name: 'Mairie' });
  return layers;
}

const at = (z: number): [number, number, number] => {
  const [{ x, y }] = [...squaresOf([3.55, 50.35, 3.55, 50.35], z)] as [{ x: number; y: number }];
  return [z, x, y];
};

describe('the archive of a street map', () => {
  it('gives back every layer with its properties, at the last zoom', async () => {
    const archive = openArchive(
      (await groundArchive(everyLayer(), BOX, { credit: CREDIT, date: '2026-11-01' }))!
    );
    const tile = (await tileAt(archive, ...at(14)))!;
    expect(Object.keys(tile)).toEqual([...GROUND_LAYERS]);
    expect(tile['water_polygons']![0]).toMatchObject({
      type: 3,
      properties: { kind: 'water', name: 'Étang' }
    });
    expect(tile['streets']![0]).toMatchObject({ type: 2, properties: { kind: 'motorway', bridge: true } });
    expect(tile['street_labels']![0]!.properties).toEqual({ kind: 'motorway', ref: 'A 23' });
    expect(tile['place_labels']![0]).toMatchObject({
      type: 1,
      properties: { name: 'Anzin', population: 13_500 }
    });
    const { coordinates } = tile['pois']![0]!.geometry as { coordinates: number[] };
    expect(coordinates[0]).toBeCloseTo(3.55, 4);
    expect(coordinates[1]).toBeCloseTo(50.35, 4);
  });

  it('draws each thing from its own zoom only', async () => {
    const archive = openArchive((await groundArchive(everyLayer(), BOX, { credit: CREDIT }))!);
    expect(Object.keys((await tileAt(archive, ...at(6)))!)).toEqual(['water_polygons', 'streets']);
    expect(Object.keys((await tileAt(archive, ...at(12)))!)).not.toContain('pois');
    expect(Object.keys((await tileAt(archive, ...at(13)))!)).toContain('pois');
  });

  it('says its zooms, its box, its layers, its credit and its date', async () => {
    const archive = openArchive(
      (await groundArchive(everyLayer(), BOX, { credit: CREDIT, date: '2026-11-01' }))!
    );
    const header = await archive.getHeader();
    expect([header.minZoom, header.maxZoom, header.tileType]).toEqual([6, 14, 1]);
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([...BOX]);
    const [west, south, east, north] = BOX;
    expect(header.centerLon, 'where a viewer opens it').toBeCloseTo((west + east) / 2, 6);
    expect(header.centerLat).toBeCloseTo((south + north) / 2, 6);
    const words = (await archive.getMetadata()) as { vector_layers: { id: string; minzoom: number }[] };
    expect(words).toMatchObject({ schema: GROUND_SCHEMA, attribution: CREDIT, date: '2026-11-01' });
    expect(words.vector_layers.map(({ id, minzoom }) => [id, minzoom])).toEqual([
      ['water_polygons', 6],
      ['water_lines', 8],
      ['land', 9],
      ['streets', 6],
      ['street_labels', 8],
      ['place_labels', 8],
      ['pois', 13]
    ]);
  });

  it('is the same bytes each time, tells how far it is, and is none of an empty box', async () => {
    const shares: number[] = [];
    const onProgress = (share: number) => shares.push(share);
    const first = await groundArchive(everyLayer(), BOX, { credit: CREDIT, onProgress });
    expect(first).toEqual(await groundArchive(everyLayer(), BOX, { credit: CREDIT }));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1);
    expect(await groundArchive(noLayers(), BOX, { credit: CREDIT })).toBeNull();
    expect(await groundArchive(everyLayer(), [5, 45, 5.1, 45.1], { credit: CREDIT })).toBeNull();
  });

  it('stops when asked', async () => {
    const stop = new AbortController();
    const onProgress = (share: number) => share > 0.3 && stop.abort(new Error('stopped'));
    const work = groundArchive(everyLayer(), BOX, { credit: CREDIT, signal: stop.signal, onProgress });
    await expect(work).rejects.toThrow('stopped');
  });
});
