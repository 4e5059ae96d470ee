// The official files themselves: every row is kept or explained, and figures found elsewhere are found here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../src/lib/engines/import/readers/csv.ts';
import { importFile } from '../../../../src/lib/engines/import/import-file.ts';
import { fromLambert93 } from '../../../../src/lib/engines/import/geometry/lambert93.ts';
import { droppedOf } from '../../../fixtures/import/files.ts';
import { REAL } from '../../../fixtures/real-files.ts';

const real = (name: string) => ({ name, bytes: readFileSync(join(REAL, name)) });

/** File -> what it is, rows read, and why some are left out. */
const FILES: [string, string, number, Record<string, number>][] = [
  ['annuaire-35-2023.csv', 'annuaire', 996, { 'not-a-school': 194, 'duplicate-uai': 1 }],
  ['effectifs-35-2019-2022.csv', 'effectifs', 2_704, {}],
  ['ips-ecoles-2022.csv', 'ips', 30_059, {}],
  ['ips-colleges-2022.csv', 'ips', 6_973, {}],
  ['rep-2022.csv', 'rep', 7_719, { 'network-heading': 11, 'not-a-school': 1 }],
  ['geolocalisation-colleges-2024.csv', 'geolocalisation', 7_654, { 'no-position': 147 }],
  ['geolocalisation-ecoles-59-extrait-2025.csv', 'geolocalisation', 103, {}],
  ['qpv-2015-lille.geojson', 'qpv', 26, {}],
  ['communes-59-nord-ign2018.geojson', 'communes', 648, {}],
  ['cites-educatives-2024.geojson', 'cites-educatives', 189, {}]
];
/** Lists of the programmes and of their neighbourhoods by name: no file that a service drops. */
const OF_THE_SERVICES = ['pre-2024.csv', 'qpv-2024-communes.csv'];
/** Computed from the outlines, to check positions: no official file. */
const DERIVED = 'communes-centroids-fr.csv';

describe.skipIf(!existsSync(REAL))('official files', () => {
  it('are all tried here', () => {
    const present = readdirSync(REAL).filter(
      (name) => /\.(?:csv|geojson)$/.test(name) && name !== DERIVED && !OF_THE_SERVICES.includes(name)
    );
    expect(FILES.map(([name]) => name).sort()).toEqual(present.sort());
  });

  it.each(FILES)('%s is %s, every row kept or explained', async (name, format, read, reasons) => {
    const imported = await importFile({ ...real(name), name: 'sans-nom' });
    const dropped = droppedOf(imported);
    expect([imported.format, imported.counts.read]).toEqual([format, read]);
    expect(imported.counts.kept + dropped.length).toBe(read);
    const counts: Record<string, number> = {};
    for (const { code } of dropped) counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual(reasons);
  });

  it('every collège of the country stands where the ministry says, in metres as in degrees', () => {
    const { header, records } = readCsv(real('geolocalisation-colleges-2024.csv'));
    const at = (name: string) => header.findIndex((column) => column.toLowerCase().startsWith(name));
    const [x, y, epsg, lat, lon] = ['coordonnee_x', 'coordonnee_y', 'epsg', 'latitude', 'longitude'].map(at);
    const projected = records.filter(({ cells }) => cells[epsg!] === 'EPSG:2154' && cells[x!] !== '');
    expect(projected.length).toBeGreaterThan(6_000);
    for (const { cells } of projected) {
      const value = (index: number | undefined) => Number(cells[index!]);
      const [foundLon, foundLat] = fromLambert93(value(x), value(y));
      const east = (foundLon - value(lon)) * Math.cos((foundLat * Math.PI) / 180);
      expect(Math.hypot(east, foundLat - value(lat)) * 111_320).toBeLessThan(1);
    }
  });
});
