// Compressed files are read as what they hold, within a limit; a TopoJSON gives the rows of its GeoJSON.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formatNamed } from '../../../../src/lib/engines/import/format-list.ts';
import { importFile } from '../../../../src/lib/engines/import/import-file.ts';
import { importSync } from '../../../../src/lib/engines/import/importer.ts';
import { readGeojson } from '../../../../src/lib/engines/import/readers/geojson.ts';
import { gunzip } from '../../../../src/lib/engines/import/readers/gzip.ts';
import { openFile } from '../../../../src/lib/engines/import/readers/open.ts';
import type { SourceFile } from '../../../../src/lib/model/source-files.ts';
import { findingCodes } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { xlsxFile } from '../../../fixtures/import/containers.ts';
import { collection, refusalOf, textFile } from '../../../fixtures/import/files.ts';
import { SAMPLES } from '../../../fixtures/import/samples.ts';
import { REAL } from '../../../fixtures/real-files.ts';
import { damagedFiles } from '../../../draws.ts';

const packed = ({ name, bytes }: SourceFile): SourceFile => ({ name: `${name}.gz`, bytes: gzipSync(bytes) });
const refused = (source: SourceFile) =>
  openFile(source).then(
    () => 'read',
    (error: unknown) => (error instanceof UnusableInput ? error.finding.code : String(error))
  );
const RUNS = { numRuns: damagedFiles(), seed: 20_260_901 };
const MEGABYTE = 1024 * 1024;

describe('a compressed file', () => {
  it('gives the rows of the file that it holds, whatever its format', async () => {
    const grid = [['categorie', 'commune', 'nombre'], ['CCAS', '59014', '3']]; // prettier-ignore
    for (const plain of [SAMPLES.ips, SAMPLES.qpv, await xlsxFile(grid)]) {
      const [rows, unpacked] = [await importFile(plain), await importFile(packed(plain))];
      expect(unpacked.rows).toEqual(rows.rows);
      expect(unpacked.format).toBe(rows.format);
    }
  });

  it('is read by the commands that ask for one format alone', () => {
    const { importer } = formatNamed('qpv');
    const [plain, unpacked] = [importSync(SAMPLES.qpv, importer), importSync(packed(SAMPLES.qpv), importer)];
    expect(unpacked.rows).toEqual(plain.rows);
  });

  it('made of several members is read to its end', async () => {
    const text = new TextDecoder().decode(SAMPLES.ips.bytes);
    const [head, tail] = [text.slice(0, 40), text.slice(40)].map((half) => gzipSync(strToU8(half)));
    const joined = { name: 'ips.csv.gz', bytes: Uint8Array.from([...head!, ...tail!]) };
    expect((await importFile(joined)).rows).toEqual((await importFile(SAMPLES.ips)).rows);
  });

  it('that would fill the memory is refused at its limit', () => {
    const bomb = { name: 'b.csv.gz', bytes: gzipSync(new Uint8Array(24 * MEGABYTE), { level: 9 }) };
    expect(bomb.bytes.length).toBeLessThan(MEGABYTE / 8);
    const finding = refusalOf(() => gunzip(bomb, 8 * MEGABYTE));
    expect([finding.code, finding.expected]).toEqual(['file-too-large', '8']);
    expect(gunzip(bomb, 24 * MEGABYTE)).toHaveLength(24 * MEGABYTE);
  });

  it('that lies about its size takes no more memory than what it holds', () => {
    const { name, bytes } = packed(SAMPLES.ips);
    const lying = bytes.slice();
    lying.fill(0xff, -4);
    expect(refusalOf(() => gunzip({ name, bytes: lying })).code).toBe('damaged-gzip');
  });

  it('cut, damaged or compressed twice is refused with its reason', async () => {
    const sound = packed(SAMPLES.ips);
    const cut = { ...sound, bytes: sound.bytes.slice(0, -12) };
    const noise = { ...sound, bytes: sound.bytes.map((byte, at) => (at === 40 ? byte ^ 0xff : byte)) };
    expect(await refused(cut)).toBe('damaged-gzip');
    expect(await refused(noise)).toBe('damaged-gzip');
    expect(await refused(packed(sound))).toBe('gzip-file');
    expect(await refused(packed({ name: 'a', bytes: zipSync({ 'a.txt': strToU8('x') }) }))).toBe(
      'other-archive'
    );
  });

  it('of any bytes is read or refused with words', async () => {
    const sound = packed(SAMPLES.qpv).bytes;
    const edits = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 5 });
    const any = fc.oneof(
      fc.uint8Array({ maxLength: 100 }).map((tail) => Uint8Array.from([0x1f, 0x8b, 8, ...tail])),
      fc.tuple(edits, fc.nat(sound.length)).map(([changes, end]) => {
        const bytes = sound.slice(0, sound.length - (end % 40));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return bytes;
      })
    );
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        const code = await refused({ name: 'f.gz', bytes });
        if (code !== 'read') expect(findingCodes()).toContain(code);
      }),
      RUNS
    );
  });
});

/** Two squares side by side: their common border is arc 0, from its top for one and from its foot for the other. */
const TOPOLOGY = {
  type: 'Topology',
  transform: { scale: [0.001, 0.0005], translate: [3, 50] },
  arcs: [
    [[100, 0], [0, 100]],
    [[100, 100], [-100, 0], [0, -100], [100, 0]],
    [[100, 0], [100, 0], [0, 100], [-100, 0]]
  ],
  objects: {
    communes: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { code: '59350', nom: 'Lille' } },
        { type: 'MultiPolygon', arcs: [[[2, -1]]], properties: { code: '59512', nom: 'Roubaix' } }
      ]
    }
  }
}; // prettier-ignore
const topology = (root: unknown) => textFile('t.topojson', JSON.stringify(root));

describe('a TopoJSON', () => {
  it('gives the same rows as its GeoJSON, common borders exact', () => {
    const west = [[3.1, 50], [3.1, 50.05], [3, 50.05], [3, 50], [3.1, 50]]; // prettier-ignore
    const east = [[3.1, 50], [3.2, 50], [3.2, 50.05], [3.1, 50.05], [3.1, 50]]; // prettier-ignore
    const same = collection('t.topojson', [
      { properties: { code: '59350', nom: 'Lille' }, geometry: { type: 'Polygon', coordinates: [west] } },
      {
        properties: { code: '59512', nom: 'Roubaix' },
        geometry: { type: 'MultiPolygon', coordinates: [[east]] }
      }
    ]);
    const { importer } = formatNamed('communes');
    const [expected, found] = [same, topology(TOPOLOGY)].map((source) => importSync(source, importer));
    expect(found!.findings).toEqual([]);
    const rounded = (value: unknown) =>
      JSON.parse(JSON.stringify(value), (_, one: unknown) =>
        typeof one === 'number' ? Number(one.toFixed(9)) : one
      ) as unknown;
    expect(rounded(found!.rows)).toEqual(rounded(expected!.rows));
  });

  it('with several layers is read for the one with most outlines, and names the others', () => {
    const objects = {
      departements: { type: 'GeometryCollection', geometries: [{ type: null }] },
      ...TOPOLOGY.objects
    };
    const table = readGeojson(topology({ ...TOPOLOGY, objects }));
    expect(table.records).toHaveLength(2);
    expect(table.findings).toMatchObject([
      { code: 'other-layers', found: 'departements', expected: 'communes' }
    ]);
  });

  it('that names lines that it does not hold, or too many of them, is refused', () => {
    const outline = (arcs: unknown) => ({
      ...TOPOLOGY,
      objects: { communes: { type: 'Polygon', arcs, properties: { code: '59350' } } }
    });
    const long = Array.from({ length: 30_000 }, () => [1, 1]);
    const bomb = { ...outline([Array.from({ length: 30_000 }, () => 0)]), arcs: [long] };
    const damaged = [outline([[7]]), outline([['0']]), outline([[0.5]]), { ...TOPOLOGY, arcs: 3 }, { ...TOPOLOGY, objects: 1 }, bomb]; // prettier-ignore
    for (const root of damaged) {
      expect(refusalOf(() => readGeojson(topology(root))).code).toBe('damaged-topojson');
    }
  });

  it('of any content is read or refused with words', () => {
    const index = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constantFrom(0.5, null, 'x'));
    const arcs = fc.array(fc.array(fc.array(index, { maxLength: 3 }), { maxLength: 3 }), { maxLength: 3 });
    const geometry = fc.record({
      type: fc.constantFrom('Polygon', 'MultiPolygon', 'Point', 'GeometryCollection', 'Other', null),
      arcs: fc.oneof(arcs, arcs.map((some) => some[0] ?? []), fc.json()),
      properties: fc.constantFrom({ code: '59350' }, {}, null)
    }); // prettier-ignore
    const root = fc.record({
      type: fc.constant('Topology'),
      transform: fc.constantFrom(TOPOLOGY.transform, undefined, null, { scale: [1] }),
      arcs: fc.oneof(fc.constant(TOPOLOGY.arcs), fc.jsonValue()),
      objects: fc.oneof(fc.dictionary(fc.string(), geometry, { maxKeys: 3 }), fc.jsonValue())
    });
    fc.assert(
      fc.property(root, (value) => {
        try {
          importSync(topology(value), formatNamed('communes').importer);
        } catch (error) {
          if (!(error instanceof UnusableInput)) throw error;
          expect(findingCodes()).toContain(error.finding.code);
        }
      }),
      RUNS
    );
  });

  const FRANCE = join(REAL, 'communes-france-ign2018.topojson.gz');
  const NORD = join(REAL, 'communes-59-nord-ign2018.geojson');
  it.skipIf(!existsSync(FRANCE) || !existsSync(NORD))(
    'of the country, compressed, draws the Nord as its own file does',
    async () => {
      const read = (name: string) =>
        importFile({ name, bytes: new Uint8Array(readFileSync(name)) }, { expect: 'communes' });
      const [country, nord] = [await read(FRANCE), await read(NORD)];
      const places = (codes: typeof nord) =>
        codes.rows.map((row) => ('outline' in row && 'code' in row ? row.code : ''));
      expect(country.counts).toMatchObject({ read: 35_357, dropped: 0 });
      const known = new Set(places(country));
      expect(places(nord).filter((code) => !known.has(code))).toEqual([]);
      expect(places(country).filter((code) => code.startsWith('59'))).toHaveLength(nord.rows.length);
    }
  );
});
