// Every file of the demonstration opens, says what the catalogue says, and is the same at every build.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvCell } from '../../src/lib/engines/territory-builder/write/csv.ts';
import { sha256 } from '../../src/lib/algorithms/sha256.ts';
import type { CatalogueFile } from '../../src/lib/catalogue/downloads.ts';
import { MANIFEST_VERSION, type Manifest } from '../../src/lib/catalogue/manifest.ts';
import { TABLES } from '../../src/lib/catalogue/tables.ts';
import { DASHBOARD_VERSION, type Dashboard } from '../../src/lib/cube/dashboard.ts';
import { countIn } from '../../src/lib/cube/pathway-grid.ts';
import type { PathwayCell } from '../../src/lib/model/pathway.ts';
import {
  buildDemonstration,
  PATIENCE,
  readArrow,
  readCsv,
  readParquet,
  ROOT,
  type Built
} from './published-files.ts';

let built: Built;
let manifest: Manifest;
beforeAll(async () => {
  built = await buildDemonstration();
  manifest = built.json('tables/manifest.json');
}, PATIENCE);
afterAll(() => built.remove());

const entryOf = (name: string) => {
  const entry = manifest.tables.find((table) => table.name === name);
  if (!entry) throw new Error(`no ${name} in the manifest`);
  return entry;
};

describe('the build', () => {
  it('leaves the files that we know, and no other', () => {
    const names = TABLES.map(({ name }) => name);
    const places = ['communes', 'qpvs', 'schools'];
    expect(built.files).toEqual(
      [
        ...names.flatMap((name) => [
          `tables/${name}.arrow`,
          `downloads/${name}.csv`,
          `downloads/${name}.parquet`
        ]),
        ...places.map((name) => `downloads/${name}.geojson`),
        'downloads/cube.json',
        'downloads/protection-certificate.json',
        'map/communes.geojson',
        'map/qpvs.geojson',
        'tables/catalogue.json',
        'tables/dashboard.json',
        'tables/manifest.json',
        'tables/portraits.json',
        'tables/programme.json',
        'tables/protection.json'
      ].sort()
    );
  });

  it('is the same, byte for byte, a second time', async () => {
    const again = await buildDemonstration();
    const hashes = ({ files, bytes }: Built) => files.map((path) => `${path} ${sha256(bytes(path))}`);
    expect(hashes(again)).toEqual(hashes(built));
    again.remove();
  });

  it('is the one that the site ships', () => {
    const shipped = join(ROOT, 'static/tables/manifest.json');
    expect(existsSync(shipped), 'npm run data').toBe(true);
    expect((JSON.parse(readFileSync(shipped, 'utf8')) as Manifest).fingerprint).toBe(manifest.fingerprint);
  });

  it('is named by a fingerprint of all its tables', () => {
    expect(manifest.version).toBe(MANIFEST_VERSION);
    expect(manifest.territory).toEqual({
      siren: '245901160',
      name: 'Valenciennes Métropole',
      demonstration: true
    });
    expect(manifest.fingerprint).toBe(sha256(manifest.tables.map((table) => table.sha256).join('\n')));
  });
});

describe.each(TABLES.map((table) => ({ name: table.name, table })))('the table $name', ({ name, table }) => {
  const names = table.columns.map((column) => column.name);
  const texts = table.columns.filter(({ type }) => type !== 'wkb').map((column) => column.name);

  it('is an Arrow stream with the columns, the version and the rows announced', () => {
    const bytes = built.bytes(`tables/${name}.arrow`);
    const { table: arrow, names: found, rows } = readArrow(bytes);
    const entry = entryOf(name);
    expect(found).toEqual(names);
    expect(arrow.schema.metadata.get('maillage.table')).toBe(name);
    expect(arrow.schema.metadata.get('maillage.version')).toBe(String(table.version));
    expect([rows.length, bytes.byteLength, sha256(bytes), table.version]).toEqual([
      entry.rows,
      entry.bytes,
      entry.sha256,
      entry.version
    ]);
    table.columns.forEach((column, at) => {
      const empty = rows.filter((row) => row[at] === null).length;
      if (!column.nullable) expect(empty, column.name).toBe(0);
    });
  });

  it('is the same table as Parquet', async () => {
    const arrow = readArrow(built.bytes(`tables/${name}.arrow`));
    const parquet = await readParquet(join(built.folder, `downloads/${name}.parquet`));
    expect(parquet.names).toEqual(names);
    expect(parquet.rows).toEqual(arrow.rows);
  });

  it('is the same table as CSV, geometry left out and no cell that a spreadsheet would run', () => {
    const arrow = readArrow(built.bytes(`tables/${name}.arrow`));
    const csv = readCsv(built.bytes(`downloads/${name}.csv`));
    expect(csv.names).toEqual(texts);
    const expected = arrow.rows.map((row) =>
      row
        .filter((_, at) => table.columns[at]?.type !== 'wkb')
        .map((value) => (value === null ? '' : String(value)))
    );
    expect(csv.rows).toEqual(expected);
    const textColumns = texts.map((column) => {
      const type = table.columns.find((declared) => declared.name === column)?.type;
      return type !== 'int' && type !== 'float';
    });
    for (const row of csv.rows) {
      row.forEach((cell, at) => {
        if (textColumns[at]) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      });
    }
  });
});

it('tells the data page the size of each download and the rows of each table', () => {
  const { downloads, quality } = built.json<CatalogueFile>('tables/catalogue.json');
  expect(downloads.map(({ file }) => `downloads/${file}`).sort()).toEqual(
    built.files.filter((path) => path.startsWith('downloads/'))
  );
  for (const { file, bytes } of downloads) expect(built.bytes(`downloads/${file}`).byteLength).toBe(bytes);
  expect(quality.tables.map(({ name, rows, duplicates }) => [name, rows, duplicates])).toEqual(
    TABLES.map(({ name }) => [name, entryOf(name).rows, 0])
  );
});

describe('places to download', () => {
  it('carry every column, for every commune, every QPV and every placed school', () => {
    for (const name of ['communes', 'qpvs', 'schools']) {
      const { features } = built.json<FeatureCollection>(`downloads/${name}.geojson`);
      const columns = TABLES.find((table) => table.name === name)?.columns ?? [];
      const texts = columns.filter(({ type }) => type !== 'wkb').map((column) => column.name);
      expect(features).toHaveLength(entryOf(name).rows);
      for (const { properties } of features) expect(Object.keys(properties ?? {})).toEqual(texts);
    }
  });

  it('are drawn on the map under the index of their row', () => {
    for (const name of ['communes', 'qpvs']) {
      const { features } = built.json<FeatureCollection>(`map/${name}.geojson`);
      const codes = readArrow(built.bytes(`tables/${name}.arrow`)).rows.map(([code]) => code);
      expect(features.map(({ id }) => id)).toEqual(codes.map((_, at) => at));
      expect(features.map(({ properties }) => properties?.code)).toEqual(codes);
    }
  });
});

/** Names are shown with the typographic apostrophe; tables keep the official spelling. */
const readable = (name: unknown) => String(name).replaceAll("'", '’');

describe('the dashboard', () => {
  it('says the same as the tables, and names the same build', () => {
    const dashboard = built.json<Dashboard>('tables/dashboard.json');
    expect(dashboard.version).toBe(DASHBOARD_VERSION);
    expect(dashboard.fingerprint).toBe(manifest.fingerprint);
    const lists = {
      communes: dashboard.communes,
      qpvs: dashboard.qpvs,
      schools: dashboard.schools,
      service_years: dashboard.serviceYears,
      support_teams: dashboard.teams,
      actions: dashboard.actions
    };
    for (const [name, rows] of Object.entries(lists)) {
      const { names, rows: cells } = readArrow(built.bytes(`tables/${name}.arrow`));
      expect(rows, name).toHaveLength(cells.length);
      rows.forEach((row, at) => {
        for (const [key, value] of Object.entries(row)) {
          const cell = cells[at]?.[names.indexOf(key)];
          expect(Array.isArray(value) ? JSON.stringify(value) : value, `${name}.${key}`).toEqual(
            key === 'name' ? readable(cell) : cell
          );
        }
      });
    }
  });

  it('packs the same counts of children as the table of published counts', () => {
    const { pathways } = built.json<Dashboard>('tables/dashboard.json');
    const { names, rows } = readArrow(built.bytes('tables/pathways_cube.arrow'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const cell = Object.fromEntries(names.map((name, at) => [name, row[at]])) as unknown as PathwayCell;
      const packed = countIn(pathways, cell.school_year, cell.zone, cell.level, cell.theme);
      expect(packed).toEqual({ value: cell.children, status: cell.status });
    }
  });

  it('counts the queue at the end of each month, up to 11', () => {
    const { demand, asOf } = built.json<Dashboard>('tables/dashboard.json');
    const months = demand.map(({ month }) => month);
    expect(months).toEqual([...months].sort());
    expect(demand.at(-1)).toMatchObject({ month: asOf, waiting: 11 });
  });
});

describe('a cell of a CSV', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+33', `"'+33"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\tx', `"'\tx"`],
    ['École; « A »', '"École; « A »"'],
    ['a "b"', '"a ""b"""'],
    ['Condé-sur-l’Escaut', 'Condé-sur-l’Escaut']
  ])('%j is written %j', (value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  it('leaves numbers as they are, and nothing for an empty one', () => {
    expect([csvCell(-2.5), csvCell(0), csvCell(true), csvCell(null)]).toEqual(['-2.5', '0', 'true', '']);
  });
});
