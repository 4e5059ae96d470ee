// The lists of meetings: functions and never names, half-days and never reasons.
import { describe, expect, it } from 'vitest';
import { formatNamed, type FormatRows } from '../../../../src/lib/engines/import/format-list.ts';
import type { FormatId } from '../../../../src/lib/model/source-files.ts';
import { looksLikePerson } from '../../../../src/lib/engines/import/formats/function-words.ts';
import { readDate, readHalf, readWeekday } from '../../../../src/lib/engines/import/formats/meetings/when.ts';
import { importSync } from '../../../../src/lib/engines/import/importer.ts';
import { textFile } from '../../../fixtures/import/files.ts';

function read<Id extends FormatId>(format: Id, ...lines: string[]) {
  const { rows, findings } = importSync(textFile('l.csv', lines.join('\n')), formatNamed(format).importer);
  return { rows: rows as FormatRows[Id][], findings };
}

describe('a function', () => {
  it.each([
    'Mme Durand',
    'mme durand',
    'MME DURAND',
    'M. Martin',
    'M Martin',
    'Monsieur Le Goff',
    'Dr Petit',
    'Jean Dupont',
    'jean dupont',
    'DUPONT Jean',
    'Dupont',
    'DUPONT',
    'J. Dupont',
    'Jean-Pierre MARTIN',
    'Marie de La Tour',
    'Directrice Marie Durand',
    'Psychologue (Mme Durand)',
    'CPE - Durand',
    'Psychologue : Sophie Bernard',
    'a.durand@ville.fr',
    'Assistante sociale 06 12 34 56 78',
    'Éloïse Ñuñez'
  ])('is not « %s »', (text) => {
    expect(looksLikePerson(text)).toBe(true);
  });

  it.each([
    '',
    'Direction d’école',
    'Direction de l’école Jules Ferry',
    'École Jean Moulin',
    'ÉCOLE MATERNELLE MARIE CURIE',
    'Collège Eugène Thomas (vie scolaire)',
    'Mme la directrice de l’école Pasteur',
    'Monsieur le Maire',
    'Service social du département 1',
    'Protection maternelle et infantile',
    'Protection Maternelle et Infantile',
    'Psychologue de l’éducation nationale 2',
    'Assistante Sociale',
    'Médecin scolaire',
    'CCAS',
    'CCAS d’Anzin',
    'PMI',
    'UDAF',
    'CAF du Nord',
    'Centre social Louise Michel',
    'Maître E',
    'RASED',
    'Centre Social',
    'Croix-Rouge',
    'Maison des associations',
    'Éducatrice spécialisée (AEMO)',
    'direction-ecole-07',
    'Référent 3',
    'Coordination 1',
    'Inspection (IEN)',
    'Service'
  ])('is « %s »', (text) => {
    expect(looksLikePerson(text)).toBe(false);
  });
});

describe('the list of members', () => {
  it('keeps functions, how much they count, and the professions of the quorum', () => {
    const { rows, findings } = read(
      'team-members',
      'Équipe;Fonction;Profession;Poids;Quorum',
      'EPS-01;Direction de l’école Pasteur;École;indispensable;oui',
      'EPS-01;CCAS;;;',
      'EPS-01;PMI;;2;santé'
    );
    expect(rows.map(({ weight, class: name }) => [weight, name])).toEqual([
      [3, 'école'],
      [1, ''],
      [2, 'santé']
    ]);
    expect(findings.map(({ code }) => code)).toEqual(['understood']);
  });

  it('leaves out a row that names a person, says so, and does not repeat the name', () => {
    const { rows, findings } = read(
      'team-members',
      'equipe;fonction;profession;quorum;nom',
      'EPS-01;Mme Durand;école;oui;',
      'EPS-01;PMI;Mme Durand;oui;',
      'EPS-01;CCAS;social;Jean Dupont;',
      'EPS-01;Direction d’école;école;oui;Durand'
    );
    expect(rows).toHaveLength(1);
    expect(findings.map(({ code, row, severity }) => [code, row, severity])).toEqual([
      ['person-name', 2, 'dropped'],
      ['person-name', 3, 'dropped'],
      ['person-name', 4, 'dropped']
    ]);
    expect(JSON.stringify([rows, findings])).not.toMatch(/Durand|Dupont/);
  });
});

describe('the list of availability', () => {
  it('reads half-days of the week, periods and days', () => {
    const { rows, findings } = read(
      'availabilities',
      'qui;jour;demi-journée;du;au;disponible',
      'PMI;lundi;matin;;;',
      'PMI;Mardi après-midi;;;;absent',
      'PMI;mercredi;;01/09/2026;18/12/2026;',
      'PMI;;;2026-11-16;2026-11-20;',
      'PMI;;;16/11/2026;;non',
      'PMI;jeudi;9h-12h;;;disponible'
    );
    expect(findings).toEqual([]);
    expect(
      rows.map(({ weekday, half, from, to, available }) => [weekday, half, from, to, available])
    ).toEqual([
      [1, 'am', null, null, false],
      [2, 'pm', null, null, false],
      [3, null, '2026-09-01', '2026-12-18', false],
      [null, null, '2026-11-16', '2026-11-20', false],
      [null, null, '2026-11-16', '2026-11-16', false],
      [4, 'am', null, null, true]
    ]);
  });

  it('leaves out what it cannot read, and never repeats why somebody is away', () => {
    const { rows, findings } = read(
      'availabilities',
      'qui;jour;demi_journee;du;au;motif;disponible',
      'PMI;samedi;;;;congé maternité;',
      'PMI;lundi;congé maternité;;;;',
      'PMI;;;congé maternité;;;',
      'PMI;;;20/11/2026;16/11/2026;;',
      'PMI;;;31/02/2026;;;',
      'PMI;;;;;;',
      'PMI;;;16/11/2026;20/11/2026;;disponible',
      'PMI;lundi;;;;;congé maternité',
      'Mme Durand;lundi;;;;;'
    );
    expect(rows).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual([
      'bad-when',
      'bad-when',
      'bad-when',
      'period-reversed',
      'bad-when',
      'empty-cell',
      'availability-dated',
      'bad-when',
      'person-name'
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/maternité|Durand/);
  });
});

describe('the list of rooms', () => {
  it('says when the room of a commune is closed', () => {
    const { rows } = read(
      'rooms',
      'commune;jour;demi_journee;du;au',
      'Anzin;vendredi;pm;;',
      '59014;;;01/03/2027;12/03/2027'
    );
    expect(rows).toMatchObject([
      { commune: 'Anzin', weekday: 5, half: 'pm' },
      { commune: '59014', from: '2027-03-01', to: '2027-03-12' }
    ]);
  });
});

describe('days as they are written', () => {
  it.each([
    ['15/09/2026', '2026-09-15'],
    ['15.9.26', '2026-09-15'],
    ['2026-09-15', '2026-09-15'],
    ['2026-09-15T08:00:00', '2026-09-15'],
    ['15 septembre 2026', '2026-09-15'],
    ['mardi 1er décembre 2026', '2026-12-01'],
    ['46280', '2026-09-15'],
    ['29/02/2027', null],
    ['septembre', null]
  ])('« %s » is %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it('are working days and half-days, or nothing', () => {
    expect(['lundi', 'VEN.', '3', '', 'samedi', '6'].map(readWeekday)).toEqual([
      1,
      5,
      3,
      null,
      undefined,
      undefined
    ]);
    expect(['matin', 'AM', 'Après-midi', '14h', '9h-17h', 'journée', '', 'soir'].map(readHalf)).toEqual([
      'am',
      'am',
      'pm',
      'pm',
      null,
      null,
      null,
      undefined
    ]);
  });
});
