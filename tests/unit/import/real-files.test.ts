// The official files themselves: every row is kept or explained, and figures found elsewhere are found here.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importCommunes } from '../../../src/lib/import/communes.ts';
import { readCsv } from '../../../src/lib/import/csv.ts';
import { importPositions } from '../../../src/lib/import/geolocalisation.ts';
import { importIps } from '../../../src/lib/import/ips.ts';
import { fromLambert93 } from '../../../src/lib/import/lambert93.ts';
import { importQpvs } from '../../../src/lib/import/qpv.ts';
import { importRep } from '../../../src/lib/import/rep.ts';
import { droppedOf } from '../../fixtures/import/files.ts';
import { REAL } from '../../fixtures/real-files.ts';

const real = (name: string) => ({ name, bytes: readFileSync(join(REAL, name)) });

describe.skipIf(!existsSync(REAL))('official files', () => {
  it.each([
    ['ips-ecoles-2022.csv', importIps, 30_059, 0],
    ['ips-colleges-2022.csv', importIps, 6_973, 0],
    ['rep-2022.csv', importRep, 7_719, 12],
    ['geolocalisation-colleges-2024.csv', importPositions, 7_654, 147],
    ['qpv-2015-lille.geojson', importQpvs, 26, 0],
    ['communes-59-nord-ign2018.geojson', importCommunes, 648, 0]
  ])('%s is imported whole', (name, read, rows, dropped) => {
    const imported = read(real(name));
    expect(imported.read).toBe(rows);
    expect(droppedOf(imported)).toHaveLength(dropped);
    expect(imported.rows.length + dropped).toBe(rows);
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
