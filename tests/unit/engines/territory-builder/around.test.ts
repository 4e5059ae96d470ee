// Communes beyond the territory: an archive that any PMTiles reader opens, whose tiles hold them and nothing of the territory.
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { importSync } from '../../../../src/lib/engines/import/index.ts';
import { COMMUNE_FORMAT } from '../../../../src/lib/engines/import/formats/communes.ts';
import type { SourceFile } from '../../../../src/lib/model/source-files.ts';
import { random } from '../../../../src/lib/algorithms/random.ts';
import { toPmtiles, type Tile } from '../../../../src/lib/engines/ground/index.ts';
import { aroundArchive } from '../../../../src/lib/engines/territory-builder/places/around.ts';
import type { PlaceReference } from '../../../../src/lib/engines/territory-builder/places/reference.ts';
import { collection, square } from '../../../fixtures/import/files.ts';

const importCommunes = (source: SourceFile) => importSync(source, COMMUNE_FORMAT);

function opened(bytes: Uint8Array): PMTiles {
  return new PMTiles({
    getKey: () => 'archive',
    getBytes: async (offset, length) => ({
      data: new Uint8Array(bytes.slice(offset, offset + length)).buffer
    })
  });
}

describe('an archive of tiles', () => {
  it('gives back each of eight thousand tiles, and nothing where there is none', async () => {
    const places = new Set<number>();
    const next = random(1);
    while (places.size < 8_000) places.add(Math.floor(next() * 4096 * 4096));
    const tiles: Tile[] = [...places].map((place, at) => ({
      ...{ z: 12, x: place % 4096, y: Math.floor(place / 4096) },
      bytes: Uint8Array.from({ length: 20 + (at % 97) }, () => next() * 256)
    }));
    const words = { bounds: [-5, 41, 10, 51], metadata: { vector_layers: [] } } as const;
    const bytes = toPmtiles(tiles, words);
    const archive = opened(bytes);
    const header = await archive.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect([header.minZoom, header.maxZoom, header.minLon, header.maxLat]).toEqual([12, 12, -5, 51]);
    for (const at of [0, 1, 4095, 4096, 5432, 7999]) {
      const { z, x, y, bytes: expected } = tiles[at]!;
      const tile = await archive.getZxy(z, x, y);
      expect(new Uint8Array(tile!.data)).toEqual(expected);
    }
    expect(places.has(0)).toBe(false);
    expect(await archive.getZxy(12, 0, 0)).toBeUndefined();
  });
});

describe('communes around a territory', () => {
  const reference = { currentCode: (code: string) => (code === '59999' ? null : code) } as PlaceReference;
  const { rows } = importCommunes(
    collection('communes.geojson', [
      { properties: { code: '59001', nom: 'Aube' }, geometry: square(3, 50, 0.1) },
      { properties: { code: '59002', nom: 'Brise' }, geometry: square(3.1, 50, 0.1) },
      { properties: { code: '59003', nom: 'Cap' }, geometry: square(3.2, 50, 0.1) },
      { properties: { code: '59004', nom: 'Loin' }, geometry: square(6, 50, 0.1) },
      { properties: { code: '59999', nom: 'Nulle' }, geometry: square(2.9, 50, 0.1) }
    ])
  );
  const bounds: [number, number, number, number] = [3, 50, 3.1, 50.1];

  it('are those near it that exist today, and none of its own', async () => {
    const archive = opened(aroundArchive(rows, new Set(['59001']), reference, bounds)!);
    const tile = await archive.getZxy(8, 130, 86);
    const words = new TextDecoder('latin1').decode(tile!.data);
    const found = ['Aube', 'Brise', 'Cap', 'Loin', 'Nulle'].filter((name) => words.includes(name));
    expect(found).toEqual(['Brise', 'Cap']);
  });

  it('leave no archive where the file draws nothing near', () => {
    expect(aroundArchive(rows, new Set(['59001', '59002', '59003']), reference, bounds)).toBeNull();
  });
});
