// Real extracts, from file to tiles read back by programs of others: every layer that they have. Skipped where the files are absent.
import { existsSync, openAsBlob } from 'node:fs';
import { gzipSync } from 'fflate';
import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  extractHeader,
  groundArchive,
  groundLayers,
  paperGround,
  readArchive,
  readExtract,
  squaresOf,
  type GroundBox
} from '../../../../src/lib/engines/ground/index.ts';
import { isInRing } from '../../../../src/lib/algorithms/plane.ts';
import { openArchive, tileAt } from '../../../fixtures/ground/archive.ts';
import { REAL } from '../../../fixtures/real-files.ts';

/** Box, a place within it, and the layers that the extract has something for. */
const CASES: readonly [name: string, box: GroundBox, layers: readonly string[]][] = [
  [
    'liechtenstein',
    [9.475, 47.05, 9.63, 47.27],
    ['land', 'place_labels', 'pois', 'street_labels', 'streets', 'water_lines', 'water_polygons']
  ],
  ['porto', [-8.7, 41.1, -8.55, 41.2], ['street_labels', 'streets']]
];

const MONACO = `${REAL}/osm/monaco.osm.pbf`;
it.skipIf(!existsSync(MONACO))(
  'the sea of Monaco is sea to the border of the map, its port too; its rock is land',
  async () => {
    const extract = await readExtract(await openAsBlob(MONACO), { box: [7.405, 43.72, 7.44, 43.755] });
    const surfaces = groundLayers(extract).water_polygons.filter(({ minZoom }) => minZoom === 0);
    const polygons = surfaces.flatMap(({ geometry }) => (geometry as MultiPolygon).coordinates);
    const isSea = (lon: number, lat: number) =>
      polygons.some(
        ([outer, ...holes]) =>
          isInRing([lon, lat], outer!) && !holes.some((hole) => isInRing([lon, lat], hole))
      );
    expect([isSea(7.435, 43.725), isSea(7.437, 43.745), isSea(7.4245, 43.7345)]).toEqual([true, true, true]);
    expect([isSea(7.42, 43.742), isSea(7.4205, 43.7312)]).toEqual([false, false]);
  }
);

describe.each(CASES)('the extract of %s', (name, box, expected) => {
  const path = `${REAL}/osm/${name}.osm.pbf`;
  it.skipIf(!existsSync(path))(
    'becomes an archive that holds every layer, and a small file for paper',
    async () => {
      const file = await openAsBlob(path);
      const header = await extractHeader(file);
      const extract = await readExtract(file, { box });
      const layers = groundLayers(extract);
      const bytes = (await groundArchive(layers, box, { credit: 'essai', date: header.date }))!;
      expect(bytes.length).toBeLessThan(8_000_000);
      expect(await readArchive(bytes, 'ground.pmtiles', box)).toMatchObject({ own: true, findings: [] });
      const archive = openArchive(bytes);
      const seen = new Set<string>();
      for (const { x, y } of squaresOf(box, 14)) {
        const tile = await tileAt(archive, 14, x, y);
        for (const [layer, features] of Object.entries(tile ?? {})) {
          seen.add(layer);
          for (const { properties } of features) expect(properties['kind']).toMatch(/^[a-z_]+$/);
        }
      }
      expect([...seen].sort()).toEqual(expected);
      const paper = paperGround(layers, box)!;
      expect(gzipSync(paper).length).toBeLessThan(20_000);
    },
    60_000
  );
});
