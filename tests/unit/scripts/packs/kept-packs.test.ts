// The packs that the repository keeps: light, complete, listed with their sources, and shipped by a site or not.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPack, readReference } from '../../../../src/lib/engines/territory-builder/index.ts';
import type { PackIndex } from '../../../../src/lib/model/packs.ts';
import { writeSitePacks } from '../../../../scripts/packs/ship.ts';

const KEPT = 'data/packs';
const files = readdirSync(KEPT);
const sizeOf = (name: string) => statSync(join(KEPT, name)).size;
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(KEPT, name)));
const index = JSON.parse(readFileSync(join(KEPT, 'packs.json'), 'utf8')) as PackIndex;

describe('the packs of the repository', () => {
  it('weigh 5 MB at most in all, and 90 kB a département', () => {
    expect(files.reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThanOrEqual(5_000_000);
    for (const { departement, bytes } of index.packs) expect(bytes, departement).toBeLessThanOrEqual(90_000);
  });

  it('are those of the list, each with its weight, its communes and the year and licence of its sources', () => {
    const names = index.packs.map(({ departement }) => `${departement}.pack`);
    expect(files.sort()).toEqual([...names, 'packs.json', 'pre.pack', 'reference.pack'].sort());
    const told = new Map(index.sources.map((source) => [source.file, source]));
    for (const { departement, bytes, communes } of index.packs) {
      const name = `${departement}.pack`;
      const pack = readPack(bytesOf(name), name);
      expect([pack.departement, pack.rows.communes.length]).toEqual([departement, communes]);
      expect(sizeOf(name)).toBe(bytes);
      for (const source of pack.sources) {
        expect(told.get(source.file)).toEqual(source);
        expect(source.vintage).toMatch(/^20\d\d/);
        expect(source.licence).toBe('Licence Ouverte 2.0');
      }
    }
    expect(index.reference.bytes).toBe(sizeOf('reference.pack'));
    expect(index.pre.bytes).toBe(sizeOf('pre.pack'));
  });

  it('hold every département of every EPCI', () => {
    const reference = readReference(bytesOf('reference.pack'));
    const needed = new Set(reference.agglomerations.flatMap(({ siren }) => reference.departementsOf(siren)));
    const held = new Set(index.packs.map(({ departement }) => departement));
    expect([...needed].filter((departement) => !held.has(departement))).toEqual([]);
  });
});

describe('a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const listed = () =>
    (JSON.parse(readFileSync(join(folder, 'packs/packs.json'), 'utf8')) as PackIndex).packs;

  it('ships every pack, or the division alone and a list that says that it has none', () => {
    expect(writeSitePacks(folder, true)).toHaveLength(files.length);
    expect(listed()).toEqual(index.packs);
    writeSitePacks(folder, false);
    expect(readdirSync(join(folder, 'packs')).sort()).toEqual(['packs.json', 'pre.pack', 'reference.pack']);
    expect(listed()).toEqual([]);
    expect(existsSync(join(folder, 'packs/59.pack'))).toBe(false);
  });
});
