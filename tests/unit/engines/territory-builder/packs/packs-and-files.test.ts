// A file of one's own takes the place of what the packs say of the same schools or places, and of nothing else.
import type { BaseSources } from '../../../../../src/lib/engines/territory-builder/sources/sources.ts';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../../../src/lib/engines/territory-builder/index.ts';
import { readSources } from '../../../../../src/lib/engines/territory-builder/sources/sources.ts';
import type { SourceFile } from '../../../../../src/lib/model/source-files.ts';
import { collection, IPS_HEADER, square, textFile, UAIS } from '../../../../fixtures/import/files.ts';
import { ANNUAIRE_2026, SAMPLES } from '../../../../fixtures/import/samples.ts';

const [A, B, C] = UAIS;
const school = {
  line: 2,
  year: '2022-2023',
  kind: null,
  commune: '59350',
  sector: 'public',
  pupils: 90,
  ips: 80
} as const;
const outline = { line: 1, name: 'X', population: null, epci: null, outline: square(3, 50, 1) };
const told = { source: 's', vintage: '2022', licence: 'l' };
const BASE: BaseSources = {
  communes: [{ ...outline, code: '59350', file: 'Contours, 2018' }],
  ips: [
    { ...school, uai: A, name: 'ECOLE', file: 'IPS des écoles, 2022' },
    { ...school, uai: B, name: 'COLLEGE', kind: 'college', file: 'IPS des collèges, 2022' }
  ],
  qpvs: [
    {
      line: 1,
      code: 'QP059079',
      name: 'Q',
      generation: 2015,
      communeCodes: [],
      communeNames: [],
      perimeter: square(3, 50, 1),
      file: 'QPV, 2015'
    }
  ],
  vintages: Object.fromEntries(
    ['Contours, 2018', 'IPS des écoles, 2022', 'IPS des collèges, 2022', 'QPV, 2015'].map((file) => [
      file,
      told
    ])
  )
};

function read(json: Record<string, unknown>, files: Record<string, SourceFile>) {
  const config = readConfig({ siren: '200093201', base: { departements: ['59'] }, ...json });
  if ('faults' in config) throw new Error(config.faults.join());
  return readSources(config.config, (name) => Promise.resolve({ ...files[name]!, name }), BASE);
}

describe('files beside packs', () => {
  it('a new list of écoles takes the place of the packs’ list of écoles, and leaves that of collèges', async () => {
    const ecoles = textFile(
      '',
      `${IPS_HEADER}\n2025-2026;LILLE;059;NORD;${A};ECOLE A;59350;LILLE;public;110.0;92.0\n`
    );
    const { ips, files, counts } = await read({ schools: [{ ips: 'ecoles.csv' }] }, { 'ecoles.csv': ecoles });
    expect(ips.map(({ uai, year }) => [uai, year])).toEqual([[A, '2025-2026'], [B, '2022-2023']]); // prettier-ignore
    expect(files.ips).toEqual(['ecoles.csv', 'IPS des collèges, 2022']);
    expect(counts.map(({ file }) => file)).toContain('IPS des collèges, 2022');
  });

  it('a newer annuaire says which schools are open: those that it no longer has are left aside, and counted', async () => {
    const annuaire = textFile(
      '',
      `${ANNUAIRE_2026}\n${C};École C;Ecole;Public;1 rue X;59000;59350;Lille;1;1;;50.6;3.05;;1970-01-01;2026-01-01;OUVERT;151;ECOLE\n`
    );
    const { ips, findings, counts } = await read({ schools: [{ annuaire: 'a.csv' }] }, { 'a.csv': annuaire });
    // The annuaire tells of no collège: that of the packs stays.
    expect(ips.map(({ uai }) => uai)).toEqual([B]);
    expect(findings).toContainEqual({
      code: 'school-gone',
      severity: 'note',
      file: 'IPS des écoles, 2022',
      found: '1'
    });
    expect(counts).toContainEqual({ file: 'IPS des écoles, 2022', read: 1 });
  });

  it('of another territory change nothing of what the packs say', async () => {
    const far = collection('', [
      { properties: { code: '13055', nom: 'Marseille' }, geometry: square(5, 43, 1) }
    ]);
    const { communes, files } = await read({ communes: 'far.geojson' }, { 'far.geojson': far });
    expect(communes.map(({ code }) => code)).toEqual(['13055', '59350']);
    expect(files.communes).toEqual(['far.geojson', 'Contours, 2018']);
  });

  it('QPV of today take the place of those of 2015, whose names are others', async () => {
    const { qpvs } = await read({ qpvs: 'qpv.geojson' }, { 'qpv.geojson': SAMPLES.qpv });
    expect(qpvs.map(({ code }) => code)).toEqual(['QN05930M']);
    expect((await read({}, {})).qpvs.map(({ code }) => code)).toEqual(['QP059079']);
  });
});
