// A file from anyone: refused whole with the reason and what to do, before it takes memory or writes anything.
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput, type Finding } from '../../../../src/lib/model/findings.ts';
import {
  maillageSizeRefusal,
  MAX_MAILLAGE_BYTES,
  readMaillage,
  writeMaillage
} from '../../../../src/lib/storage/maillage/index.ts';
import { readMaillageFile } from '../../../../src/lib/workers/maillage/client.ts';
import { bytesOf, CIPHER, contentOf, maillageOf, rawZip } from '../../../fixtures/maillage/content.ts';

async function refusalOf(bytes: Uint8Array): Promise<Finding> {
  try {
    await readMaillage(bytes, { cipher: CIPHER, name: 'lille.maillage' });
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    const { finding } = error;
    expect(wordsIn('fr', finding.code)?.fix, finding.code).toBeTruthy();
    expect(finding.file).toBe('lille.maillage');
    return finding;
  }
  throw new Error('not refused');
}
const codeOf = async (bytes: Uint8Array) => (await refusalOf(bytes)).code;

const DASHBOARD = { name: 'tables/dashboard.json', content: bytesOf('{}') };
const withEntry = (name: string, content = bytesOf('{}')) => maillageOf([DASHBOARD, { name, content }]);
const svg = (inside: string) => bytesOf(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

describe('a hostile file of a territory', () => {
  it('is told from a sound one made the same way', async () => {
    const back = await readMaillage(withEntry('graph/team.json'), { cipher: CIPHER });
    expect([...back.files.keys()]).toEqual(['tables/dashboard.json', 'graph/team.json']);
  });

  it('of 2 GB is refused before it is read', async () => {
    const size = 2 * 1024 ** 3;
    expect(maillageSizeRefusal('gros.maillage', size)).toMatchObject({
      code: 'maillage-too-large',
      found: '2048',
      expected: '256'
    });
    expect(maillageSizeRefusal('juste.maillage', MAX_MAILLAGE_BYTES)).toBeNull();
    const never = () => {
      throw new Error('a worker started');
    };
    const file = { size } as File;
    await expect(readMaillageFile(file, { name: 'gros.maillage' }, never)).rejects.toThrow(
      'maillage-too-large'
    );
  });

  it('that swells is refused by what it declares, and by what it really holds', async () => {
    const zeros = new Uint8Array(20 * 1024 * 1024);
    expect(await codeOf(withEntry('graph/a.bin', zeros))).toBe('maillage-ratio');
    const large = { name: 'graph/a.bin', unpacked: 0xf0000000 };
    expect(await codeOf(maillageOf([DASHBOARD, large]))).toBe('maillage-unpacked');
    const liar = { name: 'graph/a.bin', content: zeros, unpacked: 1000 };
    expect(await codeOf(maillageOf([DASHBOARD, liar]))).toBe('maillage-damaged');
    const short = { name: 'graph/a.bin', content: bytesOf('abc'), unpacked: 1000 };
    expect(await codeOf(maillageOf([DASHBOARD, short]))).toBe('maillage-damaged');
  });

  it('whose entries share their bytes is refused', async () => {
    const first = { name: 'graph/a.bin', content: new Uint8Array(5000) };
    expect(
      await codeOf(rawZip([first, { ...first, header: 0 }, { ...first, name: 'graph/b.bin', header: 0 }]))
    ).toMatch(/^maillage-(duplicate|path|truncated)$/);
    const packed = { name: 'graph/a.bin', content: bytesOf('abc'), packed: 300 };
    expect(await codeOf(rawZip([packed, { name: 'graph/b.bin', content: bytesOf('abc') }]))).toBe(
      'maillage-truncated'
    );
  });

  it('of a hundred thousand entries is refused by their number', async () => {
    const entries = Object.fromEntries(
      Array.from({ length: 2001 }, (_, at) => [`graph/${at}.bin`, new Uint8Array()])
    );
    expect(await codeOf(zipSync(entries))).toBe('maillage-entries');
  });

  it('with a way out of its folder is refused', async () => {
    for (const name of [
      '../tables/a.json',
      'tables/../../a.json',
      '/etc/passwd',
      'C:/a.json',
      'tables\\a.json',
      'tables/\u0000.json',
      'tables//a.json',
      './tables/a.json',
      'tables/'
    ])
      expect(await codeOf(withEntry(name)), name).toBe('maillage-path');
    const two = { name: 'graph/a.bin', localName: 'graph/b.bin' };
    expect(await codeOf(maillageOf([DASHBOARD, two]))).toBe('maillage-path');
  });

  it('with a link, a name twice or an encrypted entry is refused', async () => {
    const link = { name: 'tables/a.json', content: bytesOf('/etc/passwd'), mode: 0o120777 };
    expect(await codeOf(maillageOf([DASHBOARD, link]))).toBe('maillage-link');
    expect(await codeOf(maillageOf([DASHBOARD, DASHBOARD]))).toBe('maillage-duplicate');
    const [composed, apart] = ['graph/\u00e9.bin', 'graph/e\u0301.bin'].map((name) => ({ name }));
    expect(await codeOf(maillageOf([composed!, apart!]))).toBe('maillage-duplicate');
    expect(await codeOf(maillageOf([{ ...DASHBOARD, flags: 1 }]))).toBe('maillage-foreign');
    expect(await codeOf(maillageOf([{ ...DASHBOARD, method: 99 }]))).toBe('maillage-foreign');
  });

  it('with anything that is no part of a territory is refused', async () => {
    for (const name of [
      'autre/a.json',
      'tables/page.html',
      'downloads/a.svg',
      'territory/script.js',
      'territory/logo.html',
      'kept/maillage.opened.json',
      'kept/maillage.theme.json',
      'sources/inconnu.csv',
      'note.txt',
      'graph/__proto__'
    ])
      expect(await refusalOf(withEntry(name)), name).toMatchObject({ code: 'maillage-unknown', found: name });
    const unlisted = maillageOf([DASHBOARD], { hashes: {} });
    expect(await codeOf(unlisted)).toBe('maillage-unknown');
  });

  it('with a program or an outside address in its logo is refused', async () => {
    for (const inside of ['<script>1</script>', '<image href="https://a.fr/b.png"/>', '<a onclick="b()"/>'])
      expect(await codeOf(withEntry('territory/logo.svg', svg(inside))), inside).toBe('maillage-logo');
    expect(await codeOf(withEntry('territory/logo.png', svg('')))).toBe('maillage-logo');
  });

  it('changed, incomplete or unreadable inside is refused with the part at fault', async () => {
    const other = maillageOf([DASHBOARD], { hashes: { 'tables/dashboard.json': 'a'.repeat(64) } });
    expect(await refusalOf(other)).toMatchObject({
      code: 'maillage-damaged',
      found: 'tables/dashboard.json'
    });
    expect(await refusalOf(withEntry('tables/a.json', bytesOf('{"a":')))).toMatchObject({
      code: 'maillage-json',
      found: 'tables/a.json'
    });
    expect(await codeOf(withEntry('tables/a.json', Uint8Array.from([0x22, 0xff, 0x22])))).toBe(
      'maillage-json'
    );
    const deep = bytesOf('['.repeat(200_000));
    expect(await codeOf(withEntry('tables/a.json', deep))).toBe('maillage-json');
    const missing = { hashes: { 'tables/b.json': 'a'.repeat(64) } };
    expect(await codeOf(maillageOf([], missing))).toBe('maillage-missing');
    expect(await codeOf(maillageOf([{ name: 'graph/a.bin' }]))).toBe('maillage-missing');
  });

  it('with a wrong description is refused with the key at fault', async () => {
    const found = async (manifest: Record<string, unknown>) =>
      (await refusalOf(maillageOf([DASHBOARD], manifest))).found;
    expect(await found({ saved: 'hier' })).toBe('saved');
    expect(await found({ sources: [{ name: '', bytes: 1, sha256: 'a'.repeat(64) }] })).toBe('sources.0.name');
    expect(await found({ sources: [{ name: 'a', bytes: -1, sha256: 'a'.repeat(64) }] })).toBe(
      'sources.0.bytes'
    );
    expect(await found({ hashes: { a: 'b' } })).toBe('hashes.a');
    expect(await found({ version: 0 })).toBe('version');
    const source = { name: 'a.csv', bytes: 2, sha256: 'a'.repeat(64) };
    expect(await codeOf(maillageOf([DASHBOARD], { sources: [source, source] }))).toBe('maillage-duplicate');
    const entries = [DASHBOARD, { name: 'sources/a.csv', content: bytesOf('{}') }];
    expect(await codeOf(maillageOf(entries, { sources: [source] }))).toBe('maillage-damaged');
  });

  it('that is no file of Maillage, or of a newer version, is refused', async () => {
    for (const text of ['', 'PK', 'uai;nom\n', '%PDF-1.7', '{"format":"maillage"}'])
      expect(await codeOf(bytesOf(text)), text).toMatch(/^(maillage-foreign|empty-file)$/);
    expect(await codeOf(zipSync({ 'stops.txt': bytesOf('a') }))).toBe('maillage-foreign');
    expect(await codeOf(maillageOf([DASHBOARD], { format: 'autre' }))).toBe('maillage-foreign');
    expect(await refusalOf(maillageOf([DASHBOARD], { version: 99 }))).toMatchObject({
      code: 'maillage-version',
      found: '99'
    });
  });

  it('cut anywhere is refused', async () => {
    const whole = await writeMaillage(contentOf());
    for (let length = 0; length < whole.length; length += 7)
      expect(await codeOf(whole.subarray(0, length)), String(length)).toMatch(
        /^(maillage-(truncated|foreign)|empty-file)$/
      );
    expect(await codeOf(Uint8Array.from([...whole, 0]))).toBe('maillage-truncated');
  });
});
