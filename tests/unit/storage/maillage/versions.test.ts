// A file that a former build saved opens in the next.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionKey, plansKey, reportKey } from '../../../../src/lib/storage/carried.ts';
import { readMaillage, writeMaillage } from '../../../../src/lib/storage/maillage/index.ts';
import { VERSIONS, type Versions } from '../../../../src/lib/storage/maillage/migrations.ts';
import { unzip } from '../../../../src/lib/storage/maillage/unzip.ts';
import { bytesOf, CIPHER, contentOf } from '../../../fixtures/maillage/content.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/maillage');
const committed = (version: number) => readFileSync(join(FOLDER, `version-${version}.maillage`));

/** A next build: it names a key of the configuration and a table otherwise, and carries former files to that. */
const NEXT: Versions = {
  current: VERSIONS.current + 1,
  migrations: {
    ...VERSIONS.migrations,
    [VERSIONS.current]: ({ manifest, entries }) => {
      const { name, ...config } = manifest.config as Record<string, unknown>;
      const renamed = [...entries].map(
        ([path, bytes]) => [path.replace('map/communes.', 'map/places.'), bytes] as const
      );
      return { manifest: { ...manifest, config: { ...config, title: name } }, entries: new Map(renamed) };
    }
  }
};

describe('a file of a former build', () => {
  it('is committed for every version, and opens today', async () => {
    const files = readdirSync(FOLDER).filter((name) => /^version-\d+\.maillage$/.test(name));
    expect(files).toHaveLength(VERSIONS.current);
    for (let version = 1; version <= VERSIONS.current; version++) {
      const back = await readMaillage(committed(version), { cipher: CIPHER });
      expect(back.files.has('tables/dashboard.json')).toBe(true);
      expect(back.config).toMatchObject({ siren: '245901160' });
      expect(Object.keys(back.kept)).toEqual(['maillage.plans.245901160']);
    }
  });

  it('opens with every list, decision and answer, as a service saved it with version 1.0.0', async () => {
    const back = await readMaillage(readFileSync(join(FOLDER, 'saved-by-1.0.0.maillage')), {
      cipher: CIPHER
    });
    expect(back.config).toMatchObject({ siren: '200043396', profile: 'internal' });
    expect(Object.keys(back.kept).sort()).toEqual(
      [reportKey, decisionKey, plansKey].map((key) => key('200043396'))
    );
    expect(back.sources.map(({ name }) => name)).toContain('ecoles-suivies.csv');
    expect(back.files.size).toBeGreaterThan(40);
    expect(back.history).toBe(undefined);
  });

  it('has a way to the present version from every former one', () => {
    const from = Object.keys(VERSIONS.migrations).map(Number);
    expect(from).toEqual(Array.from({ length: VERSIONS.current - 1 }, (_, at) => at + 1));
  });

  it('opens in the next build, migrated', async () => {
    const back = await readMaillage(committed(VERSIONS.current), { cipher: CIPHER, versions: NEXT });
    expect(back.config).toMatchObject({ siren: '245901160', title: 'Valenciennes Métropole' });
    expect([...back.files.keys()]).toContain('map/places.geojson');
  });

  it('is checked after its migration as any other', async () => {
    const wrong = { manifest: {}, entries: new Map([['tables/a.json', bytesOf('{')]]) };
    const versions: Versions = {
      current: VERSIONS.current + 1,
      migrations: { [VERSIONS.current]: () => wrong }
    };
    await expect(readMaillage(committed(VERSIONS.current), { cipher: CIPHER, versions })).rejects.toThrow(
      'maillage-manifest'
    );
  });

  it('says when the format changes: what is saved today is what the committed file holds', async () => {
    const now = unzip(await writeMaillage(contentOf()));
    expect([...now]).toEqual([...unzip(new Uint8Array(committed(VERSIONS.current)))]);
  });
});
