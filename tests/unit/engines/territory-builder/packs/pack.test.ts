// A pack gives back the rows of the official files that it was made from; a damaged one is refused with its reason.
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseSources } from '../../../../../src/lib/engines/territory-builder/packs/base-sources.ts';
import {
  PACK_PLACES,
  placeOf,
  readPack,
  writePack,
  type Pack,
  type PackRows
} from '../../../../../src/lib/engines/territory-builder/packs/pack.ts';
import { readReference } from '../../../../../src/lib/engines/territory-builder/packs/reference.ts';
import { FORMATS, importFile } from '../../../../../src/lib/engines/import/index.ts';
import { findingCodes } from '../../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../../../../../src/lib/model/findings.ts';
import { refusalOf, square } from '../../../../fixtures/import/files.ts';
import { SAMPLES } from '../../../../fixtures/import/samples.ts';
import { damagedFiles } from '../../../../draws.ts';

const reference = readReference(new Uint8Array(readFileSync('data/packs/reference.pack')));
const [MEL, VALENCIENNES] = ['200093201', '245901160'] as const;
const told = { source: 'Ministère', vintage: '2022', licence: 'Licence Ouverte 2.0' };
const noRows = () => Object.fromEntries(PACK_PLACES.map((place) => [place, []])) as unknown as PackRows;

/** A pack of the sample of every official format. */
async function samplePack(): Promise<Pack> {
  const rows = noRows();
  for (const { id } of FORMATS) {
    const place = placeOf(id);
    if (!place) continue;
    const imported = await importFile(SAMPLES[id], { expect: id });
    Object.assign(rows, { [place]: imported.rows.map((row) => ({ ...row, file: `${id}, 2022` })) });
  }
  const files = PACK_PLACES.flatMap((place) => rows[place].map(({ file }) => file));
  return { departement: '59', rows, sources: files.map((file) => ({ file, ...told })) };
}
const pack = await samplePack();
const packed = gzipSync(strToU8(JSON.stringify(writePack(pack, null))));

describe('a pack', () => {
  it('gives back the rows of every official format, none for the lists of a service', () => {
    const read = readPack(packed);
    for (const place of PACK_PLACES) {
      expect(pack.rows[place], place).toHaveLength(1);
      expect(read.rows[place]).toEqual(pack.rows[place]);
    }
    expect(read.sources).toEqual(pack.sources);
    expect(placeOf('cases') ?? placeOf('staff') ?? placeOf('followed-schools')).toBeUndefined();
  });

  it('is read compressed, or as a host unpacked it', () => {
    expect(readPack(gunzipSync(packed))).toEqual(readPack(packed));
  });

  it('keeps unknown values unknown, never zero', () => {
    const rows = noRows();
    const [school] = pack.rows.ips;
    const [listed] = pack.rows.annuaire;
    rows.ips = [
      { ...school!, pupils: null, ips: null, kind: null, year: null },
      { ...school!, pupils: 0 }
    ];
    rows.annuaire = [{ ...listed!, pupils: null, lon: null, lat: null, quality: null }];
    const read = readPack(strToU8(JSON.stringify(writePack({ ...pack, rows }, null)))).rows;
    expect(read.ips).toEqual(rows.ips);
    expect(read.annuaire).toEqual(rows.annuaire);
  });

  it('damaged anywhere is read or refused with words, never an error of another kind', () => {
    const json = gunzipSync(packed);
    const edits = fc.array(fc.tuple(fc.nat(json.length - 1), fc.nat(127)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(edits, (changes) => {
        const damaged = json.slice();
        for (const [at, value] of changes) damaged[at] = value;
        try {
          readPack(damaged);
        } catch (error) {
          if (!(error instanceof UnusableInput)) throw error;
          expect(findingCodes()).toContain(error.finding.code);
        }
      }),
      { numRuns: damagedFiles() }
    );
    expect(refusalOf(() => readPack(packed.slice(0, 200), '59.pack'))).toMatchObject({
      code: 'damaged-pack',
      file: '59.pack'
    });
  });
});

describe('the sources of a territory', () => {
  it('are the rows of its packs, each with the source, the year and the licence of its file', () => {
    const base = baseSources([pack], reference, MEL);
    expect(base.ips).toEqual(pack.rows.ips);
    for (const place of PACK_PLACES)
      for (const { file } of base[place] ?? []) expect(base.vintages[file]).toEqual(told);
  });

  it('of two départements hold once what both packs have', () => {
    const other: Pack = {
      departement: '62',
      sources: pack.sources,
      rows: { ...noRows(), cites: pack.rows.cites }
    };
    expect(baseSources([pack, other], reference, VALENCIENNES).cites).toEqual(pack.rows.cites);
    expect(baseSources([{ ...other, rows: noRows() }], reference, MEL)).not.toHaveProperty('cites');
  });

  it('hold the QPV and the cités éducatives of the territory alone: their absence says nothing of another', () => {
    const far = { ...pack.rows.communes[0]!, line: 2, code: '59606', outline: square(8, 48, 0.1) };
    const two = { ...pack, rows: { ...pack.rows, communes: [...pack.rows.communes, far] } };
    const [lille, valenciennes] = [
      baseSources([two], reference, MEL),
      baseSources([two], reference, VALENCIENNES)
    ];
    expect([lille.qpvs, lille.cites]).toEqual([pack.rows.qpvs, undefined]);
    expect([valenciennes.qpvs, valenciennes.cites]).toEqual([undefined, pack.rows.cites]);
    expect(valenciennes.ips).toEqual(pack.rows.ips);
  });
});
