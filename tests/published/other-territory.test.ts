// The writer serves any territory: it keeps a real service's posts and plans out, and refuses rows that do not fit the catalogue.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demonstration } from '../../scripts/demo/demonstration.ts';
import { refuseUnsafe } from '../../src/lib/engines/territory-builder/protection/refuse-unsafe.ts';
import { UnsafeTerritory } from '../../src/lib/model/findings.ts';
import type { TerritoryRows } from '../../src/lib/engines/territory-builder/rows.ts';
import { writeFiles } from '../../scripts/territory/write-files.ts';
import { territoryFiles } from '../../src/lib/engines/territory-builder/write/territory-files.ts';
import { makeRelease } from '../../scripts/demo/protection/release.ts';
import type { Protection } from '../../src/lib/cube/protection/protection.ts';
import type { LinearSolver } from '../../src/lib/model/linear.ts';
import type { PathwayCell } from '../../src/lib/model/pathway.ts';
import type { Manifest } from '../../src/lib/catalogue/manifest.ts';
import { TABLES } from '../../src/lib/catalogue/tables.ts';
import { filesUnder, readArrow, ROOT } from './published-files.ts';

const { rows: demo, cases } = demonstration(ROOT);
const territory = { ...demo.territory, demonstration: false };
const real: TerritoryRows = { ...demo, territory, release: null, access: null };
const withoutPosts: TerritoryRows = { ...real, staff: [], assignment: [] };
const protection = {} as Protection;
const folder = mkdtempSync(join(tmpdir(), 'maillage-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (rows: TerritoryRows, name: string) => writeFiles(join(folder, name), territoryFiles(rows));

describe('a territory that is not the demonstration', () => {
  it('may not publish its posts or its plan, and is told so in French', () => {
    expect(() => refuseUnsafe(real)).toThrow(UnsafeTerritory);
    expect(() => refuseUnsafe({ ...real, assignment: [] })).toThrow(/Postes refusés : 10/);
    expect(() => refuseUnsafe({ ...real, staff: [] })).toThrow(/Plan refusé/);
    expect(() => write(real, 'refused')).toThrow(UnsafeTerritory);
    expect(readdirSync(folder)).not.toContain('refused');
  });

  it('may not bring its cases into a public build, and is told what to do instead', () => {
    const never = {} as LinearSolver;
    expect(() => makeRelease(never, cases, real)).toThrow(UnsafeTerritory);
    expect(() => makeRelease(never, cases, real)).toThrow(/Cas refusés : 1530 parcours.*npm run safe/);
  });

  it('gets every public table, and no file of an internal one', () => {
    write(withoutPosts, 'public');
    const internal = TABLES.filter((table) => table.internal).map(({ name }) => name);
    expect(internal).toEqual(['staff', 'assignment']);
    const files = filesUnder(join(folder, 'public'));
    for (const name of internal) expect(files.filter((path) => path.includes(name))).toEqual([]);
    const manifest = JSON.parse(
      readFileSync(join(folder, 'public/tables/manifest.json'), 'utf8')
    ) as Manifest;
    expect(manifest.territory.demonstration).toBe(false);
    expect(manifest.tables.map(({ name }) => name)).toEqual(
      TABLES.filter((table) => !table.internal).map(({ name }) => name)
    );
  });

  it('may not publish a small count, nor a hidden one that carries a figure', () => {
    const safe: PathwayCell = {
      school_year: '2025-2026',
      zone_kind: 'commune',
      zone: '59606',
      level: 'ALL',
      theme: 'ALL',
      children: 12,
      families: 9,
      visits: 40,
      status: 'published'
    };
    const withCell = (change: object): TerritoryRows => {
      const cube = { k: 11, dimensions: [], cells: [] };
      return { ...withoutPosts, release: { cells: [{ ...safe, ...change }], cube, protection } };
    };
    expect(() => refuseUnsafe(withCell({}))).not.toThrow();
    expect(() => refuseUnsafe(withCell({ children: 10 }))).toThrow(/trop petit/);
    expect(() => refuseUnsafe(withCell({ families: 2 }))).toThrow(/peu de familles/);
    expect(() => refuseUnsafe(withCell({ status: 'suppressed' }))).toThrow(/protégé/);
    const hidden = { status: 'suppressed', children: null, families: null, visits: null };
    expect(() => refuseUnsafe(withCell(hidden))).not.toThrow();
    for (const figure of ['children', 'families', 'visits'])
      expect(() => refuseUnsafe(withCell({ ...hidden, [figure]: 40 })), figure).toThrow(/porte un chiffre/);
  });

  it('may know nothing but its communes: tables of no row are written and read', () => {
    const bare: TerritoryRows = {
      ...withoutPosts,
      qpvs: [],
      schools: [],
      demand: [],
      serviceYears: [],
      teams: [],
      actions: [],
      partners: [],
      correspondents: []
    };
    write(bare, 'bare');
    const { names, rows } = readArrow(readFileSync(join(folder, 'bare/tables/schools.arrow')));
    expect([names.length, rows.length]).toEqual([20, 0]);
  });

  it('keeps a school that no source places, and leaves it off the map', () => {
    const [first, ...others] = withoutPosts.schools;
    if (!first) throw new Error('no school');
    const unplaced = { ...first, lon: null, lat: null, position_quality: null };
    write({ ...withoutPosts, schools: [unplaced, ...others] }, 'unplaced');
    const table = readArrow(readFileSync(join(folder, 'unplaced/tables/schools.arrow')));
    const places = JSON.parse(readFileSync(join(folder, 'unplaced/downloads/schools.geojson'), 'utf8'));
    expect([table.rows.length, places.features.length]).toEqual([95, 94]);
  });
});

describe('rows that do not fit the catalogue', () => {
  it.each([
    ['a needed value that is missing', { name: null }, /table schools, column name: a value is needed/],
    ['a fraction where a count is due', { pupils: 12.5 }, /column pupils: whole number expected, found 12.5/],
    ['a number that is none', { ips: NaN }, /column ips: number expected/],
    ['a number where a text is due', { uai: 12 }, /column uai: text expected/]
  ])('%s', (_, change, message) => {
    const [first] = withoutPosts.schools;
    const schools = [{ ...first, ...change }] as TerritoryRows['schools'];
    expect(() => write({ ...withoutPosts, schools }, 'misfit')).toThrow(message);
    expect(readdirSync(folder)).not.toContain('misfit');
  });
});
