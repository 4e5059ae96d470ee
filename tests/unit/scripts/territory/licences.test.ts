// A file that nobody has told the licence of is named, once; the service's own lists are its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { record } from '../../../../scripts/fetch/record.ts';
import { readConfig, type Config } from '../../../../scripts/territory/config.ts';
import { missingLicences } from '../../../../scripts/territory/licences.ts';
import { originsOf } from '../../../../scripts/territory/origins.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licences-'));
});
afterAll(() => rm(folder, { recursive: true }));

function configOf(extra: object): Config {
  const read = readConfig({
    ...{ siren: '200000001', communes: 'communes.geojson', schools: [{ ips: 'ips.csv' }] },
    ...{ followed: 'suivies.csv', ...extra }
  });
  if ('faults' in read) throw new Error(read.faults.join());
  return read.config;
}

describe('a licence that is missing', () => {
  it('is told for each official file, with what to do, and never for a list of the service', async () => {
    const findings = await missingLicences(configOf({}), folder);
    expect(findings.map(({ code, file }) => [code, file])).toEqual([
      ['licence-missing', 'communes.geojson'],
      ['licence-missing', 'ips.csv']
    ]);
    expect(findingSentence(findings[0]!)).toMatch(/^communes\.geojson : .+licence.+\. .+\.$/);
    const { schools } = await originsOf(configOf({}), folder, ['2022-2023']);
    expect(schools!.licence).toBe('non indiquée ; du service');
  });

  it('is not missing when the configuration or the download tells it', async () => {
    const licences = { 'communes.geojson': 'Licence Ouverte 2.0' };
    await record(folder, {
      ...{ name: 'ips', file: 'ips.csv', title: 'IPS', publisher: 'DEPP', url: 'https://exemple.fr/ips.csv' },
      ...{
        licence: 'Licence Ouverte 2.0',
        date: '2022',
        fetched: '2026-01-01',
        bytes: 1,
        sha256: 'a',
        format: 'ips'
      }
    });
    expect(await missingLicences(configOf({ licences }), folder)).toEqual([]);
  });
});
