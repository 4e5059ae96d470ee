// What services really write in their lists: read when it is decidable, said, and never invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNamed, type FormatRows } from '../../../../src/lib/engines/import/format-list.ts';
import type { FormatId } from '../../../../src/lib/model/source-files.ts';
import { readMonth, readSchoolYear } from '../../../../src/lib/engines/import/formats/service-words.ts';
import { recognise } from '../../../../src/lib/engines/import/recognise.ts';
import { importSync } from '../../../../src/lib/engines/import/importer.ts';
import { placeNameList } from '../../../../src/lib/engines/import/place-names.ts';
import { isSchoolYear } from '../../../../src/lib/model/school-year.ts';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { textFile, UAIS } from '../../../fixtures/import/files.ts';

const [A, B, C] = UAIS;

/** Rows and findings of a list given line by line. */
function read<Id extends FormatId>(format: Id, ...lines: string[]) {
  const { rows, findings } = importSync(textFile('l.csv', lines.join('\n')), formatNamed(format).importer);
  return { rows: rows as FormatRows[Id][], findings };
}

describe('dates of a service', () => {
  it.each([
    ['2024-2025', '2024-2025'],
    ['2024/2025', '2024-2025'],
    ['2024 / 25', '2024-2025'],
    ['2024', '2024-2025'],
    ['01/09/2023', '2023-2024'],
    ['1/9/2023', '2023-2024'],
    ['01.09.23', '2023-2024'],
    ['2023-09-01', '2023-2024'],
    ['2023-09-01T08:00:00', '2023-2024'],
    ['15/03/2024', '2023-2024'],
    ['septembre 2023', '2023-2024'],
    ['1er sept. 2023', '2023-2024'],
    ['Août 2023', '2022-2023'],
    ['rentrée 2023', '2023-2024'],
    ['2008-09', '2008-2009']
  ])('« %s » is the school year %s', (text, year) => {
    expect(readSchoolYear(text)).toBe(year);
  });

  it.each(['', '?', 'à voir', '2024-2026', '32/13/2023', '12/2', '99', '13/2024', 'brumaire 2023'])(
    '« %s » is no school year',
    (text) => {
      expect(readSchoolYear(text)).toBeNull();
    }
  );

  it('are months or nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 /.T:-]{0,12}$/)), (text) => {
        const [month, year] = [readMonth(text), readSchoolYear(text)];
        if (month !== null) expect(month).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/);
        if (year !== null) expect(isSchoolYear(year)).toBe(true);
      })
    );
  });
});

describe('a list of groups of schools', () => {
  it('is read under the names that services give, and a name alone stands for the number', () => {
    const { rows, findings } = read(
      'school-groups',
      'RNE;École;Réseau',
      `${A};;Réseau  Vauban`,
      ';École Pasteur;Réseau Vauban',
      `${A};;Autre`,
      `${B};;`,
      'abc;;Autre'
    );
    expect(rows).toMatchObject([
      { uai: A, group: 'Réseau Vauban' },
      { uai: '', named: { name: 'École Pasteur', commune: null }, group: 'Réseau Vauban' }
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['duplicate-uai', 'empty-cell', 'bad-uai']);
  });

  const formatOf = async (...lines: string[]) => {
    const found = await recognise(textFile('l.csv', lines.join('\n')));
    return 'format' in found ? found.format : found.code;
  };

  it('is never taken for what it is not: a directory, a team, children', async () => {
    expect(await formatOf('uai;ecole;secteur', `${A};École Pasteur;Pont de Pierre`)).toBe('school-groups');
    expect(await formatOf('uai;secteur', `${A};public`, `${B};privé sous contrat`)).not.toBe('school-groups');
    expect(await formatOf('nom;secteur', 'Durand;Pont de Pierre')).not.toBe('school-groups');
    expect(await formatOf('nom;prenom;ecole;secteur', 'Durand;Léa;Pasteur;Nord')).not.toBe('school-groups');
    const children = Array.from({ length: 30 }, (_, at) => `${at % 2 ? A : B};Pont de Pierre`);
    expect(await formatOf('uai;secteur', ...children)).not.toBe('school-groups');
    expect(await formatOf('uai;statut;secteur', `${A};suivie;Pont de Pierre`)).toBe('followed-schools');
  });
});

describe('a list of followed schools', () => {
  it('keeps every school when every date is unreadable, and says it of each', () => {
    const { rows, findings } = read(
      'followed-schools',
      'uai;statut;suivie_depuis',
      `${A};suivie;à préciser`,
      `${B};suivie;?`,
      `${C};suivie;`
    );
    expect(rows.map(({ status, followed_since }) => [status, followed_since])).toEqual(
      Array.from({ length: 3 }, () => ['followed', null])
    );
    expect(findings.map(({ code }) => code)).toEqual(['bad-date', 'bad-date', 'followed-without-year']);
  });

  it('reads « demande » as a school that waits', () => {
    expect(read('followed-schools', 'uai;statut', `${A};Demande`, `${B};demandée`).rows).toMatchObject([
      { status: 'waiting' },
      { status: 'waiting' }
    ]);
  });
});

describe('amounts and counts of a service', () => {
  const cost = (text: string) =>
    read('actions', 'fiche;titre;niveau;cout;financement_etat', `F1;T;communal;${text};`).rows[0]!.cost_euros;
  const fte = (text: string) =>
    read('staff', 'poste;role;etp;base;commune_base', `R1;référent;${text};Mairie;59001`).rows[0]!.fte;
  const meetings = (text: string) =>
    read('teams', 'equipe;commune;reunions;professionnels', `E1;59001;${text};8`).rows[0]!.meetings;

  it.each([
    ['180 000 €', 180_000],
    ['180000', 180_000],
    ['12,5 k€', 12_500],
    ['1.200,50', 1_200.5],
    ['1 200,50 EUR', 1_200.5],
    ['12 000 euros TTC', 12_000],
    ['à définir', null],
    ['entre 5 000 et 6 000', null],
    ['', null]
  ])('« %s » is %s euros', (text, euros) => {
    expect(cost(text)).toBe(euros);
  });

  it.each([
    ['80 %', 0.8],
    ['80%', 0.8],
    ['100%', 1],
    ['0,5', 0.5],
    ['0.5 ETP', 0.5],
    ['mi-temps', 0.5],
    ['temps plein', 1]
  ])('« %s » of a post is %s', (text, share) => {
    expect(fte(text)).toBe(share);
  });

  it.each([
    ['8', 8],
    ['8 réunions', 8],
    ['4 à 5', null],
    ['environ 10', null],
    ['', null]
  ])('« %s » meetings are %s', (text, count) => {
    expect(meetings(text)).toBe(count);
  });

  it('say what was understood, once a value', () => {
    const { findings } = read(
      'actions',
      'fiche;titre;niveau;cout;financement_etat',
      'F1;T;intercommunal;180 000 €;',
      'F2;T;intercommunal;180 000 €;',
      'F3;T;intercommunal;à définir;'
    );
    expect(findings.map(({ code, found, expected }) => [code, found, expected])).toEqual([
      ['understood', '180 000 €', '180000'],
      ['bad-number', 'à définir', '0..100000000']
    ]);
  });

  it('keep a funder whose amount is to be defined as unknown, and compare nothing with it', () => {
    const { rows, findings } = read(
      'actions',
      'fiche;titre;niveau;cout;financement_etat;financement_epci',
      'F1;T;intercommunal;1000;à définir;400'
    );
    expect(rows[0]!.funders).toEqual({ etat: null, epci: 400 });
    expect(findings.map(({ code }) => code)).toEqual(['bad-number']);
  });

  it('tell what is given in kind, of one nature or several, and never share out one value between several', () => {
    const given = (nature: string, value: string) => {
      const line = `F1;T;intercommunal;1000;"${nature}";"${value}"`;
      const list = read('actions', 'fiche;titre;niveau;cout;nature_apport;valeur_apport', line);
      return [list.rows[0]!.in_kind, list.findings.map(({ code }) => code)];
    };
    expect(given('Personnel', '3000')).toEqual([{ staff: 3000 }, []]);
    expect(given('personnel ; locaux', '3000 ; 1200,50')).toEqual([{ staff: 3000, rooms: 1200.5 }, []]);
    expect(given('mise à disposition de salles et de matériel', '800')).toEqual([
      { rooms: null, material: null, whole: 800 },
      []
    ]);
    expect(given('locaux', '')).toEqual([{ rooms: null }, []]);
    expect(given('locaux', '0')).toEqual([{ rooms: 0 }, []]);
    expect(given('locaux', 'à définir')).toEqual([{ rooms: null }, ['bad-number']]);
    expect(given('', '500')).toEqual([{ staff: null, rooms: null, material: null, whole: 500 }, []]);
    expect(given('prêt', '500')).toEqual([
      { staff: null, rooms: null, material: null, whole: 500 },
      ['bad-in-kind']
    ]);
    expect(given('', '')).toEqual([undefined, []]);
    expect(read('actions', 'fiche;titre;niveau;cout', 'F1;T;intercommunal;1000').rows[0]).not.toHaveProperty(
      'in_kind'
    );
  });

  it('keep a post of another function, at its own working time, with a word of it', () => {
    const { rows, findings } = read(
      'staff',
      'poste;role;etp;base;commune_base',
      'R1;référent;1;Mairie;59001',
      'S1;secrétariat;0,5;Mairie;59001'
    );
    expect(rows.map((row) => [row['role'], row['fte']])).toEqual([
      ['referent', 1],
      ['other', 0.5]
    ]);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['bad-word', 'doubtful']]);
  });

  it('assume a full-time post only with a word of it', () => {
    const { findings } = read('staff', 'poste;role;etp;base;commune_base', 'R1;référent;selon;Mairie;59001');
    expect(findings.map(({ code }) => code)).toEqual(['bad-number', 'fte-assumed']);
  });
});

describe('places that a list names', () => {
  const places = placeNameList({
    communes: [
      { code: '59392', name: 'Maubeuge' },
      { code: '59291', name: 'Hautmont' }
    ],
    qpvs: [
      { code: 'QN05901M', name: 'Centre', communes: ['59392'] },
      { code: 'QN05902M', name: 'Centre', communes: ['59291'] },
      { code: 'QN05903M', name: 'Les Épinettes', communes: ['59392'] }
    ],
    schools: [
      { uai: A, name: 'École maternelle Jules Ferry', kind: 'maternelle', commune: '59392' },
      { uai: B, name: 'École élémentaire Jules Ferry', kind: 'elementaire', commune: '59392' },
      { uai: C, name: 'École primaire Pasteur', kind: 'primaire', commune: '59392' }
    ]
  });

  it('are communes by code or name', () => {
    expect(['59392', 'MAUBEUGE', 'Hautmont', 'Lille', '75056'].map((text) => places.commune(text))).toEqual([
      '59392',
      '59392',
      '59291',
      null,
      null
    ]);
  });

  it('are QPV by code or name, of their commune where several have the name', () => {
    expect(places.qpv('qn05903m', null)).toBe('QN05903M');
    expect(places.qpv('QPV les epinettes', null)).toBe('QN05903M');
    expect(places.qpv('Centre', '59291')).toBe('QN05902M');
    expect(places.qpv('Centre', null)).toBeNull();
  });

  it('are schools by name in their commune, and none where two can be meant', () => {
    expect(places.school('EM Jules Ferry', '59392')).toBeNull();
    expect(places.school('maternelle Ferry Jules', '59392')).toBe(A);
    expect(places.school('PASTEUR', '59392')).toBe(C);
    expect(places.school('Pasteur', '59291')).toBeNull();
  });

  it('are offered where a name of a school is near: an initial, a letter, an abbreviation; two at most, none taken', () => {
    const schools = [
      ...['École élémentaire Jean Macé', 'École maternelle Jean Macé', 'École élémentaire Jean Moulin'],
      ...[
        'École primaire Lavoisier',
        'École Pierre Brossolette',
        'École Théodore Monod',
        'École Pasteur',
        'École primaire Pierre Perret'
      ]
    ].map((name, at) => ({ uai: `059000${at}X`, name, kind: 'elementaire' as const, commune: '59392' }));
    schools[1] = { ...schools[1]!, kind: 'maternelle' as never };
    const list = placeNameList({ communes: [{ code: '59392', name: 'Maubeuge' }], schools });
    const near = (name: string) => list.near(name, '59392').map((school) => school.name);
    expect(near('J. Macé')).toEqual(['École élémentaire Jean Macé', 'École maternelle Jean Macé']);
    expect(near('mat. J. Macé')[0]).toBe('École maternelle Jean Macé');
    // The initial stands for the word that no other is: « P. » is Pierre.
    expect(near('P. Perret')).toEqual(['École primaire Pierre Perret']);
    expect(near('Lavoisié')).toEqual(['École primaire Lavoisier']);
    expect(near('P. Brosolette')).toEqual(['École Pierre Brossolette']);
    expect(near('Th. Monod')).toEqual(['École Théodore Monod']);
    expect(near('Victor Hugo')).toEqual([]);
    expect(list.school('J. Macé', '59392')).toBeNull();
    expect(list.school('0590000X', '59392')).toBe('0590000X');
  });

  it('are kept as written in every list of the service', () => {
    expect(read('partners', 'categorie;commune;nombre', 'CCAS;Maubeuge;2').rows[0]!.commune).toBe('Maubeuge');
    expect(read('correspondents', 'commune;pourvu', 'Hautmont;oui').rows[0]!.commune).toBe('Hautmont');
    expect(
      read('teams', 'equipe;qpv;commune;reunions;professionnels', 'E1;Centre;Maubeuge;4;8').rows[0]
    ).toMatchObject({
      qpv: 'Centre',
      commune: 'Maubeuge'
    });
    expect(read('partners', 'categorie;commune;nombre', 'CCAS;?;2').rows).toEqual([]);
  });
});

describe('the reach of an action sheet', () => {
  const reach = (communes: string, level = 'communal') => {
    const { rows, findings } = read(
      'actions',
      'fiche;titre;niveau;cout;communes',
      `F1;T;${level};100;"${communes.replaceAll('"', '""')}"`
    );
    return [rows[0]!.communes, rows[0]!.everywhere, findings.map(({ code }) => code)];
  };
  it.each([
    ['Maubeuge, Hautmont', ['Maubeuge', 'Hautmont'], false],
    ['59392 59291', ['59392', '59291'], false],
    ['Maubeuge (59392) et Hautmont', ['59392', 'Hautmont'], false],
    ['["59392","59291"]', ['59392', '59291'], false],
    ['toutes les communes', [], true],
    ['Toutes', [], true],
    ['*', [], true]
  ])('« %s » is read as written', (text, communes, everywhere) => {
    expect(reach(text)).toEqual([communes, everywhere, []]);
  });

  it('is never everywhere because nothing could be read', () => {
    expect(reach('')).toEqual([[], false, ['reach-unknown']]);
    expect(reach('', 'intercommunal')).toEqual([[], true, []]);
  });
});

describe('the number of a school', () => {
  it('is put right where its check letter proves it, and said', () => {
    const { rows, findings } = read(
      'followed-schools',
      'uai;statut',
      `${A.slice(0, 4)} ${A.slice(4)};suivie`,
      `${B.slice(1)};suivie`,
      `${C.slice(1, 7)}A;suivie`
    );
    expect(rows.map(({ uai }) => uai)).toEqual([A, B]);
    expect(findings.map(({ code }) => code).sort()).toEqual([
      'bad-uai',
      'followed-without-year',
      'followed-without-year',
      'understood',
      'understood'
    ]);
  });

  it('may be missing beside a name and a commune', () => {
    const { rows } = read('followed-schools', 'école;commune;statut', 'Pasteur;Maubeuge;suivie');
    expect(rows).toMatchObject([{ uai: '', named: { name: 'Pasteur', commune: 'Maubeuge' } }]);
  });
});

describe('the form of an action', () => {
  const sheet = (form: string, places = '') =>
    read('actions', 'fiche;titre;niveau;cout;forme;places', `F1;T;intercommunal;1000;${form};${places}`);

  it.each([
    ['individuelle', 'individuelle'],
    ['Individuel', 'individuelle'],
    ['petit groupe', 'petit-groupe'],
    ['Collective en petit groupe', 'petit-groupe'],
    ['petits groupes', 'petit-groupe'],
    ['collective', 'collective'],
    ['petit-groupe', 'petit-groupe']
  ])('« %s » is read as %s', (text, form) => {
    expect(sheet(text, '24')).toMatchObject({ rows: [{ form, places: 24 }], findings: [] });
  });

  it.each(['individuelle et collective', 'à voir', '12'])(
    '« %s » is told with its line and the words expected; the sheet is kept, its form unknown',
    (text) => {
      const { rows, findings } = sheet(text);
      expect(rows).toHaveLength(1);
      expect(rows[0]).not.toHaveProperty('form');
      expect(findings).toMatchObject([
        { code: 'bad-form', severity: 'doubtful', row: 2, column: 'forme', found: text }
      ]);
      expect(findingSentence(findings[0]!)).toContain('individuelle, petit groupe, collective');
    }
  );

  it.each(['beaucoup', '-3', '2,5'])('« %s » is no number of places: told, unknown, never 0', (places) => {
    const { rows, findings } = sheet('collective', places);
    expect(rows[0]).not.toHaveProperty('places');
    expect(findings).toMatchObject([{ code: 'bad-number', column: 'places', found: places }]);
  });

  it('a sheet without these columns says nothing of them', () => {
    const [row] = read('actions', 'fiche;titre;niveau;cout', 'F1;T;intercommunal;1000').rows;
    expect(row).not.toHaveProperty('form');
    expect(row).not.toHaveProperty('places');
  });
});

describe('the roles of a correspondent', () => {
  const HEADER = 'commune;pourvu;roles;presence;projets;situations;administratif;logistique';
  const roles = (cells: string) => read('correspondents', HEADER, `59001;oui;${cells}`);

  it('are held, to be named, or unknown where the cell is empty', () => {
    const { rows, findings } = roles(';tenu;à nommer;;oui;non');
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([
      { roles: { presence: 'held', projets: 'vacant', administratif: 'held', logistique: 'vacant' } }
    ]);
    expect(rows[0]!.roles).not.toHaveProperty('situations');
  });

  it('are held when one list of words names them; a column of its own has the last word', () => {
    expect(roles('présence en EPS, lien logistique;;;;;à nommer').rows).toMatchObject([
      { roles: { presence: 'held', logistique: 'vacant' } }
    ]);
  });

  it('that are not understood are told with their line and what to write, and stay unknown', () => {
    const { rows, findings } = roles('traduction;peut-être;;;;');
    expect(rows[0]).not.toHaveProperty('roles');
    expect(findings).toMatchObject([
      { code: 'bad-role', severity: 'doubtful', row: 2, column: 'roles', found: 'traduction' },
      { code: 'bad-role-state', severity: 'doubtful', row: 2, column: 'presence', found: 'peut-être' }
    ]);
    expect(findingSentence(findings[0]!)).toContain('Écrivez les rôles tenus');
    expect(findingSentence(findings[1]!)).toContain('tenu, à nommer');
  });

  it.each(['Mme Durand;;;;;', ';Mme Durand;;;;', ';;;Nathalie Durand;;'])(
    'a name in « %s » leaves the row out and is never quoted',
    (cells) => {
      const { rows, findings } = roles(cells);
      expect(rows).toEqual([]);
      expect(findings).toMatchObject([{ code: 'person-name', severity: 'dropped' }]);
      expect(JSON.stringify(findings)).not.toContain('Durand');
    }
  );

  it('stand beside its function, where the list says it and it names nobody', () => {
    const of = (named: string) => read('correspondents', 'commune;pourvu;fonction', `59001;oui;${named}`);
    expect(of('Responsable du service enfance').rows).toMatchObject([
      { function: 'Responsable du service enfance' }
    ]);
    expect(of('').rows[0]).not.toHaveProperty('function');
    const { rows, findings } = of('Nathalie Durand');
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([{ code: 'person-name', severity: 'dropped', column: 'fonction' }]);
    expect(JSON.stringify(findings)).not.toContain('Durand');
  });

  it('of one commune told twice are told once, and a list without these columns says nothing of them', () => {
    const twice = read('correspondents', HEADER, '59001;oui;;tenu;;;;', '59001;non;;;;;;');
    expect(twice.rows).toMatchObject([{ roles: { presence: 'held' } }]);
    expect(twice.findings).toMatchObject([{ code: 'duplicate-row', row: 3, expected: '2' }]);
    expect(read('correspondents', 'commune;pourvu', '59001;oui').rows[0]).not.toHaveProperty('roles');
  });
});
