// A file that nobody has told the licence of is named, once; the service's own lists are its own.
import { describe, expect, it } from 'vitest';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { readConfig, type Config } from '../../../../src/lib/engines/territory-builder/sources/config.ts';
import {
  knownRecords,
  missingLicences
} from '../../../../src/lib/engines/territory-builder/sources/licences.ts';
import { originsOf } from '../../../../src/lib/engines/territory-builder/sources/origins.ts';
import { filesOf } from '../../../../src/lib/engines/territory-builder/sources/sources.ts';

function configOf(extra: object): Config {
  const read = readConfig({
    ...{ siren: '200000001', communes: 'communes.geojson', schools: [{ ips: 'ips.csv' }] },
    ...{ followed: 'suivies.csv', ...extra }
  });
  if ('faults' in read) throw new Error(read.faults.join());
  return read.config;
}

describe('the origin of a table', () => {
  const files = filesOf(configOf({}));
  const row = { ...{ line: 2, uai: '0590001F', name: 'A', kind: null, commune: '59001', sector: 'public' } };
  const ips = [{ ...row, year: '2022-2023', pupils: 80, ips: 90, file: 'ips.csv' } as const];

  it('keeps the vintage of the rows of a dropped file, never that of the service’s list', () => {
    const { schools } = originsOf(configOf({}), ['2025-2026'], knownRecords(), files, {
      sources: { ips: ips as never, effectifs: [] }
    });
    expect(schools!.vintage).toBe('2022-2023 (indices de position sociale) ; 2025-2026 (liste du service)');
  });

  it('keeps the name of its data set, never that of a file', () => {
    const base = (source: string) => ({
      ips: [{ ...ips[0], file: 'pack-ips' }],
      vintages: { 'pack-ips': { source, vintage: '2022', licence: 'Licence Ouverte 2.0' } }
    });
    const sourceOf = (source: string) =>
      originsOf(configOf({}), ['2025-2026'], knownRecords(), files, { base: base(source) as never })[
        'schools'
      ]!.source;
    expect(sourceOf('DEPP, indices de position sociale')).toBe(
      'DEPP, indices de position sociale ; liste du service'
    );
    expect(sourceOf('DEPP, IPS de 2022')).toBe('indices de position sociale ; liste du service');
    expect(sourceOf('x')).not.toContain('ips.csv');
  });
});

describe('a licence that is missing', () => {
  it('is told for each official file, with what to do, and never for a list of the service', () => {
    const findings = missingLicences(configOf({}), knownRecords(), filesOf(configOf({})));
    expect(findings.map(({ code, file }) => [code, file])).toEqual([
      ['licence-missing', 'communes.geojson'],
      ['licence-missing', 'ips.csv']
    ]);
    expect(findingSentence(findings[0]!)).toMatch(/^communes\.geojson : .+licence.+\. .+\.$/);
    const { schools } = originsOf(configOf({}), ['2022-2023'], knownRecords(), filesOf(configOf({})));
    expect(schools!.licence).toBe('non indiquée ; du service');
  });

  it('is not missing when the configuration or the download tells it', () => {
    const licences = { 'communes.geojson': 'Licence Ouverte 2.0' };
    const records = new Map([['ips.csv', { title: 'IPS', date: '2022', licence: 'Licence Ouverte 2.0' }]]);
    expect(
      missingLicences(configOf({ licences }), knownRecords(records), filesOf(configOf({ licences })))
    ).toEqual([]);
  });
});
