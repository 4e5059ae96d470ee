// Columns of persons are seen in any table, by header and by values, and are gone before anything reads it.
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { splitWorkbook } from '../../../../../src/lib/engines/import/readers/open.ts';
import {
  importExpected,
  importFile,
  kindOfFile,
  openFile,
  proposeMatches,
  doubtfulCells
} from '../../../../../src/lib/engines/import/index.ts';
import { recogniseNear } from '../../../../../src/lib/engines/import/matching/recognise-near.ts';
import { droppedBytes } from '../../../../../src/lib/engines/import/dropped/dropped-file.ts';
import { UnusableInput } from '../../../../../src/lib/model/findings.ts';
import { SAMPLES } from '../../../../fixtures/import/samples.ts';
import { workbookFile } from '../../../../fixtures/import/containers.ts';
import { textFile } from '../../../../fixtures/import/files.ts';

const UAIS = ['0590271Z', '0590272A', '0590273B'];
const csv = (...lines: string[]) => textFile('liste.csv', `${lines.join('\n')}\n`);
const left = async (...lines: string[]) => {
  const { personal = [] } = await openFile(csv(...lines));
  return personal.map(
    ({ at, kind, treatment }) => `${at} ${kind}${treatment === 'out' ? '' : ` ${treatment}`}`
  );
};
/** The list of the field: a list of children with a Statut column. */
const CHILDREN = csv(
  'UAI;Ecole;Commune;Nom;Prénom;Date de naissance;Statut;Suivi depuis',
  ...[
    'DURAND;Léa;12/03/2015',
    'BENALI;Yanis;01/09/2014',
    'NGUYEN;Minh;30/11/2016',
    'ZIELINSKI;Kewan;04/05/2017'
  ].map((child, at) => `${UAIS[at % 2]};Ecole Pasteur;Anzin;${child};Suivi;2024-2025`)
);

describe('a column that another one explains', () => {
  it('« CAF » beside a cost is who pays; numbers of families under it are taken out all the same', async () => {
    const amounts = csv('Fiche;Titre;Niveau;Coût total;État;CAF', 'A1;Café;communal;12000;9000;3 000 €', 'A2;Stage;communal;9000;8000;1000'); // prettier-ignore
    expect((await openFile(amounts)).personal ?? []).toEqual([]);
    const { format, rows } = await importFile(amounts);
    expect([format, rows]).toMatchObject(['actions', [{ funders: { etat: 9000, caf: 3000 } }, { funders: { caf: 1000 } }]]); // prettier-ignore
    expect(await left('Fiche;Coût;CAF', 'A1;100;1234567', 'A2;100;7654321')).toEqual(['2 number']);
    expect(await left('Prénom;Date de naissance;CAF;Aide (euros)', 'Léa;12/03/2015;123456;40')).toContain(
      '2 number'
    );
    expect(await left('École;Niveau;CAF', 'Pasteur;CP;3000', 'Pasteur;CM1;1000')).toEqual(['2 number']);
  });

  it('« Fratrie » over codes joins the children of one family; over names it is taken out', async () => {
    const of = (...codes: string[]) => left('Année;École;Niveau;Fratrie', ...codes.map((code) => `2024-2025;0590271Z;CP;${code}`)); // prettier-ignore
    expect(await of('F12', 'F13', '14')).toEqual([]);
    expect(await of('F12', 'Léa Durand')).toEqual(['3 relative']);
    const coded = csv('Année;UAI;Niveau;Thème;Fratrie', '2024-2025;0590271Z;CP;santé;F12', '2024-2025;0590271Z;CP;santé;F12'); // prettier-ignore
    expect(await importFile(coded)).toMatchObject({ format: 'cases', rows: [{ family_id: 'F12' }, { family_id: 'F12' }] }); // prettier-ignore
  });
});

describe('a list of children with a Statut column', () => {
  it('is a case file, never a list of schools', async () => {
    const seen = await kindOfFile(droppedBytes(CHILDREN));
    expect(seen).toMatchObject({ kind: 'table', format: 'cases' });
    const table = await openFile(CHILDREN);
    expect(recogniseNear(table).map(({ format }) => format)).toEqual(['cases']);
    await expect(importFile(CHILDREN, { expect: 'followed-schools' })).rejects.toBeInstanceOf(UnusableInput);
    expect(() => importExpected(table, 'followed-schools')).toThrow(/children-list/);
  });

  it('has no name, birth or first name left, in rows, proposals and rows in doubt', async () => {
    const table = await openFile(CHILDREN);
    expect(table.header).toEqual(['UAI', 'Ecole', 'Commune', 'Statut', 'Suivi depuis']);
    expect(table.findings.find(({ code }) => code === 'personal-columns')?.found).toBe(
      'Nom, Prénom, Date de naissance'
    );
    const doubts = table.records.map(({ line }) => ({
      code: 'bad-uai',
      severity: 'dropped' as const,
      file: 'liste.csv',
      row: line,
      column: 'Nom'
    }));
    const all = JSON.stringify([table.records, proposeMatches(table, 'cases'), doubtfulCells(table, doubts)]);
    expect(all).not.toMatch(/DURAND|Léa|BENALI|Yanis|NGUYEN|Minh|ZIELINSKI|Kewan|12\/03\/2015/);
  });
});

describe('columns of persons', () => {
  it('are seen by their header', async () => {
    expect(
      await left(
        'UAI;Nom de l’enfant;Né(e) le;Âge;Adresse;Tél. portable;Courriel;N° sécurité sociale;Responsable légal;Mère;Fratrie;INE',
        `${UAIS[0]};xx;y;8;z;tt;m;nn;p;q;r;s`
      )
    ).toEqual([
      '1 name',
      '2 birth',
      '3 birth',
      '4 address',
      '5 contact',
      '6 contact',
      '7 number',
      '8 relative',
      '9 relative',
      '10 relative',
      '11 number'
    ]);
  });

  it('are seen by their values under any header', async () => {
    const people = ['Léa DURAND', 'BENALI Yanis', 'Nguyen, Minh', 'Mme Lefebvre', 'Aminata D.'];
    const rows = people.map(
      (name, at) =>
        `F-${at};${name};06 12 34 56 7${at};lea${at}@orange.fr;1 15 03 59 350 012 4${at};${at + 3} rue des Lilas`
    );
    expect(await left('Référence;Libellé;Commentaire;Info;Code;Lieu', ...rows)).toEqual([
      '1 name',
      '2 contact',
      '3 contact',
      '4 number',
      '5 address'
    ]);
  });

  it('are seen beside others: surnames under « Nom », births under « Date », notes that name a child', async () => {
    const rows = ['TREMBLOT;Léa;12/03/2015', 'OUEDRAOGUE;Yanis;01/09/2014', 'KRZYZAK;Minh;30/11/2016'].map(
      (child, at) => `${child};2024-2025;${at === 1 ? 'vu avec Yanis et sa maman' : ''}`
    );
    expect(await left('Nom;Prénom;Date;Année;Observations', ...rows)).toEqual([
      '0 name',
      '1 name',
      '2 birth',
      '4 text'
    ]);
  });

  it('are seen where the header is itself a row of children, and no cell of it is shown', async () => {
    const table = await openFile(
      csv(
        '0590271Z;DURAND;Léa;12/03/2015',
        '0590272A;BENALI;Yanis;01/09/2014',
        '0590273B;NGUYEN;Minh;30/11/2016'
      )
    );
    expect(JSON.stringify(table)).not.toMatch(/DURAND|Léa|BENALI|Yanis|NGUYEN|Minh/);
  });

  it('give a code to the names by which rows are joined, the same in every list', async () => {
    const posts = await openFile(
      csv('Agent;Role;ETP;Commune', 'Sophie MARTIN;référent;1;59014', 'R2;référent;1;59014')
    );
    const schools = await openFile(
      csv('uai;statut;referent', `${UAIS[0]};suivie;Martin Sophie`, `${UAIS[1]};suivie;R2`)
    );
    const [code] = posts.records[0]!.cells;
    expect(code).toMatch(/^P-[A-Z]{5}$/);
    expect(schools.records.map(({ cells }) => cells[2])).toEqual([code, 'R2']);
    expect(posts.findings.map(({ code: said }) => said)).toContain('personal-codes');
  });
});

describe('births', () => {
  const HEAD = 'N° dossier;Année scolaire;UAI;Niveau;Sexe';
  const rows = (...values: string[]) =>
    values.map((value, at) => `D-${at};2024-2025;${UAIS[at % 2]};CE1;F;${value}`);

  it('leave the year of a date in a case file, and nothing of a place', async () => {
    expect(await left(`${HEAD};Date de naissance`, ...rows('12/03/2015', '01/09/2014'))).toEqual([
      '5 birth year'
    ]);
    for (const header of [
      'Lieu de naissance',
      'Commune de naissance',
      'Ville de naissance',
      'Pays de naissance'
    ])
      expect(await left(`${HEAD};${header}`, ...rows('Anzin', '59014')), header).toEqual(['5 birth']);
  });

  it('are seen under any header when they are of at most twenty years ago: older days are of schools', async () => {
    const dated = (year: number) =>
      left(
        'UAI;Année;Prénom;Quand',
        ...['Léa', 'Yanis', 'Minh'].map((name, at) => `${UAIS[at]};2024-2025;${name};0${at + 1}/05/${year}`)
      );
    expect(await dated(2021)).toEqual(['2 name', '3 birth']);
    expect(await dated(2004)).toEqual(['2 name', '3 birth']);
    expect(await dated(2003)).toEqual(['2 name']);
    expect(await dated(2022)).toEqual(['2 name']);
  });
});

it('a sheet that bears the name of a child is told by its number', async () => {
  const rows = [['a', 'b'], ['1', '2']]; // prettier-ignore
  const sheets = ['Écoles', 'Kevin DURANDEL', 'Jean Moulin'].map((name) => ({ name, rows }));
  const parts = await splitWorkbook(workbookFile(sheets));
  expect(parts.map(({ name }) => name)).toEqual(
    ['Écoles', 'n° 2', 'Jean Moulin'].map((name) => `listes.xlsx#${name}`)
  );
  expect(
    JSON.stringify(
      parts.map(({ bytes }) => Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part)))
    )
  ).not.toContain('DURANDEL');
});

describe('what is not of persons', () => {
  it.each(Object.entries(SAMPLES))('is left whole in a list of %s', async (_, file) => {
    expect((await openFile(file)).personal).toEqual([]);
  });

  it('is left whole: names of schools, towns, teams, functions and actions', async () => {
    const schools = [
      'Jean Moulin',
      'Louise Michel',
      'Les Tilleuls',
      'École du Centre',
      'Marie Curie',
      'Saint-Joseph'
    ];
    expect(await left('Nom;Commune;Statut', ...schools.map((name) => `${name};Anzin;suivie`))).toEqual([]);
    expect(
      await left(
        'equipe;nom;commune;coordination;reunions;professionnels',
        'EPS-1;Jean Jaurès;59014;C1;4;8',
        'EPS-2;Valenciennes;59606;Coordination 2;4;8'
      )
    ).toEqual([]);
    expect(
      await left(
        'fiche;titre;niveau;cout',
        'FA-1;Lire avec les parents;communal;100',
        'FA-2;Atelier Jacques Prévert;communal;100'
      )
    ).toEqual([]);
    expect(
      await left(
        'uai;statut;adresse;telephone;annee_naissance',
        `${UAIS[0]};suivie;1 rue de la Paix;03 27 00 00 00;2015`
      )
    ).toEqual([]);
  });

  it('leaves a list of schools one, with the e-mail of a person gone; a number, a birth or a parent is of a child', async () => {
    const schools = (header: string, value: string) =>
      importFile(csv(`uai;statut;${header}`, `${UAIS[0]};suivie;${value}`, `${UAIS[1]};suivie;${value}`), {
        expect: 'followed-schools'
      });
    const { rows, findings } = await schools('courriel', 'sophie.martin@orange.fr');
    expect(rows).toHaveLength(2);
    expect(findings.map(({ code }) => code)).toContain('personal-columns');
    expect((await schools('Directeur', 'Sophie Martin')).rows).toHaveLength(2);
    for (const [header, value] of [
      ['INE', '0123456789A'],
      ['Nom de l’enfant', 'Durand Léa'],
      ['Date de naissance', '12/03/2015'],
      ['Mère', 'Mme Lefebvre']
    ] as const)
      await expect(schools(header, value), header).rejects.toThrow(/children-list/);
  });

  it('is left in words of the service where none names a person', async () => {
    const rows = (word: string) =>
      ['langage', 'absences', 'lecture', 'sommeil', 'repas', 'vaccins', 'transport', word].map(
        (motif, at) => `D-${at};2024-2025;${UAIS[at % 3]};CE1;F;${motif}`
      );
    const header = 'N° dossier;Année scolaire;UAI;Niveau;Sexe;Motifs';
    expect(await left(header, ...rows('repli sur soi'))).toEqual([]);
    expect(await left(header, ...rows('vu avec Lucas'))).toEqual(['5 text cells']);
  });

  it('loses the cells alone that name a person, where a column of the service has one', async () => {
    const titles = ['Lire avec les parents', 'Sortie au musée', 'Jeux du soir', 'Chorale', 'Jardin'];
    const sheets = (...more: string[]) =>
      [...titles, ...more].map((title, at) => `FA-${at};${title};communal;100`);
    const header = 'fiche;titre;niveau;cout';
    expect(await left(header, ...sheets())).toEqual([]);
    expect(await left(header, ...sheets('Accompagnement de Lucas Durand'))).toEqual(['1 text cells']);
  });

  it('counts several rows for one school as children, whatever the columns', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => `${UAIS[at % 2]};suivie;CP`);
    await expect(
      importFile(csv('uai;statut;niveau', ...rows), { expect: 'followed-schools' })
    ).rejects.toThrow(/children-list/);
  });
});
