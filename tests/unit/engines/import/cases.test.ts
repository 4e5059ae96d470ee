// A case file as services really send them: what is wrong is told by row, and the rest is kept.
import { describe, expect, it } from 'vitest';
import { placeNameList } from '../../../../src/lib/engines/import/place-names.ts';
import { readCaseFile } from '../../../../src/lib/engines/import/import-file.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';

const HEADER = 'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits';
const GOOD = 'C1;2024-2025;0590001F;QN05930M;59606;elementaire;sante;F1;4';
const file = (...lines: string[]) => ({
  name: 'cas.csv',
  bytes: new TextEncoder().encode([HEADER, ...lines].join('\n'))
});
const codes = async (...lines: string[]) =>
  (await readCaseFile(file(GOOD, ...lines))).findings.map(({ code, row }) => `${row ?? ''} ${code}`);

describe('a case file', () => {
  it('is read whatever the order of its columns and its delimiter', async () => {
    const header = HEADER.split(';').reverse().join(',');
    const row = GOOD.split(';').reverse().join(',');
    const { rows } = await readCaseFile({
      name: 'cas.csv',
      bytes: new TextEncoder().encode(`${header}\n${row}\n`)
    });
    expect(rows).toMatchObject([
      { case_id: 'C1', uai: '0590001F', qpv: 'QN05930M', commune: '59606', visits: 4 }
    ]);
  });

  it.each([
    ['a date for a year', 'C2;01/09/2024;0590001F;;59606;elementaire;sante;F2;4', '3 bad-school-year'],
    ['the same child twice in a year', GOOD, '3 duplicate-case'],
    ['a formula', '=cmd|calc;2024-2025;0590001F;;59606;elementaire;sante;F2;4', '3 formula'],
    ['a formula by +', '+cmd|calc;2024-2025;0590001F;;59606;elementaire;sante;F2;4', '3 formula'],
    ['a formula by @', '@SUM(A1);2024-2025;0590001F;;59606;elementaire;sante;F2;4', '3 formula'],
    ['a formula by -', '-cmd|calc;2024-2025;0590001F;;59606;elementaire;sante;F2;4', '3 formula'],
    ['no school and no commune', 'C2;2024-2025;;;;elementaire;sante;F2;4', '3 no-place'],
    ['no year', 'C2;;0590001F;;59606;elementaire;sante;F2;4', '3 empty-cell']
  ])('drops %s and says where', async (_, line, expected) => {
    expect(await codes(line)).toContain(expected);
    expect((await readCaseFile(file(GOOD, line))).rows).toHaveLength(1);
  });

  it.each([
    ['an unknown level', 'C2;2024-2025;0590001F;;59606;lycee;sante;F2;4', '3 bad-level'],
    ['a theme of the service', 'C2;2024-2025;0590001F;;59606;elementaire;Lecture;F2;4', '3 own-theme'],
    ['no theme', 'C2;2024-2025;0590001F;;59606;elementaire;;F2;4', '3 unknown-cell'],
    ['no school but a commune', 'C2;2024-2025;;;59606;elementaire;sante;F2;4', '3 unknown-cell'],
    ['negative visits', 'C2;2024-2025;0590001F;;59606;elementaire;sante;F2;-4', '3 bad-visits'],
    ['a fraction of a visit', 'C2;2024-2025;0590001F;;59606;elementaire;sante;F2;2,5', '3 bad-visits'],
    ['« 2 à 3 » visits', 'C2;2024-2025;0590001F;;59606;elementaire;sante;F2;2 à 3', '3 bad-visits'],
    ['no family and no visits', 'C2;2024-2025;0590001F;;59606;elementaire;sante;;', '3 unknown-cell']
  ])('counts a child with %s, and says where', async (_, line, expected) => {
    expect(await codes(line)).toContain(expected);
    expect((await readCaseFile(file(GOOD, line))).rows).toHaveLength(2);
  });

  it('takes no row of totals for a child, and says which rows are', async () => {
    const totals = ['TOTAL;;;;;;;;4', 'Total : 1 enfant;;;;;;;;', 'Sous-total;;;;;;;;1 004,5'];
    const { rows, findings, read } = await readCaseFile(file(GOOD, ...totals));
    expect([rows.length, read]).toEqual([1, 1]);
    expect(findings.find(({ code }) => code === 'total-rows')).toMatchObject({
      severity: 'note',
      found: '3, 4, 5'
    });
    const school = GOOD.replace('C1', 'TOTAL-1');
    expect((await readCaseFile(file(GOOD, school))).rows).toHaveLength(2);
  });

  it('leaves out the children of another territory', async () => {
    const schools = new Map([['0590002G', 'elementaire' as const]]);
    const reading = readCaseFile(file(GOOD), { schools, communes: new Set(['59014']) });
    await expect(reading).rejects.toThrow(/no-usable-row/);
  });

  it('names the rows of an unknown school and of an unknown QPV, and counts them in their commune', async () => {
    const lists = { schools: new Map([['0590001F', 'elementaire' as const]]), qpvs: new Set(['QN05930M']) };
    const lines = [
      'C2;2024-2025;0590002G;;59606;elementaire;sante;F2;4',
      'C3;2024-2025;0590001F;QN05999M;59606;elementaire;sante;F3;4'
    ];
    const { rows, findings } = await readCaseFile(file(GOOD, ...lines), lists);
    expect(rows.map(({ case_id, uai, qpv }) => [case_id, uai, qpv])).toEqual([
      ['C1', '0590001F', 'QN05930M'],
      ['C2', null, null],
      ['C3', '0590001F', undefined]
    ]);
    expect(findings.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['school-not-found', 3, 'uai'],
      ['qpv-not-found', 4, 'qpv']
    ]);
  });

  it('of two encodings keeps every row, and says from which one on', async () => {
    const [utf8, latin1] = ['C2', 'C3'].map((id) => GOOD.replace('C1', `${id}-é`));
    const first = new TextEncoder().encode(`${HEADER}\n${utf8}\n`);
    const bytes = new Uint8Array([...first, ...Uint8Array.from(latin1!, (letter) => letter.charCodeAt(0))]);
    const { rows, findings } = await readCaseFile({ name: 'cas.csv', bytes });
    expect(rows.map(({ case_id }) => case_id)).toEqual(['C2-é', 'C3-é']);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'mixed-encodings', row: 3 }));
  });

  it('is refused where nothing tells its school year', async () => {
    const bytes = new TextEncoder().encode(
      `${HEADER.replace('school_year;', '')}\nC1;0590001F;;59606;elementaire;sante;F1;4\n`
    );
    await expect(readCaseFile({ name: 'cas.csv', bytes })).rejects.toThrow(UnusableInput);
  });

  it('mentions columns that were not asked for, and Latin-1', async () => {
    const text = `${HEADER};couleur\n${GOOD};orangé\n`;
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect((await readCaseFile({ name: 'cas.csv', bytes })).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['latin1-text', 'unknown-column'])
    );
  });
});

describe('a home that a case file names', () => {
  const names = placeNameList({
    communes: [
      { code: '59606', name: 'Valenciennes' },
      { code: '59014', name: 'Anzin' }
    ],
    qpvs: [
      { code: 'QN05930M', name: 'Chasse Royale', communes: ['59606'] },
      { code: 'QN05931M', name: 'Centre', communes: ['59606'] },
      { code: 'QN05932M', name: 'Centre', communes: ['59014'] }
    ]
  });
  const lists = {
    qpvs: new Set(['QN05930M', 'QN05931M', 'QN05932M']),
    communeNamed: (name: string) => names.commune(name),
    qpvNamed: (name: string, commune: string | null) => names.qpv(name, commune)
  };
  const row = (id: string, qpv: string, commune: string) =>
    `${id};2024-2025;0590001F;${qpv};${commune};elementaire;sante;F${id};4`;
  const read = (...lines: string[]) => readCaseFile(file(...lines), lists);

  it('is found by the name of the commune and of the QPV, the one of the commune among namesakes', async () => {
    const { rows, findings } = await read(
      row('C1', 'Chasse royale', 'VALENCIENNES'),
      row('C2', 'quartier Centre', 'Anzin'),
      row('C3', 'Centre', '59606'),
      row('C4', 'qn05930m', '59606')
    );
    expect(rows.map(({ commune, qpv }) => [commune, qpv])).toEqual([
      ['59606', 'QN05930M'],
      ['59014', 'QN05932M'],
      ['59606', 'QN05931M'],
      ['59606', 'QN05930M']
    ]);
    expect(findings.map(({ code, found, expected }) => [code, found, expected].join(' '))).toEqual([
      'understood VALENCIENNES 59606',
      'understood Chasse royale QN05930M',
      'understood Anzin 59014',
      'understood quartier Centre QN05932M',
      'understood Centre QN05931M'
    ]);
  });

  it('outside every QPV may say so in words', async () => {
    const { rows } = await read(
      row('C1', 'hors QPV', '59606'),
      row('C2', 'non', '59606'),
      row('C3', '-', 'Anzin')
    );
    expect(rows.map(({ qpv }) => qpv)).toEqual([null, null, null]);
  });

  it('is unknown and named where no place has the name, or two have', async () => {
    const { rows, findings } = await read(
      row('C1', '', '59606'),
      row('C2', '', 'Atlantide'),
      row('C3', 'La Lune', '59606'),
      row('C4', 'QN05999M', '59606'),
      row('C5', 'Centre', '62001')
    );
    expect(rows.map(({ commune, qpv }) => [commune, qpv])).toEqual([
      ['59606', null],
      [null, null],
      ['59606', undefined],
      ['59606', undefined],
      ['62001', undefined]
    ]);
    expect(findings.map(({ code, row: line, found }) => `${line} ${code} ${found}`)).toEqual([
      '3 bad-insee Atlantide',
      '4 qpv-not-found La Lune',
      '5 qpv-not-found QN05999M',
      '6 qpv-not-found Centre'
    ]);
  });

  it('without any list of names is read by its codes only', async () => {
    const { findings } = await readCaseFile(file(GOOD, row('C2', 'Centre', '59606'), row('C3', '', 'Anzin')));
    expect(findings.map(({ code }) => code)).toEqual(['qpv-not-found', 'bad-insee']);
  });
});
