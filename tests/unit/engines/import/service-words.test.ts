// Words, dates and codes as services write them: read when they can mean one thing only, left to be said otherwise.
import { describe, expect, it } from 'vitest';
import {
  readLevel,
  readMonth,
  readSchoolYear,
  readStatus,
  readServiceYear
} from '../../../../src/lib/engines/import/formats/service-words.ts';
import { importFile, readCaseFile } from '../../../../src/lib/engines/import/index.ts';
import { xlsxFile } from '../../../fixtures/import/containers.ts';
import { textFile, UAIS } from '../../../fixtures/import/files.ts';

const [A, B, C] = UAIS;

describe('a status', () => {
  it.each([
    ['Suivie', 'followed'],
    ['école suivie', 'followed'],
    ['en cours', 'followed'],
    ['Demande en cours', 'waiting'],
    ['demandée', 'waiting'],
    ['liste d’attente', 'waiting'],
    ['En cours de demande', 'waiting'],
    ['collège lié', 'linked'],
    ['rattaché', 'linked'],
    ['non suivie', 'outside'],
    ['hors programme', 'outside'],
    ['plus suivie', 'outside']
  ])('« %s » is read', (text, status) => expect(readStatus(text)).toBe(status));

  it.each(['suivi terminé', 'suivie jusqu’en 2022', 'suivi arrêté', 'à voir', 'x', 'suivi à reprendre ?'])(
    '« %s » is left to be said: it is no school that is followed',
    (text) => expect(readStatus(text)).toBeNull()
  );
});

describe('a level', () => {
  it.each([
    ['CM1-CM2', 'elementaire'],
    ['CE1/CE2', 'elementaire'],
    ['6ème A', 'college'],
    ['6e3', 'college'],
    ['CP B', 'elementaire'],
    ['PS/MS', 'maternelle'],
    ['classe de CP', 'elementaire']
  ])('« %s » is read', (text, level) => expect(readLevel(text)).toBe(level));

  it.each(['GS-CP', 'CM2-6e', 'ULIS', 'CP ULIS', '3 ans', '4', 'IME', ''])(
    '« %s » is left to be said',
    (text) => expect(readLevel(text)).toBeNull()
  );
});

describe('a date', () => {
  it('of two digits a year is a school year only where it can be no month', () => {
    expect(readServiceYear('24/25')).toBe('2024-2025');
    expect(readServiceYear('2024-25')).toBe('2024-2025');
    expect(readServiceYear('09/10')).toBeNull();
    expect(readServiceYear('24/26')).toBeNull();
    expect(readMonth('sept-24')).toBe('2024-09');
    expect(readMonth('sept. 24')).toBe('2024-09');
    expect(readMonth('34 25')).toBeNull();
  });

  it('that a spreadsheet wrote as its number of days is read', () => {
    expect(readMonth('45536')).toBe('2024-09');
    expect(readSchoolYear('45536')).toBe('2024-2025');
    expect(readMonth('12345')).toBeNull();
    expect(readMonth('99999')).toBeNull();
  });

  it('in a cell of a workbook is read, as a date, a number or a text, and said', async () => {
    const read = await importFile(
      await xlsxFile([
        ['uai', 'statut', 'suivie_depuis', 'demandee_depuis'],
        [A, 'suivie', new Date(Date.UTC(2024, 8, 2)), null],
        [B, 'suivie', 45536, null],
        [C, 'demande', null, 'sept-25']
      ])
    );
    expect(read.rows).toMatchObject([
      { followed_since: '2024-2025' },
      { followed_since: '2024-2025' },
      { status: 'waiting', requested_since: '2025-09' }
    ]);
    expect(read.findings.filter(({ code }) => code === 'understood')).toHaveLength(2);
    expect(read.findings.some(({ severity }) => severity !== 'note')).toBe(false);
  });
});

describe('a school', () => {
  it('is known by a UAI with a space, without its leading zero, in small letters, and by its name and commune', async () => {
    const read = await importFile(
      textFile(
        'e.csv',
        `uai;ecole;commune;statut\n059 0001 F;;;suivie\n${B.slice(1)};;;suivie\n${C.toLowerCase()};;;suivie\n;Jules Ferry;Anzin;suivie\n059-0004-J;;;suivie\n`
      )
    );
    expect(read.rows).toMatchObject([
      { uai: A },
      { uai: B },
      { uai: C },
      { uai: '', named: { name: 'Jules Ferry', commune: 'Anzin' } },
      { uai: '0590004J' }
    ]);
  });
});

describe('a case', () => {
  const HEADER = 'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits';
  it('has its QPV with spaces and its visits with their unit read', async () => {
    const read = await readCaseFile(
      textFile(
        'c.csv',
        `${HEADER}\n1;24/25;${A};QN 05930M;59606;CM1-CM2;santé;f1;12 visites\n2;2024-2025;${A};;59606;CP;sante;f2;3,0\n`
      )
    );
    expect(read.rows).toMatchObject([
      { school_year: '2024-2025', qpv: 'QN05930M', level: 'elementaire', visits: 12 },
      { visits: 3 }
    ]);
    expect(read.findings.some(({ severity }) => severity !== 'note')).toBe(false);
  });

  it('with an uncertain number of visits is left to be put right', async () => {
    const read = await readCaseFile(
      textFile(
        'c.csv',
        `${HEADER}\n1;2024-2025;${A};;59606;CP;sante;f1;3\n2;2024-2025;${A};;59606;CP;sante;f2;4 à 5\n`
      )
    );
    expect(read.findings.filter(({ severity }) => severity !== 'note')).toMatchObject([
      { code: 'bad-visits', row: 3, found: '4 à 5' }
    ]);
  });
});
