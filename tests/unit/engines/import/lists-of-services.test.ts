// Lists as services write them: each is read for what a person would read in it.
import { describe, expect, it } from 'vitest';
import { importFile, openFile, placeNameList, recognise } from '../../../../src/lib/engines/import/index.ts';
import { matchesIn } from '../../../../src/lib/engines/import/matching/matches.ts';
import type { FollowedSchool } from '../../../../src/lib/engines/import/formats/followed-schools.ts';
import type { ActionSheet } from '../../../../src/lib/engines/import/formats/actions.ts';
import type { StaffPost } from '../../../../src/lib/engines/import/formats/staff.ts';
import { textFile, UAIS } from '../../../fixtures/import/files.ts';

const csv = (name: string, ...lines: string[]) => textFile(name, `${lines.join('\n')}\n`);

describe('a list of schools with the name of each head', () => {
  const DAYS = ['01/09/2019', '01/09/2020', '2021-09-01'];
  const file = csv(
    'ecoles.csv',
    'Statut;UAI;École;Suivie depuis;Demande depuis;Directeur / directrice',
    ...UAIS.slice(0, 3).map((uai, at) => `Suivie;${uai};École ${at};${DAYS[at]};;Mme Durand`),
    `En attente;${UAIS[3]};École 4;;01/09/2025;Mme Petit`
  );

  it('is a list of schools: the days when they were first followed are no births of children', async () => {
    const seen = await recognise(file);
    expect('format' in seen && seen.format).toBe('followed-schools');
    const { rows, findings } = await importFile(file, { expect: 'followed-schools' });
    expect((rows as FollowedSchool[])[0]?.followed_since).toBe('2019-2020');
    expect(JSON.stringify([rows, findings])).not.toContain('Durand');
  });
});

describe('a school « En liste d’attente »', () => {
  it('waits', async () => {
    const { rows } = await importFile(csv('e.csv', 'UAI;Suivi PRE ?', `${UAIS[1]};En liste d’attente`), {
      expect: 'followed-schools'
    });
    expect((rows as FollowedSchool[]).map(({ status }) => status)).toEqual(['waiting']);
  });
});

describe('a programme whose funders stand under one merged cell', () => {
  const file = csv(
    'actions.csv',
    'N°;Intitulé;Thématique;Coût total;Financeurs;;',
    ';;;;État;Ville;CAF',
    '1;Coup de pouce;Santé;9 000 €;5 000 €;3 000 €;1 000 €',
    '2;Café;Parentalité;4000;4000;;'
  );

  it('is read in a PRE of one commune, each amount under its funder', async () => {
    const matches = matchesIn(['59392']);
    const seen = await recognise(file, matches);
    expect('format' in seen && seen.format).toBe('actions');
    const { rows } = await importFile(file, { expect: 'actions', matches });
    expect((rows as ActionSheet[]).map(({ cost_euros, funders }) => [cost_euros, funders])).toEqual([
      [9000, { etat: 5000, communes: 3000, caf: 1000 }],
      [4000, { etat: 4000 }]
    ]);
  });
});

describe('a programme whose amounts stand under « Financement »', () => {
  it('has what the communes pay as money, and no commune named « 3000,00 »', async () => {
    const file = csv(
      'actions.csv',
      'Code;Action;Thème;Montant;Financement;;;Remarques',
      ';;;;Etat;Communes;Caf;',
      'A1;Coup de pouce;Santé;9000,00 €;5000,00;3000,00;1000,00;RAS'
    );
    const { rows } = await importFile(file, { expect: 'actions', matches: matchesIn(['59392']) });
    const [{ communes, funders } = { communes: [], funders: {} }] = rows as ActionSheet[];
    expect([communes, funders]).toEqual([['59392'], { etat: 5000, communes: 3000, caf: 1000 }]);
  });
});

describe('a list of posts that names who holds each', () => {
  it('keeps the functions: they are no names', async () => {
    const file = csv(
      'rh.csv',
      'Poste;Nom;Fonction;Quotité',
      'P1;Martin Sophie;Responsable;temps plein',
      'P2;Petit Karim;Coordonnatrice;80 %',
      'P3;Durand Julie;Référente de parcours;temps plein',
      'P4;Leroy Marc;Référente de parcours;mi-temps'
    );
    const matches = matchesIn(['59392']);
    const seen = await recognise(file, matches);
    expect('format' in seen && seen.format).toBe('staff');
    const { rows, findings } = await importFile(file, { expect: 'staff', matches });
    expect((rows as StaffPost[]).map(({ role, fte }) => [role, fte])).toEqual([
      ['head', 1],
      ['coordinator', 0.8],
      ['referent', 1],
      ['referent', 0.5]
    ]);
    expect(JSON.stringify([rows, findings])).not.toMatch(/Sophie|Karim|Julie|Marc/);
  });
});

describe('a programme that one person carries', () => {
  it('keeps nothing of their name', async () => {
    const file = csv(
      'actions.csv',
      'Fiche;Action;Budget;Porteur',
      ...['1;Lecture', '2;Théâtre', '3;Sport'].map((action) => `${action};1000;M. Bouzianeddine`)
    );
    const { personal = [] } = await openFile(file);
    expect(personal.map(({ header }) => header)).toEqual(['Porteur']);
  });
});

describe('a school named « École » beside a collège of its name', () => {
  it('is the school', () => {
    const commune = '59392';
    const names = placeNameList({
      communes: [{ code: commune, name: 'Maubeuge' }],
      schools: [
        { uai: '0593910E', name: 'École primaire privée Notre Dame de Grace', kind: 'primaire', commune },
        { uai: '0595399Y', name: 'Collège privé Notre Dame de Grace', kind: 'college', commune }
      ]
    });
    expect(names.school('École Notre-Dame-de-Grâce', commune)).toBe('0593910E');
    expect(names.school('Collège Notre-Dame-de-Grâce', commune)).toBe('0595399Y');
    expect(names.school('Notre-Dame-de-Grâce', commune)).toBeNull();
  });
});
