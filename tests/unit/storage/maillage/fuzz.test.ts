// Whatever is done to the bytes or the entries of a territory's file, it opens as it was saved or is refused with words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import {
  readMaillage,
  writeMaillage,
  type MaillageContent
} from '../../../../src/lib/storage/maillage/index.ts';
import {
  bytesOf,
  CIPHER,
  contentOf,
  maillageOf,
  rawZip,
  type RawEntry
} from '../../../fixtures/maillage/content.ts';
import { damagedFiles } from '../../../draws.ts';

/** More in a soak. */
const RUNS = { numRuns: damagedFiles(), seed: 20_260_901 };

async function openOrRefuse(bytes: Uint8Array): Promise<MaillageContent | null> {
  try {
    return await readMaillage(bytes, { cipher: CIPHER });
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    expect(findingCodes()).toContain(error.finding.code);
    return null;
  }
}
const plain = ({ files, ...rest }: MaillageContent) => ({ ...rest, files: [...files].sort() });

const name = fc.oneof(
  fc.constantFrom(
    'tables/dashboard.json',
    'maillage.json',
    'findings.json',
    'territory/logo.svg',
    'kept/maillage.plans.245901160.json',
    'sources/a.csv',
    '__proto__',
    'tables/__proto__.json'
  ),
  fc.string({ maxLength: 30 }),
  fc
    .array(fc.constantFrom('..', '.', '', 'tables', 'map', 'a.json', '\\', 'C:'), { maxLength: 5 })
    .map((all) => all.join('/'))
);
const entry: fc.Arbitrary<RawEntry> = fc.record(
  {
    name,
    content: fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.json().map(bytesOf)),
    unpacked: fc.nat(0xffffffff),
    packed: fc.nat(200),
    method: fc.constantFrom(0, 8, 12),
    flags: fc.nat(0xffff),
    mode: fc.nat(0xffff),
    header: fc.nat(300)
  },
  { requiredKeys: ['name', 'content'] }
);

describe('a damaged file of a territory', () => {
  it('opens as it was saved or is refused, whatever bytes are changed', async () => {
    const sound = contentOf();
    const whole = await writeMaillage(sound);
    const edit = fc.record({
      at: fc.nat(whole.length),
      remove: fc.nat(8),
      insert: fc.uint8Array({ maxLength: 6 })
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const bytes = edits.reduce<number[]>(
          (left, { at, remove, insert }) => [...left.slice(0, at), ...insert, ...left.slice(at + remove)],
          [...whole]
        );
        const back = await openOrRefuse(Uint8Array.from(bytes));
        if (back) expect(plain(back)).toEqual(plain(sound));
      }),
      RUNS
    );
  });

  it('opens or is refused, whatever its entries are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), fc.boolean(), async (entries, described) => {
        const back = await openOrRefuse(described ? maillageOf(entries) : rawZip(entries));
        for (const path of back?.files.keys() ?? [])
          expect(path).toMatch(/^(tables|map|graph|downloads|territory|findings)/);
      }),
      RUNS
    );
  });

  it('opens or is refused, whatever its description says', async () => {
    const dashboard = { name: 'tables/dashboard.json', content: bytesOf('{}') };
    const value = fc.oneof(fc.anything({ withNullPrototype: false }), fc.json());
    const manifest = fc.dictionary(
      fc.constantFrom('format', 'version', 'created', 'saved', 'config', 'sources', 'hashes', '__proto__'),
      value.filter((one) => typeof one !== 'bigint')
    );
    await fc.assert(
      fc.asyncProperty(manifest, async (changes) => {
        await openOrRefuse(maillageOf([dashboard], JSON.parse(JSON.stringify(changes)) as typeof changes));
      }),
      RUNS
    );
  });
});
