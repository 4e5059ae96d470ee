// Files kept on a computer: what goes in comes out, and only with the passphrase.
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '../../../src/lib/storage/cipher.ts';
import { KeptFilesError, packFiles, unpackFiles } from '../../../src/lib/storage/kept-files.ts';

const files = [
  new File(['uai;nom\n0590001A;École'], 'annuaire é.csv', { type: 'text/csv' }),
  new File([new Uint8Array([0, 10, 255])], 'vide;1.parquet')
];

describe('kept files', () => {
  it('come out as they went in', async () => {
    const back = unpackFiles(await packFiles(files));
    expect(back.map(({ name, type }) => [name, type])).toEqual(files.map(({ name, type }) => [name, type]));
    for (const [at, file] of back.entries()) {
      expect((await file.bytes?.()) ?? new Uint8Array(await file.arrayBuffer())).toEqual(
        new Uint8Array(await files[at]!.arrayBuffer())
      );
    }
  });

  it('are refused when they are cut short or foreign', async () => {
    const packed = await packFiles(files);
    for (const bytes of [
      packed.subarray(0, -1),
      packed.subarray(3),
      new Uint8Array([...packed, 0]),
      new Uint8Array([...packed, ...packed]),
      new Uint8Array(),
      new Uint8Array([1, 2])
    ]) {
      expect(() => unpackFiles(bytes)).toThrow(KeptFilesError);
    }
  });

  it('are opened by their passphrase and by no other', async () => {
    const clear = await packFiles(files);
    const hidden = await encrypt(clear, 'la phrase de passe', 10);
    expect(new TextDecoder('latin1').decode(hidden)).not.toContain('annuaire');
    expect(await decrypt(hidden, 'la phrase de passe')).toEqual(clear);
    expect(await decrypt(hidden, 'une autre')).toBeNull();
  });
});
