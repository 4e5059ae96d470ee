// Real extracts, from file to tiles read back by programs of others: every layer that they have. Skipped where the files are absent.
import { existsSync, openAsBlob } from 'node:fs';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  extractHeader,
  groundArchive,
  groundLayers,
  paperGround,
  readArchive,
  readExtract,
  squaresOf,
  type Box
} from '../../../../src/lib/engines/ground/index.ts';
import { openArchive, tileAt } from '../../../fixtures/ground/archive.ts';
import { REAL } from '../../../fixtures/real-files.ts';

/** Box, a place within it, and the layers that the extract has something for. */
const CASES: readonly [name: string, box: Box, layers: readonly string[]][] = [
  [
    'liechtenstein',
    [9.475, 47.05, 9.63, 47.27],
    ['land', 'place_labels', 'pois', 'street_labels', 'streets', 'water_lines', 'water_polygons']
  ],
  ['porto', [-8.7, 41.1, -8.55, 41.2], ['street_labels', 'streets']]
];

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
