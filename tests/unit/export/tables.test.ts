// One table in every format: the same rows, and what is protected is said in each.
import { parquetReadObjects } from 'hyparquet';
import readXlsx from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { PROTECTED } from '../../../src/lib/export/csv.ts';
import { tableGeoJson } from '../../../src/lib/export/geojson.ts';
import { parquetFile } from '../../../src/lib/export/parquet.ts';
import { plainCell, tableCsv, type ExportTable } from '../../../src/lib/export/table.ts';
import { xlsxFile } from '../../../src/lib/export/xlsx.ts';

const table: ExportTable = {
  name: 'communes',
  title: 'Communes : l’essai / 2026',
  columns: [
    { title: 'nom', type: 'text' },
    { title: 'enfants', type: 'number' },
    { title: 'depuis', type: 'date' }
  ],
  rows: [
    ['Anzin', 42.5, '2026-09-01'],
    ['=cmd|calc', PROTECTED, null],
    ['', 0, null]
  ],
  geometry: [{ type: 'Point', coordinates: [3.5, 50.4] }, null, { type: 'Point', coordinates: [3.6, 50.3] }]
};

describe('a table goes out', () => {
  it('as CSV, with or without a byte order mark', () => {
    expect(tableCsv(table)).toBe(
      '\uFEFFnom;enfants;depuis\r\nAnzin;42,5;2026-09-01\r\n"\'=cmd|calc";donnée protégée;\r\n;0;\r\n'
    );
    expect(tableCsv(table, { bom: false }).startsWith('nom')).toBe(true);
  });

  it('as a workbook: numbers are numbers, texts run nowhere', async () => {
    const sheet = {
      name: table.title,
      columns: table.columns.map((column) => ({ ...column })),
      rows: table.rows.map((row) => row.map(plainCell))
    };
    const bytes = new Uint8Array(await (await xlsxFile([sheet])).arrayBuffer());
    const [read] = (await readXlsx(new Blob([bytes]))) as unknown as { sheet: string; data: unknown[][] }[];
    expect(read?.sheet).toBe('Communes   l’essai   2026');
    expect(read?.data[0]).toEqual(['nom', 'enfants', 'depuis']);
    expect(read?.data[1]?.slice(0, 2)).toEqual(['Anzin', 42.5]);
    expect(read?.data[1]?.[2]).toEqual(new Date('2026-09-01T00:00:00Z'));
    expect(read?.data[2]).toEqual(['=cmd|calc', 'donnée protégée', null]);
    expect(read?.data[3]).toEqual([null, 0, null]);
  });

  it('as Parquet, a word beside each protected number', async () => {
    const file = await (await parquetFile(table)).arrayBuffer();
    const rows = await parquetReadObjects({ file });
    expect(rows).toEqual([
      { nom: 'Anzin', enfants: 42.5, enfants_protection: null, depuis: '2026-09-01' },
      { nom: '=cmd|calc', enfants: null, enfants_protection: 'donnée protégée', depuis: null },
      { nom: null, enfants: 0, enfants_protection: null, depuis: null }
    ]);
  });

  it('as GeoJSON, for the rows that have a geometry', () => {
    const { features } = tableGeoJson(table);
    expect(features.map(({ properties }) => properties)).toEqual([
      { nom: 'Anzin', enfants: 42.5, depuis: '2026-09-01' },
      { nom: null, enfants: 0, depuis: null }
    ]);
  });
});
