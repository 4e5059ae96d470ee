// Lists of schools are read in both spellings; each row that cannot be used says where and why.
import { describe, expect, it } from 'vitest';
import { communeNamed, indexNames } from '../../../../src/lib/model/names.ts';
import { IPS_FORMAT } from '../../../../src/lib/engines/import/formats/ips.ts';
import { REP_FORMAT } from '../../../../src/lib/engines/import/formats/rep.ts';
import { kindOfName } from '../../../../src/lib/engines/import/formats/values.ts';
import { readDepartement, readInsee, readUai } from '../../../../src/lib/engines/import/formats/values.ts';
import {
  IPS_HEADER,
  latin1File,
  REP_HEADER,
  refusalOf,
  textFile,
  UAIS
} from '../../../fixtures/import/files.ts';
import { importSync } from '../../../../src/lib/engines/import/importer.ts';
import type { SourceFile } from '../../../../src/lib/model/source-files.ts';

const importIps = (source: SourceFile) => importSync(source, IPS_FORMAT);
const importRep = (source: SourceFile) => importSync(source, REP_FORMAT);

const ipsFile = (...rows: string[]) => textFile('ips.csv', [`\ufeff${IPS_HEADER}`, ...rows, ''].join('\r\n'));
const ipsRow = (
  uai: string,
  more: Partial<Record<'year' | 'name' | 'commune' | 'sector' | 'pupils' | 'ips', string>> = {}
) =>
  `${more.year ?? '2022-2023'};LILLE;059;NORD;${uai};${more.name ?? 'ECOLE PRIMAIRE JULES FERRY'};${more.commune ?? '59350'};LILLE;${more.sector ?? 'public'};${more.pupils ?? '120.0'};${more.ips ?? '89.5'}`;

describe('IPS', () => {
  it('are read as the ministry writes them', () => {
    const { rows, findings } = importIps(ipsFile(ipsRow(UAIS[0], { sector: 'privé sous contrat' })));
    expect(findings).toEqual([]);
    const school = { uai: UAIS[0], name: 'ECOLE PRIMAIRE JULES FERRY', kind: 'primaire', commune: '59350' };
    expect(rows).toEqual([
      { line: 2, year: '2022-2023', ...school, sector: 'prive', pupils: 120, ips: 89.5 }
    ]);
  });

  it('are read with the labels of 2021, in Latin-1, with decimal commas', () => {
    const header =
      "Rentrée scolaire;UAI;Nom de l'établissment;Code INSEE de la commune;Secteur;Effectifs;IPS";
    const text = `${header}\n2021-2022;${UAIS[0]};COLLEGE ANATOLE;59350;public;1 020;104,3\n`;
    const { rows, findings } = importIps(latin1File('ips.csv', text));
    expect(rows[0]).toMatchObject({ year: '2021-2022', kind: 'college', pupils: 1020, ips: 104.3 });
    expect(findings.map(({ code }) => code)).toEqual(['latin1-text']);
  });

  it('say NS or nothing where there is no value; a value out of reason is doubted and left unknown', () => {
    const rows = [
      ipsRow(UAIS[0], { ips: 'NS' }),
      ipsRow(UAIS[1], { ips: '', pupils: '' }),
      ipsRow(UAIS[2], { ips: '1055' })
    ];
    const imported = importIps(ipsFile(...rows));
    expect(imported.rows.map(({ ips }) => ips)).toEqual([null, null, null]);
    expect(imported.findings.map(({ code, severity, row, column }) => [code, severity, row, column])).toEqual(
      [
        ['not-significant', 'note', 2, 'ips'],
        ['bad-number', 'doubtful', 4, 'ips']
      ]
    );
  });

  it('keep the first row of a UAI in a year, and name the others', () => {
    const imported = importIps(
      ipsFile(ipsRow(UAIS[0]), ipsRow(UAIS[0], { year: '2021-2022' }), ipsRow(UAIS[0], { ips: '70' }))
    );
    expect(imported.rows).toHaveLength(2);
    expect(imported.findings).toEqual([
      { severity: 'dropped', file: 'ips.csv', row: 4, column: 'uai', code: 'duplicate-uai', found: `${UAIS[0]} 2022-2023`, expected: '2' } // prettier-ignore
    ]);
  });

  it('drop what has no UAI, no commune or no year, at its place', () => {
    const rows = [
      ipsRow('0590001A'),
      ipsRow(UAIS[1], { commune: 'Lille' }),
      ipsRow(UAIS[2], { year: '2022-2024' })
    ];
    const { findings, read } = importIps(ipsFile(...rows));
    expect(read).toBe(3);
    expect(findings.map(({ code, row, column, found }) => [code, row, column, found])).toEqual([
      ['bad-uai', 2, 'uai', '0590001A'],
      ['bad-insee', 3, 'code_insee_de_la_commune', 'Lille'],
      ['bad-year', 4, 'rentree_scolaire', '2022-2024']
    ]);
  });

  it('of another file are refused, naming the column that lacks', () => {
    const refusal = refusalOf(() => importIps(textFile('rep.csv', `${REP_HEADER}\nLILLE;59\n`)));
    expect(refusal).toMatchObject({ code: 'missing-column', file: 'rep.csv', column: 'uai' });
  });
});

describe('REP', () => {
  const repFile = (...rows: string[]) => textFile('rep.csv', [REP_HEADER, ...rows].join('\n'));

  it('are read without an INSEE code, the head of each network kept', () => {
    const { rows, findings } = importRep(
      repFile(
        `LILLE;59;NORD;LILLE;${UAIS[0]};${UAIS[0]};VERLAINE;COLLEGE;REP+;;x`,
        `LILLE;59;NORD;LILLE;${UAIS[0]};${UAIS[1].toLowerCase()};LEON FRAPIE;ECOLE MATERNELLE;REP;IEN LILLE;x`,
        `CORSE;02B;CORSE;BASTIA;${UAIS[0]};${UAIS[2]};;ECOLE ELEMENTAIRE OU PRIMAIRE;REP;IEN;x`
      )
    );
    expect(findings).toEqual([]);
    expect(
      rows.map(({ uai, kind, rep, network, departement, name }) => [
        uai,
        kind,
        rep,
        network,
        departement,
        name
      ])
    ).toEqual([
      [UAIS[0], 'college', 'REP+', UAIS[0], '59', 'COLLEGE VERLAINE'],
      [UAIS[1], 'maternelle', 'REP', UAIS[0], '59', 'ECOLE MATERNELLE LEON FRAPIE'],
      [UAIS[2], null, 'REP', UAIS[0], '2B', 'ECOLE ELEMENTAIRE OU PRIMAIRE']
    ]);
  });

  it('hold rows that are no school: the heading of a network without a collège, a SEGPA', () => {
    const { rows, findings } = importRep(
      repFile(
        `LILLE;59;NORD;LILLE;${UAIS[0]};;;ECOLE ISOLEE;REP;;`,
        `LILLE;59;NORD;LILLE;${UAIS[0]};${UAIS[1]};V;SEGPA DU COLLEGE;REP;;`,
        `LILLE;59;NORD;LILLE;${UAIS[0]};${UAIS[2]};V;ECOLE MATERNELLE;ZEP;;`
      )
    );
    expect(rows).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['network-heading', 'not-a-school', 'bad-rep']);
  });
});

describe('codes and words', () => {
  it('tells an UAI by its check letter, and gives back the zeros that a spreadsheet ate', () => {
    expect(readUai('0590271z')).toBe('0590271Z');
    expect(readUai('0590271A')).toBeNull();
    expect(readInsee('1001')).toBe('01001');
    expect(readInsee('2a004')).toBe('2A004');
    expect(readInsee('20B04')).toBeNull();
    expect(['2', '059', '02A', '974'].map(readDepartement)).toEqual(['02', '59', '2A', '974']);
  });

  it.each([
    ['ECOLE ELEMENTAIRE JEAN MACE', 'elementaire'],
    ['E E PU JULES FERRY', 'elementaire'],
    ['E P PR NOTRE DAME', 'primaire'],
    ['GROUPE SCOLAIRE PASTEUR', 'primaire'],
    ['École maternelle publique', 'maternelle'],
    ['COLLEGE PRIMATICE', 'college'],
    ['INSTITUTION NOTRE DAME', null]
  ])('%s is of kind %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
  });

  it('finds a commune by its name, however it is written, and none when two bear it', () => {
    const index = indexNames([
      { code: '59378', name: 'Marcq-en-Barœul' },
      { code: '59526', name: 'Saint-Amand-les-Eaux' },
      { code: '75056', name: 'Paris' },
      { code: '1', name: 'Deux' },
      { code: '2', name: 'deux' }
    ]);
    const found = ['MARCQ EN BAROEUL', 'St Amand les Eaux', 'PARIS 18', 'DEUX', 'Ailleurs'].map((name) =>
      communeNamed(name, index)
    );
    expect(found).toEqual(['59378', '59526', '75056', null, null]);
  });
});
