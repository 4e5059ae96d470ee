// Inspectors' districts in what is published: the names of schools' districts, and not one figure more than without them.
import { beforeAll, describe, expect, it } from 'vitest';
import { demonstration } from '../../scripts/demo/demonstration.ts';
import { makeRelease } from '../../scripts/demo/protection/release.ts';
import { territoryFiles } from '../../src/lib/engines/territory-builder/write/territory-files.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { THEMES, type WholeCase } from '../../src/lib/model/pathway.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { ROOT } from './published-files.ts';

const { rows: demo } = demonstration(ROOT);
const DISTRICTS = ['CANARI-NORD', 'CANARI-SUD', 'CANARI-EST'] as const;
const districtOf = new Map(
  demo.schools.flatMap(({ uai, kind }, at) => (kind === 'college' ? [] : [[uai, DISTRICTS[at % 3]!]]))
);
let bare: TerritoryFiles;
let named: TerritoryFiles;
let cases: WholeCase[];

beforeAll(async () => {
  const schools = demo.schools.filter(({ kind, status }) => kind === 'primaire' && status === 'followed');
  // Few enough in each school for many counts to be hidden, and another number in each district.
  cases = schools.slice(0, 9).flatMap((school, s) =>
    Array.from({ length: 7 + 3 * s }, (_, i): WholeCase => ({
      ...{ case_id: `E${s}-${i}`, family_id: `F${s}-${i >> 1}`, school_year: '2025-2026' },
      ...{ uai: school.uai, commune: school.commune, qpv: null, theme: THEMES[i % 5]! },
      ...{ level: i % 3 === 0 ? 'maternelle' : 'elementaire', visits: 1 + (i % 7) }
    }))
  );
  const release = makeRelease(await bootHighs(), cases, demo);
  const filesOf = (withDistricts: boolean) =>
    territoryFiles({
      ...{ ...demo, release, access: null },
      schools: demo.schools.map((school) => {
        const district = districtOf.get(school.uai);
        return withDistricts && district !== undefined ? { ...school, district } : school;
      })
    });
  [bare, named] = [filesOf(false), filesOf(true)];
}, 120_000);

const text = (bytes: Uint8Array | undefined) => new TextDecoder('latin1').decode(bytes);
/** What a reader of a file may add up, written apart from what makes it: every number, fingerprints and sizes of other files aside. */
const numbersOf = (bytes: Uint8Array | undefined) =>
  text(bytes)
    .replace(/"(?:sha256|fingerprint)": ?"[0-9a-f]*"|"bytes": ?\d+/g, '')
    .replace(/CANARI-[A-Z]+/g, '')
    .match(/\d+(?:\.\d+)?/g) ?? [];

describe('a territory whose schools have districts', () => {
  it('publishes them, in the lists of schools alone', () => {
    const found = [...named].flatMap(([path, bytes]) => (text(bytes).includes('CANARI') ? [path] : []));
    expect(found).toEqual(['tables/dashboard.json']);
  });

  it('has the same files of counts, byte for byte', () => {
    expect([...named.keys()]).toEqual([...bare.keys()]);
    const counts = [...named.keys()].filter((path) => /cube|pathways|report|protection/.test(path));
    expect(counts).toContain('tables/pathways_cube.arrow');
    for (const path of counts) expect(text(named.get(path)), path).toBe(text(bare.get(path)));
  });

  it('has no number that the same territory without them has not: nothing to subtract', () => {
    for (const [path, bytes] of named)
      if (/\.(?:json|geojson|csv)$/.test(path))
        expect(numbersOf(bytes), path).toEqual(numbersOf(bare.get(path)));
  });

  it('would be caught: a count of a district among them is another number', () => {
    const count = cases.filter(({ uai }) => districtOf.get(uai) === DISTRICTS[0]).length;
    const told = new TextEncoder().encode(`${text(named.get('tables/dashboard.json'))}{"children":${count}}`);
    expect(numbersOf(told)).not.toEqual(numbersOf(bare.get('tables/dashboard.json')));
  });
});
