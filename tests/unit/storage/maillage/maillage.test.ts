// A territory saved as one file: what goes in comes out, byte for byte, and only with the passphrase.
import { sha256 } from '../../../../src/lib/algorithms/sha256.ts';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { isEncrypted, readMaillage, writeMaillage } from '../../../../src/lib/storage/maillage/index.ts';
import { bytesOf, CIPHER, contentOf } from '../../../fixtures/maillage/content.ts';

const codeOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause
  );
  return error instanceof UnusableInput ? error.finding.code : error;
};

describe('a territory saved as one file', () => {
  it('is opened as it was saved: files, configuration, sources, plans and stories', async () => {
    const content = contentOf();
    const back = await readMaillage(await writeMaillage(content), { cipher: CIPHER });
    expect({ ...back, files: [...back.files].sort() }).toEqual({
      ...content,
      files: [...content.files].sort()
    });
  });

  it('is the same bytes for the same content, whatever the order and the time zone', async () => {
    const content = contentOf();
    const first = await writeMaillage(content);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Auckland';
    const second = await writeMaillage({ ...content, files: new Map([...content.files].reverse()) });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(sha256(second)).toBe(sha256(first));
    expect(sha256(await writeMaillage(await readMaillage(first, { cipher: CIPHER })))).toBe(sha256(first));
  });

  it('opens with any zip tool, its sources under their own names', async () => {
    const entries = Object.keys(unzipSync(await writeMaillage(contentOf())));
    expect(entries).toEqual([
      'maillage.json',
      'findings.json',
      'kept/maillage.plans.245901160.json',
      'map/communes.geojson',
      'sources/Annuaire %3a écoles.csv',
      'tables/dashboard.json',
      'tables/schools.arrow',
      'territory/logo.svg'
    ]);
  });

  it('is opened by its passphrase and by no other, and shows nothing without it', async () => {
    const locked = await writeMaillage(contentOf(), { passphrase: 'quatre mots', cipher: CIPHER });
    expect(isEncrypted(locked)).toBe(true);
    expect(new TextDecoder('latin1').decode(locked)).not.toContain('maillage.json');
    const read = (passphrase?: string) => readMaillage(locked, { passphrase, cipher: CIPHER });
    expect((await read('quatre mots')).config).toEqual(contentOf().config);
    expect(await codeOf(read())).toBe('maillage-locked');
    expect(await codeOf(read(''))).toBe('maillage-locked');
    expect(await codeOf(read('cinq mots'))).toBe('maillage-passphrase');
    const changed = locked.slice();
    changed[changed.length - 5]! ^= 1;
    expect(await codeOf(readMaillage(changed, { passphrase: 'quatre mots', cipher: CIPHER }))).toBe(
      'maillage-passphrase'
    );
  });

  it('may hold a project that is not built yet', async () => {
    const back = await readMaillage(await writeMaillage(contentOf({ files: new Map() })), { cipher: CIPHER });
    expect(back.files.size).toBe(0);
  });

  it('is never written with what could not be opened again', async () => {
    const { files } = contentOf();
    const write = (path: string) =>
      writeMaillage(contentOf({ files: new Map([...files, [path, bytesOf('x')]]) }));
    for (const path of ['tables/page.html', 'scripts/a.json', '../a.json', 'tables/../a.json'])
      await expect(write(path)).rejects.toThrow(path);
    const twice = contentOf().sources[0]!;
    expect(await codeOf(writeMaillage(contentOf({ sources: [twice, twice] })))).toBe('maillage-duplicate');
    const other = { ...twice, sha256: sha256(bytesOf('other')) };
    await expect(writeMaillage(contentOf({ sources: [other] }))).rejects.toThrow('sources/');
  });
});
