// What the year's report reads in a case file: each column may be absent, what is doubtful is told and the child counts, and no birthday nor name is kept.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile, openFile, readCaseFile, type CaseLists } from '$lib/engines/import/index.ts';
import { findingSentence } from '$lib/i18n/findings/findings.ts';
import { withVisits } from '$lib/model/report/visit-days.ts';
import type { SourceFile } from '$lib/model/source-files.ts';
import { draws } from '../../../draws.ts';

const COUNTED = 'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits';
const GOOD = ';2025-2026;0590001F;;59606;elementaire;sante;F1;4';
const DETAILS = 'sexe;annee_naissance;oriente_par;motifs;profil;entree;sortie;motif_sortie;derniere_eps';
const TOLD = 'F;2016;école;"comportement ; langage";2;2024-10-07;2026-03;objectifs atteints;2026-02-10';
const LISTS: CaseLists = { today: '2026-06-30' };

const csv = (header: string, ...lines: string[]): SourceFile => ({
  name: 'cas.csv',
  bytes: new TextEncoder().encode([header, ...lines].join('\n'))
});
const withDetails = (...lines: string[]) =>
  csv(`${COUNTED};${DETAILS}`, ...lines.map((line, at) => `C${at}${GOOD};${line}`));
const read = (file: SourceFile) => readCaseFile(file, LISTS);
const codesOf = async (line: string) =>
  (await read(withDetails(line))).findings.map(({ code, column }) => `${code} ${column ?? ''}`);

describe('the columns of the year’s report', () => {
  it('are read by their French or English headers', async () => {
    const english = 'sex;birth_year;oriented_by;reasons;profile;entry;exit;exit_reason;last_review';
    const expected = {
      sex: 'F',
      birthYear: 2016,
      orientedBy: 'school',
      reasons: ['comportement', 'langage'],
      profile: 2,
      entry: '2024-10-07',
      exit: '2026-03',
      exitReason: 'objectifs atteints',
      lastReview: '2026-02-10',
      visitDays: []
    };
    for (const header of [DETAILS, english]) {
      const { rows, findings } = await read(csv(`${COUNTED};${header}`, `C1${GOOD};${TOLD}`));
      expect(rows[0]!.details).toEqual(expected);
      expect(findings).toEqual([]);
    }
  });

  it('include the agreement of the parents where the file has it alone, and miss it nowhere', async () => {
    const lines = ['oui', 'non', '', 'peut-être'].map((word, at) => `C${at}${GOOD};${word}`);
    const { rows, findings } = await read(csv(`${COUNTED};accord`, ...lines));
    expect(rows.map(({ details }) => details?.agreed)).toEqual([true, false, null, null]);
    expect(findings.map(({ code, column }) => `${code} ${column ?? ''}`)).toEqual(['detail-bad-word accord']);
  });

  it('are in no case where the file has none of them', async () => {
    const { rows, findings } = await read(csv(COUNTED, `C1${GOOD}`));
    expect(rows[0]).not.toHaveProperty('details');
    expect(findings).toEqual([]);
  });

  it('are told where the file has some and lacks others', async () => {
    const { findings } = await read(csv(`${COUNTED};sexe;age`, `C1${GOOD};M;9`));
    const absent = findings.filter(({ code }) => code === 'absent-column').map(({ found }) => found);
    expect(absent).toEqual([
      'oriented_by',
      'reasons',
      'profile',
      'entry',
      'exit',
      'exit_reason',
      'last_review'
    ]);
  });

  it.each([
    [
      'an exit before its entry',
      'F;2016;école;langage;2;2026-02-01;2025-10-01;;',
      'detail-exit-before-entry sortie'
    ],
    ['an age of 34', 'F;1991;école;langage;2;;;;', 'detail-age annee_naissance'],
    ['an unknown profile', 'F;2016;école;langage;7;;;;', 'detail-bad-word profil'],
    ['an unknown sex', 'Z;2016;école;langage;2;;;;', 'detail-bad-word sexe'],
    ['an unknown origin', 'F;2016;la lune;langage;2;;;;', 'detail-bad-origin oriente_par'],
    ['a date in the future', 'F;2016;école;langage;2;2026-11-02;;;', 'detail-in-future entree'],
    ['a date that is none', 'F;2016;école;langage;2;2026-02-30;;;', 'detail-bad-date entree'],
    ['a formula', '=cmd;2016;école;langage;2;;;;', 'detail-bad-word sexe']
  ])('of a child with %s say so, and the child counts', async (_, line, expected) => {
    expect(await codesOf(line)).toContain(expected);
    expect((await read(withDetails(line))).rows).toHaveLength(1);
  });

  it('of a child of whom nothing is told are unknown, without a remark', async () => {
    const { rows, findings } = await read(withDetails(';;;;;;;;', 'nc;nr;;;-;;;;'));
    expect(findings).toEqual([]);
    expect(rows.map(({ details }) => [details!.sex, details!.birthYear, details!.reasons])).toEqual([
      [null, null, []],
      [null, null, []]
    ]);
  });

  it('take an age in the place of a year', async () => {
    const { rows } = await read(csv(`${COUNTED};Âge`, `C1${GOOD};9 ans`));
    expect(rows[0]!.details!.birthYear).toBe(2016);
  });
});

const BIRTHDAYS = ['14/03/2016', '2016-03-14', '14.3.16', '14 mars 2016', '2016-03-14 00:00:00', '42443'];

describe('a date of birth', () => {
  it.each(['Date de naissance', 'naissance', 'DDN', 'Né(e) le', 'annee_naissance'])(
    'under « %s » is its year as the file is opened',
    async (header) => {
      const file = csv(`${COUNTED};sexe;${header}`, ...BIRTHDAYS.map((day, at) => `C${at}${GOOD};F;${day}`));
      const opened = await openFile(file);
      const at = opened.header.indexOf(header);
      expect(at).toBeGreaterThan(0);
      expect(new Set(opened.records.map(({ cells }) => cells[at]))).toEqual(new Set(['2016']));
    }
  );

  it('is in no row and no finding', async () => {
    const file = csv(
      `${COUNTED};sexe;Date de naissance`,
      `C1${GOOD};F;14/03/1931`,
      `C2${GOOD};F;à Denain le 14 mars`
    );
    const read = await readCaseFile(file, LISTS);
    expect(JSON.stringify(read)).not.toMatch(/14|mars|Denain/);
    expect(read.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['birth-years', 'detail-age', 'detail-bad-birth'])
    );
  });

  it('is out of a list that is no case file, and a place of birth of any', async () => {
    const pupils = csv('UAI;Date de naissance', '0590001F;14/03/2016', '0590001F;15/03/2016');
    expect((await openFile(pupils)).header).toEqual(['UAI']);
    const place = csv(`${COUNTED};Lieu de naissance`, `C1${GOOD};Denain`);
    expect((await openFile(place)).header).not.toContain('Lieu de naissance');
  });
});

describe('words of a service', () => {
  const header = `${COUNTED};motifs;motif_sortie`;

  it('that are sentences about persons are out before anything is shown', async () => {
    const lines = [
      'la maman de Yanis demande de l’aide',
      'Léa refuse l’école',
      'suivi de Mme Durand',
      'langage'
    ];
    const file = csv(header, ...lines.map((text, at) => `C${at}${GOOD};${text};fin`));
    const opened = await openFile(file);
    expect(opened.header).not.toContain('motifs');
    expect(JSON.stringify(opened)).not.toMatch(/Yanis|Léa|Durand/);
  });

  it('of which one cell names a person lose that cell alone', async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `C${at}${GOOD};"langage ; comportement";fin`);
    const file = csv(header, ...lines, `C99${GOOD};"voir avec Mme Durand";fin`);
    const { rows, findings } = await read(file);
    expect(rows).toHaveLength(41);
    expect(rows.at(-1)!.details!.reasons).toEqual([]);
    expect(JSON.stringify({ rows, findings })).not.toContain('Durand');
    expect(findings).toContainEqual(expect.objectContaining({ code: 'detail-free-text', row: 42 }));
  });
});

it('a list of visits gives each child the days of its year, and tells a case that nobody has', async () => {
  const cases = await read(csv(COUNTED, `C1${GOOD}`, `C2${GOOD}`));
  const list = csv('dossier;date', 'C1;12/01/2026', 'C1;2025-10-02', 'C1;2025-06-02', 'C9;2025-10-02');
  const { format, rows } = await importFile({ ...list, name: 'visites.csv' });
  expect(format).toBe('visits');
  const joined = withVisits(cases.rows, rows as Parameters<typeof withVisits>[1], 'visites.csv');
  expect(joined.rows.map(({ details }) => details!.visitDays)).toEqual([['2025-10-02', '2026-01-12'], []]);
  expect(joined.findings).toEqual([
    { code: 'visit-unknown-case', severity: 'doubtful', file: 'visites.csv', row: 5 }
  ]);
});

it('a list of visits tells their number where the case file does not, for a year that it covers alone', async () => {
  const bare = (await read(csv('case_id;school_year;uai', 'C1;2025-2026;0590001F', 'C2;2025-2026;0590001F')))
    .rows;
  const visits = (...days: string[]) =>
    days.map((date, line) => ({ line, case_id: 'C1', date, place: 'home' as const }));
  const counted = (rows: typeof bare, ...days: string[]) =>
    withVisits(rows, visits(...days), 'visites.csv').rows.map((row) => row.visits);
  expect(counted(bare, '2025-09-20', '2026-01-12', '2026-05-04')).toEqual([3, 0]);
  expect(counted(bare, '2026-01-12', '2026-05-04')).toEqual([null, null]);
  const told = bare.map((row) => ({ ...row, visits: 7 }));
  expect(counted(told, '2025-09-20', '2026-05-04')).toEqual([7, 7]);
});

describe('where a visit was', () => {
  const placesOf = async (...lines: string[]) => {
    const list = csv('dossier;date;lieu', ...lines.map((place, at) => `C${at};2025-10-02;${place}`));
    const { rows, findings } = await importFile({ ...list, name: 'visites.csv' }, { expect: 'visits' });
    return { places: rows.map((row) => (row as { place: string | null }).place), findings };
  };

  it('is at home, or at a neutral place, in the words that services have', async () => {
    const homes = ['', 'domicile', 'À domicile', 'chez la famille'];
    const neutral = ['lieu neutre', 'Lieux neutres', 'hors domicile', 'PRE', 'au PRE', 'École', 'au bureau', 'mairie', 'Centre social']; // prettier-ignore
    expect(await placesOf(...homes)).toEqual({ places: homes.map(() => 'home'), findings: [] });
    expect(await placesOf(...neutral)).toEqual({ places: neutral.map(() => 'neutral'), findings: [] });
  });

  it('is unknown where the list says anything else, which is counted and never quoted', async () => {
    const other = ['12 rue des Lilas', 'chez Mme Durand', 'école Jean Zay', 'domicile de Yanis', '=1+1'];
    const { places, findings } = await placesOf('domicile', ...other);
    expect(places.slice(0, 5)).toEqual(['home', null, null, null, null]);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'visit-places-unread', found: '5' }));
    expect(JSON.stringify({ places, findings })).not.toMatch(/Lilas|Durand|Zay|Yanis/);
  });

  it('is counted of each child and year', async () => {
    const cases = await read(csv(COUNTED, `C1${GOOD}`, `C2${GOOD}`));
    const visit = (date: string, place: 'home' | 'neutral' | null, line: number) =>
      ({ line, case_id: 'C1', date, place }) as const;
    const list = [
      visit('2025-10-02', 'home', 2),
      visit('2026-01-12', 'neutral', 3),
      visit('2026-02-12', null, 4),
      visit('2025-06-02', 'neutral', 5)
    ];
    const { rows } = withVisits(cases.rows, list, 'visites.csv');
    expect(rows.map(({ visited }) => visited)).toEqual([
      { home: 1, neutral: 1 },
      { home: 0, neutral: 0 }
    ]);
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    'F',
    'M',
    '2016',
    '9 ans',
    '14/03/2016',
    'école',
    'PMI',
    '7',
    '2',
    '2025-10',
    '2031-01-01',
    '=1+1',
    '-',
    '"a ; b"',
    ''
  ),
  fc.string({ maxLength: 12 }).map((text) => text.replace(/[;"\r\n{}[\]]/g, ' '))
);
const line = fc.array(cell, { minLength: 9, maxLength: 9 }).map((cells) => cells.join(';'));

it('whatever is in them, every child counts as without them, and each remark has words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
      const bare = await read(csv(COUNTED, ...lines.map((_, at) => `C${at}${GOOD}`)));
      const { rows, findings } = await read(withDetails(...lines));
      expect(rows.map(({ details: _, ...row }) => row)).toEqual(bare.rows);
      for (const finding of findings) expect(findingSentence(finding)).not.toMatch(/undefined|\{|\[/);
    }),
    { numRuns: draws(), seed: 32 }
  );
});
