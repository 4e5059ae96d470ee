// One bad bit in a map costs the map, not the folder: what is whole is opened, what is not is named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { readMaillage, writeMaillage } from '../../../../src/lib/storage/maillage/index.ts';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { CIPHER, contentOf } from '../../../fixtures/maillage/content.ts';
import { damagedFiles } from '../../../draws.ts';

/** As random as a map archive or a graph is: nothing in it is compressed. */
const noise = (seed: number) =>
  Uint8Array.from({ length: 400 }, (_, at) => Math.imul(at + 1000 * seed, 0x9e3779b1 ^ (seed << 20)) >>> 24);
const MAP = 'map/ground.pmtiles';
const GRAPH = 'graph/car.bin';
const sound = contentOf({
  files: new Map([
    ...contentOf().files,
    [MAP, noise(1)],
    [GRAPH, noise(2)],
    ['downloads/a.parquet', noise(3)]
  ])
});
const open = (bytes: Uint8Array) => readMaillage(bytes, { cipher: CIPHER, salvage: true });

/** Where some bytes stand in others. */
function indexIn(whole: Uint8Array, part: Uint8Array): number {
  return whole.findIndex((_, at) => part.every((byte, i) => whole[at + i] === byte));
}
async function withBadBit(path: string): Promise<Uint8Array> {
  const bytes = await writeMaillage(sound);
  const at = indexIn(bytes, sound.files.get(path)!.subarray(0, 64));
  expect(at, path).toBeGreaterThan(0);
  bytes[at + 20]! ^= 1;
  return bytes;
}

describe('a folder with a damaged part', () => {
  it.each([MAP, 'downloads/a.parquet'])('%s: opens without it, and names it', async (path) => {
    const { damaged, files, ...rest } = await open(await withBadBit(path));
    const { files: all, ...others } = sound;
    expect(damaged).toEqual([path]);
    expect([...files.keys()].sort()).toEqual([...all.keys()].filter((one) => one !== path).sort());
    expect(rest).toEqual(others);
  });

  it('says which part, in words', () => {
    const told = (found: string) =>
      findingSentence({ code: 'maillage-part-damaged', severity: 'doubtful', found });
    expect(told(MAP)).toContain('le fond de carte est abîmé dans ce dossier (map/ground.pmtiles)');
    expect(told('sources/suivies.csv')).toContain('le fichier d’origine « suivies.csv » est abîmé');
  });

  it('whose outlines are damaged opens with an empty map', async () => {
    const path = 'map/communes.geojson';
    const bytes = await writeMaillage(sound);
    // The entry's checksum in the directory, which its content no longer has.
    const name = new TextEncoder().encode(path);
    const last = bytes.length - [...bytes].reverse().findIndex((_, i) => name.every((byte, j) => bytes[bytes.length - 1 - i - (name.length - 1) + j] === byte)) - name.length; // prettier-ignore
    bytes[last - 46 + 16]! ^= 1;
    const { damaged, files } = await open(bytes);
    expect(damaged).toEqual([path]);
    expect(JSON.parse(new TextDecoder().decode(files.get(path)))).toEqual({
      type: 'FeatureCollection',
      features: []
    });
  });

  it('is refused when a figure is damaged, or when nobody asked for what is left', async () => {
    const bytes = await writeMaillage({
      ...sound,
      files: new Map([...sound.files, ['tables/pathways_cube.parquet', noise(4)]])
    });
    bytes[indexIn(bytes, noise(4).subarray(0, 64)) + 20]! ^= 1;
    await expect(open(bytes)).rejects.toThrow('maillage-damaged');
    await expect(readMaillage(await withBadBit(MAP), { cipher: CIPHER })).rejects.toThrow('maillage-damaged');
  });

  it('never gives a part that is not as it was saved, whatever bits are changed', async () => {
    const whole = await writeMaillage(sound);
    const bits = fc.array(fc.record({ at: fc.nat(whole.length - 1), bit: fc.nat(7) }), { minLength: 1, maxLength: 3 }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(bits, async (flips) => {
        const bytes = whole.slice();
        for (const { at, bit } of flips) bytes[at]! ^= 1 << bit;
        const content = await open(bytes).catch((error: unknown) => {
          if (error instanceof UnusableInput) return null;
          throw error;
        });
        for (const [path, kept] of content?.files ?? [])
          if (!content?.damaged?.includes(path)) expect(kept, path).toEqual(sound.files.get(path));
      }),
      { numRuns: damagedFiles(), seed: 20_261_128 }
    );
  });
});
