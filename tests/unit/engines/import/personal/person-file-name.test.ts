// A file named after a child is told by a number; one named after a school, a place or a list keeps its name.
import { describe, expect, it } from 'vitest';
import {
  isListName,
  numberedFileName,
  personInFileName
} from '../../../../../src/lib/engines/import/index.ts';
import {
  CHILD_FILE_NAMES,
  KNOWN_PLACES,
  LIST_FILE_NAMES,
  UNSIGNED_FILE_NAMES
} from '../../../../fixtures/import/file-names.ts';

describe('the name of a file', () => {
  it.each([
    ...['Dupont Lucas.xlsx', 'Lucas DUPONT.csv', 'dupont_lucas.csv', 'MARTIN-Emma.ods', 'Emma Martin.csv.gz'],
    ...['LeaBernard.xlsx', 'Ben Ali Yasmine.csv', 'Dupont Lucas.xlsx#Visites']
  ])('%s is that of a person', (name) => expect(personInFileName(name)).toBe('is'));

  it.each([
    ...['liste Emma MARTIN.csv', 'suivi Lucas.xlsx', 'Famille Dupont Lucas 2025.csv'],
    ...[
      'fiche enfant Yasmine B.xlsx',
      'Dossier de Camille.csv',
      'dossier Kowalczyk Victor Hugo.csv',
      'Jean Moulin Lucas.csv'
    ]
  ])('%s mentions one: it counts where the rows are of persons', (name) =>
    expect(personInFileName(name)).toBe('mentions')
  );

  it.each([
    ...['actions 2025-2026.csv', 'ecoles-valenciennes.csv', 'Jean Jaurès effectifs.csv', 'suivies.csv'],
    ...['École Emma Martin.csv', 'Victor Hugo.csv', 'Marie Curie 2025.xlsx', 'suivi avril 2025.xlsx'],
    ...['liste des enfants mai 2025.csv', 'postes.csv', 'parcours.csv', 'fr-en-ips-ecoles-ap2022.csv'],
    ...['Listes du PRE.xlsx', 'QPV Saint Martin.geojson', 'cube.json', 'config.json', 'Copie de suivies.csv'],
    ...[
      'collège Henri Wallon.csv',
      'equipes Martin Luther King.csv',
      'valenciennes.maillage',
      'Emma Martin.ics',
      '.csv',
      ''
    ]
  ])('%s says nobody’s', (name) => expect(personInFileName(name)).toBeNull());

  it('becomes a number, with its ending and its sheet', () => {
    expect(numberedFileName('Dupont Lucas.XLSX', 1)).toBe('fichier 1.xlsx');
    expect(numberedFileName('Emma Martin.csv.gz', 2)).toBe('fichier 2.csv.gz');
    expect(numberedFileName('Dupont Lucas.xlsx#Visites', 3)).toBe('fichier 3.xlsx#Visites');
    expect(numberedFileName('Dupont.Lucas', 4)).toBe('fichier 4');
  });

  it('keeps its school year, by which a list without years is read', () => {
    expect(numberedFileName('Famille Dupont 2025-2026.csv', 1)).toBe('fichier 1 2025-2026.csv');
    expect(numberedFileName('Dupont Lucas 12-03-2016.csv', 2)).toBe('fichier 2.csv');
  });
});

describe('of more than two hundred names of files', () => {
  it('each that is signed with a child is seen', () => {
    expect(CHILD_FILE_NAMES).toHaveLength(90);
    expect(CHILD_FILE_NAMES.filter((name) => personInFileName(name) === null)).toEqual([]);
  });

  it('none that is a list of the service or of open data raises an alarm', () => {
    expect(LIST_FILE_NAMES.length).toBeGreaterThanOrEqual(100);
    expect(LIST_FILE_NAMES.filter((name) => personInFileName(name) !== null)).toEqual([]);
  });

  it('a list of children keeps no name but that of a list, of a school or of a place that is known', () => {
    const kept = (names: readonly string[]) => names.filter((name) => isListName(name, KNOWN_PLACES));
    expect(kept([...CHILD_FILE_NAMES, ...UNSIGNED_FILE_NAMES])).toEqual([]);
    expect(LIST_FILE_NAMES.filter((name) => !isListName(name, KNOWN_PLACES))).toEqual([]);
  });
});
