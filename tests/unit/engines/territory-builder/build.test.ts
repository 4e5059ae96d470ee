// A territory of two members, one merged since its outline was drawn: places, schools and remarks are those expected.
import { describe, expect, it } from 'vitest';
import { type FormatRows, formatNamed, importSync } from '../../../../src/lib/engines/import/index.ts';
import { REP_FORMAT } from '../../../../src/lib/engines/import/formats/rep.ts';
import { QPV_FORMAT } from '../../../../src/lib/engines/import/formats/qpv.ts';
import { POSITION_FORMAT } from '../../../../src/lib/engines/import/formats/geolocalisation.ts';
import { IPS_FORMAT } from '../../../../src/lib/engines/import/formats/ips.ts';
import { COMMUNE_FORMAT } from '../../../../src/lib/engines/import/formats/communes.ts';
import { communeNamed, indexNames } from '../../../../src/lib/model/names.ts';
import type { SourceFile } from '../../../../src/lib/model/source-files.ts';
import { UnusableInput, type Imported } from '../../../../src/lib/model/findings.ts';
import { joinTerritory } from '../../../../src/lib/engines/territory-builder/join/join-territory.ts';
import { readConfig, type Config } from '../../../../src/lib/engines/territory-builder/sources/config.ts';
import type { PlaceReference } from '../../../../src/lib/engines/territory-builder/places/reference.ts';
import { readBalance } from '../../../../src/lib/engines/territory-builder/report.ts';
import { noSources } from '../../../../src/lib/engines/territory-builder/sources/sources.ts';
import {
  collection,
  IPS_HEADER,
  REP_HEADER,
  square,
  textFile,
  UAIS
} from '../../../fixtures/import/files.ts';

const importCommunes = (source: SourceFile) => importSync(source, COMMUNE_FORMAT);
const importPositions = (source: SourceFile) => importSync(source, POSITION_FORMAT);
const importIps = (source: SourceFile) => importSync(source, IPS_FORMAT);
const importCites = (source: SourceFile) =>
  importSync(source, formatNamed('cites-educatives').importer) as Imported<FormatRows['cites-educatives']>;
const importQpvs = (source: SourceFile) => importSync(source, QPV_FORMAT);
const importRep = (source: SourceFile) => importSync(source, REP_FORMAT);

const NAMES = indexNames([
  { code: '59001', name: 'Aube' },
  { code: '59002', name: 'Brise' },
  { code: '59002', name: 'Vieille-Brise' },
  { code: '59003', name: 'Loin' }
]);
const CURRENT: Record<string, string> = {
  '59001': '59001',
  '59002': '59002',
  '59009': '59002',
  '59003': '59003'
};
const REFERENCE: PlaceReference = {
  epci: (siren) =>
    siren === '200000001'
      ? {
          name: 'Deux Vents',
          members: [
            { code: '59001', name: 'Aube', population: 100 },
            { code: '59002', name: 'Brise', population: 200 }
          ]
        }
      : null,
  currentCode: (code) => CURRENT[code] ?? null,
  codeByName: (departement, name) => (departement === '59' ? communeNamed(name, NAMES) : null),
  departementOf: (code) => code.slice(0, 2)
};

const COMMUNES = collection('communes.geojson', [
  { properties: { code: '59001', nom: 'Aube' }, geometry: square(3, 50, 0.1) },
  { properties: { code: '59002', nom: 'Brise' }, geometry: square(3.1, 50, 0.1) },
  { properties: { code: '59009', nom: 'Vieille-Brise' }, geometry: square(3.2, 50, 0.1) },
  { properties: { code: '59003', nom: 'Loin' }, geometry: square(4, 50, 0.1) },
  { properties: { code: '59999', nom: 'Nulle' }, geometry: square(5, 50, 0.1) }
]);
const QPVS = collection('qpv.geojson', [
  {
    properties: { CODE_QP: 'QP059001', NOM_QP: 'Pont', COMMUNE_QP: 'Aube, Brise' },
    geometry: square(3.09, 50.01, 0.02)
  },
  {
    properties: { CODE_QP: 'QP059002', NOM_QP: 'Tour', COMMUNE_QP: 'Brise, Cap' },
    geometry: square(3.01, 50.01, 0.02)
  },
  {
    properties: { CODE_QP: 'QP059003', NOM_QP: 'Loin', COMMUNE_QP: 'Loin' },
    geometry: square(4.01, 50.01, 0.02)
  }
]);
const ips = (uai: string, commune: string, name = 'ECOLE PRIMAIRE A', year = '2022-2023', index = '90.0') =>
  `${year};LILLE;059;NORD;${uai};${name};${commune};X;public;100.0;${index}`;
const IPS = textFile(
  'ips.csv',
  [IPS_HEADER, ips(UAIS[0], '59001'), ips(UAIS[1], '59009', 'NOTRE DAME'), ips(UAIS[2], '59003'), ips('0590005K', '59998'), ips(UAIS[0], '59001', 'ECOLE PRIMAIRE A', '2021-2022')].join('\n') // prettier-ignore
);
const REP = textFile(
  'rep.csv',
  [
    REP_HEADER,
    `LILLE;59;NORD;VIEILLE BRISE;${UAIS[3]};${UAIS[3]};HUGO;COLLEGE;REP+;;`,
    `LILLE;59;NORD;BRISE;${UAIS[3]};${UAIS[0]};A;ECOLE ELEMENTAIRE OU PRIMAIRE;REP+;;`,
    `LILLE;59;NORD;LOIN;${UAIS[3]};${UAIS[2]};A;ECOLE MATERNELLE;REP+;;`,
    `LYON;69;RHONE;LYON;${UAIS[3]};0690001B;A;ECOLE MATERNELLE;REP;;`,
    `LILLE;59;NORD;NULLE PART;${UAIS[3]};0590006L;A;ECOLE MATERNELLE;REP;;`
  ].join('\n')
);

function build(
  extra: Partial<Record<keyof Config, unknown>> = {},
  files: {
    ips?: SourceFile[];
    communes?: SourceFile;
    positions?: SourceFile;
    qpvs?: SourceFile;
    cites?: SourceFile;
  } = {}
) {
  const read = readConfig({ siren: '200000001', communes: 'communes.geojson', schools: [], ...extra });
  if ('faults' in read) throw new Error(read.faults.join());
  const sources = noSources();
  const take = <Row extends object>(source: SourceFile, importer: (source: SourceFile) => Imported<Row>) => {
    const { rows, findings, read: count } = importer(source);
    sources.findings.push(...findings);
    sources.counts.push({ file: source.name, read: count });
    return rows.map((row) => ({ ...row, file: source.name }));
  };
  sources.communes = take(files.communes ?? COMMUNES, importCommunes);
  sources.qpvs = take(files.qpvs ?? QPVS, importQpvs);
  sources.cites = files.cites ? take(files.cites, importCites) : [];
  sources.ips = (files.ips ?? [IPS]).flatMap((source) => take(source, importIps));
  sources.rep = take(REP, importRep);
  sources.positions = files.positions ? take(files.positions, importPositions) : [];
  return { ...joinTerritory(read.config, sources, REFERENCE, '2026-06'), counts: sources.counts };
}

describe('a territory built from files', () => {
  const { rows, findings, counts } = build();
  const codes = (code: string) => findings.filter((finding) => finding.code === code);

  it('has the communes of today, a merged one with the outlines of both', () => {
    expect(rows.communes.map(({ code, name, population }) => [code, name, population])).toEqual([
      ['59001', 'Aube', 100],
      ['59002', 'Brise', 200]
    ]);
    const [aube, brise] = rows.communes.map(({ area_ha }) => area_ha ?? 0);
    expect(brise! / aube!).toBeCloseTo(2, 2);
    expect(codes('merged-commune')).toMatchObject([{ row: 3, expected: '59002' }]);
    expect(codes('unknown-commune')[0]).toMatchObject({
      file: 'communes.geojson',
      row: 5,
      severity: 'dropped'
    });
    expect(rows.neighbours).toEqual([['59001', '59002']]);
    expect(rows.territory.bounds).toEqual([3, 50, 3.3000000000000003, 50.1]);
  });

  it('has the QPV that lie in it, and doubts those whose communes are not where they are', () => {
    expect(rows.qpvs.map(({ code, communes }) => [code, communes])).toEqual([
      ['QP059001', ['59001', '59002']],
      ['QP059002', ['59002']]
    ]);
    expect(codes('qpv-commune-disagrees')).toMatchObject([{ row: 2, found: '59001', expected: '59002' }]);
    expect(codes('unknown-commune-name')).toMatchObject([{ row: 2, found: 'Cap' }]);
    expect(codes('qpv-outside-epci')).toMatchObject([{ file: 'qpv.geojson', found: '1' }]);
  });

  it('joins schools by UAI, and adds those that the REP list alone knows', () => {
    expect(rows.schools.map(({ uai, kind, commune, rep, network, ips, status, source }) => [uai, kind, commune, rep, network, ips, status, source])).toEqual([
      [UAIS[0], 'primaire', '59001', 'REP+', UAIS[3], 90, 'outside', 'ips-2022-2023+rep'],
      [UAIS[1], 'primaire', '59002', null, null, 90, 'outside', 'ips-2022-2023'],
      [UAIS[3], 'college', '59002', 'REP+', UAIS[3], null, 'linked', 'rep']
    ]); // prettier-ignore
    expect(codes('kind-assumed')).toMatchObject([{ file: 'ips.csv', row: 3, found: 'NOTRE DAME' }]);
    expect(codes('rep-only')).toMatchObject([{ file: 'rep.csv', row: 2 }]);
    expect(codes('commune-disagrees')).toMatchObject([
      { file: 'rep.csv', row: 3, found: 'BRISE', expected: '59001' }
    ]);
  });

  it('keeps schools without a position, places none, and says so for each', () => {
    expect(rows.schools.every(({ lon, lat, qpv }) => lon === null && lat === null && qpv === null)).toBe(
      true
    );
    expect(codes('school-without-position').map(({ file, row }) => [file, row])).toEqual([
      ['ips.csv', 2],
      ['ips.csv', 3],
      ['rep.csv', 2]
    ]);
  });

  it('places the schools that a file of positions knows, in their QPV, and doubts those that stand in another commune', () => {
    const positions = textFile(
      'positions.csv',
      [
        'numero_uai;latitude;longitude;appariement;localisation',
        `${UAIS[0]};50.015;3.095;Parfaite;Numéro de rue`,
        `${UAIS[1]};50,05;3,05;Correcte;Ville`,
        `${UAIS[2]};50.05;4.05;Parfaite;Rue`,
        `${UAIS[3]};;;;`
      ].join('\n')
    );
    const placed = build({}, { positions });
    expect(
      placed.rows.schools.map(({ lon, lat, position_quality, qpv }) => [lon, lat, position_quality, qpv])
    ).toEqual([
      [3.095, 50.015, 'official', 'QP059001'],
      [3.05, 50.05, 'approximate', null],
      [null, null, null, null]
    ]);
    const told = placed.findings.filter(({ file }) => file === 'positions.csv');
    expect(told.map(({ code, row, found }) => [code, row, found])).toEqual([
      ['no-position', 5, UAIS[3]],
      ['position-of-no-school', undefined, '1'],
      ['position-outside-commune', 3, `${UAIS[1]} 59001`]
    ]);
  });

  it('counts the rows of elsewhere, drops those of nowhere, and accounts for every row read', () => {
    expect(codes('school-outside-epci')).toMatchObject([
      { file: 'ips.csv', found: '1' },
      { file: 'rep.csv', found: '2' }
    ]);
    expect(codes('unknown-commune').slice(1)).toMatchObject([
      { file: 'ips.csv', row: 5, column: 'code_insee_de_la_commune', found: '59998' },
      { file: 'rep.csv', row: 6, column: 'COMMUNE', found: 'NULLE PART' }
    ]);
    const sums = counts.map((count) => readBalance(count, findings));
    expect(sums.map(({ file, read, used, aside, dropped }) => [file, read, used, aside, dropped])).toEqual([
      ['communes.geojson', 5, 3, 1, 1],
      ['qpv.geojson', 3, 2, 1, 0],
      ['ips.csv', 5, 2, 2, 1],
      ['rep.csv', 5, 2, 2, 1]
    ]);
  });

  it('intervenes where a QPV is, unless told where', () => {
    const marked = (built: Pick<ReturnType<typeof build>, 'rows'>) =>
      built.rows.communes.filter(({ intervention }) => intervention).map(({ code }) => code);
    expect(marked({ rows })).toEqual(['59001', '59002']);
    const told = build({ intervention: ['59002', '59003'] });
    expect(marked(told)).toEqual(['59002']);
    expect(told.findings.find(({ code }) => code === 'intervention-outside-epci')).toMatchObject({
      found: '59003'
    });
  });

  it('is the one commune of a service that works in one alone: no place, no school and no QPV of elsewhere', () => {
    const { rows: own } = build({ intervention: ['59002'] });
    expect(own.communes.map(({ code }) => code)).toEqual(['59002']);
    expect(own.schools.every(({ commune }) => commune === '59002')).toBe(true);
    expect(own.qpvs.every(({ communes }) => communes.every((code) => code === '59002'))).toBe(true);
    expect(own.neighbours).toEqual([]);
  });

  it('counts the schools of its communes of intervention, and says how many of the others are left out', () => {
    const qpvs = collection('qpv.geojson', [
      { properties: { CODE_QP: 'QP059001', NOM_QP: 'Pont' }, geometry: square(3.01, 50.01, 0.02) }
    ]);
    const told = build({}, { qpvs });
    expect(told.rows.communes.map(({ code, intervention }) => [code, intervention])).toEqual([
      ['59001', true],
      ['59002', false]
    ]);
    expect(rows.schools.some(({ commune }) => commune === '59002')).toBe(true);
    expect(told.rows.schools.every(({ commune }) => commune === '59001')).toBe(true);
    const left = told.findings.find(({ code }) => code === 'schools-outside-intervention');
    expect(Number(left!.found)).toBe(rows.schools.length - told.rows.schools.length);
  });

  it('doubts a file of QPV that are all of another EPCI, and says that the communes of intervention are assumed', () => {
    const qpvs = collection('autre.geojson', [
      { properties: { CODE_QP: 'QP059003', NOM_QP: 'Loin' }, geometry: square(4.01, 50.01, 0.02) },
      { properties: { CODE_QP: 'QP059004', NOM_QP: 'Port' }, geometry: square(4.05, 50.01, 0.02) }
    ]);
    const told = build({}, { qpvs });
    const found = (code: string) => told.findings.find((finding) => finding.code === code);
    expect(found('no-qpv-of-epci')).toMatchObject({
      severity: 'doubtful',
      file: 'autre.geojson',
      found: '2'
    });
    expect(found('intervention-assumed')).toMatchObject({ severity: 'doubtful' });
    const chosen = build({ intervention: ['59001'] }, { qpvs });
    expect(chosen.findings.some(({ code }) => code === 'intervention-assumed')).toBe(false);
  });

  it('counts the cités éducatives that it has, and those of elsewhere', () => {
    const cites = textFile(
      'cites.csv',
      [
        'id_territoire;liste_geo',
        'cite-001;Aube (59001), Loin (59003)',
        'cite-002;Loin (59003)',
        'cite-003;Paris (75056)'
      ].join('\n')
    );
    const told = build({}, { cites });
    const count = told.counts.find(({ file }) => file === 'cites.csv')!;
    expect(readBalance(count, told.findings)).toMatchObject({ read: 3, used: 1, aside: 2, dropped: 0 });
    expect(told.rows.communes.map(({ cite_educative }) => cite_educative)).toEqual(['cite-001', null]);
  });

  it('keeps the first of two files that speak of the same school, and tells when they disagree', () => {
    const again = (index: string) =>
      textFile('again.csv', `${IPS_HEADER}\n${ips(UAIS[0], '59001', 'B', '2022-2023', index)}\n`);
    const same = build({}, { ips: [IPS, again('90.0')] });
    expect(same.findings.find(({ file }) => file === 'again.csv')).toMatchObject({ code: 'duplicate-uai', row: 2, expected: 'ips.csv, 2' }); // prettier-ignore
    const other = build({}, { ips: [IPS, again('120.0')] });
    expect(other.findings.find(({ file }) => file === 'again.csv')).toMatchObject({
      code: 'sources-disagree'
    });
    expect(other.rows.schools.find(({ uai }) => uai === UAIS[0])?.ips).toBe(90);
  });

  it('leaves out a commune without an outline with its schools, and says so for each', () => {
    const communes = collection('c.geojson', [
      { properties: { code: '59002', nom: 'B' }, geometry: square(3.1, 50, 0.1) }
    ]);
    const built = build({}, { communes });
    expect(built.rows.communes.map(({ code }) => code)).toEqual(['59002']);
    expect(built.findings.filter(({ code }) => code === 'commune-without-outline')).toMatchObject([
      { found: '59001 Aube' }
    ]);
    expect(built.findings.filter(({ code }) => code === 'school-in-undrawn-commune')).toMatchObject([
      { file: 'ips.csv', row: 2 }
    ]);
  });

  it('is refused when no EPCI, no commune or no school can be found', () => {
    const refusal = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        if (error instanceof UnusableInput) return error.finding.code;
      }
      return null;
    };
    const far = collection('c.geojson', [{ properties: { code: '59003' }, geometry: square(3, 50, 1) }]);
    expect(refusal(() => build({ siren: '999999999' }))).toBe('unknown-siren');
    expect(refusal(() => build({}, { communes: far }))).toBe('no-commune-of-epci');
  });
});
