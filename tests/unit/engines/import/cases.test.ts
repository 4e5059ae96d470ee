// A case file as services really send them: what is wrong is told by row, and the rest is kept.
import { describe, expect, it } from 'vitest';
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
    ['negative visits', 'C2;2024-2025;0590001F;;59606;elementaire;sante;F2;-4', '3 bad-visits'],
    ['a fraction of a visit', 'C2;2024-2025;0590001F;;59606;elementaire;sante;F2;2,5', '3 bad-visits'],
    ['the same child twice in a year', GOOD, '3 duplicate-case'],
    ['a formula', '=cmd|calc;2024-2025;0590001F;;59606;elementaire;sante;F2;4', '3 formula'],
    ['a formula by +', '+cmd|calc;2024-2025;0590001F;;59606;elementaire;sante;F2;4', '3 formula'],
    ['a formula by @', '@SUM(A1);2024-2025;0590001F;;59606;elementaire;sante;F2;4', '3 formula'],
    ['a formula by -', '-cmd|calc;2024-2025;0590001F;;59606;elementaire;sante;F2;4', '3 formula'],
    ['an unknown level', 'C2;2024-2025;0590001F;;59606;lycee;sante;F2;4', '3 bad-level'],
    ['no school', 'C2;2024-2025;;;59606;elementaire;sante;F2;4', '3 empty-cell']
  ])('drops %s and says where', async (_, line, expected) => {
    expect(await codes(line)).toContain(expected);
    expect((await readCaseFile(file(GOOD, line))).rows).toHaveLength(1);
  });

  it('drops places that no list knows', async () => {
    const schools = new Map([['0590002G', 'elementaire' as const]]);
    await expect(readCaseFile(file(GOOD), { schools })).rejects.toThrow(/no-usable-row/);
    await expect(readCaseFile(file(GOOD), { qpvs: new Set() })).rejects.toThrow(/no-usable-row/);
  });

  it('names the rows of an unknown school and of an unknown QPV, and keeps the others', async () => {
    const lists = { schools: new Map([['0590001F', 'elementaire' as const]]), qpvs: new Set(['QN05930M']) };
    const lines = [
      'C2;2024-2025;0590002G;;59606;elementaire;sante;F2;4',
      'C3;2024-2025;0590001F;QN05999M;59606;elementaire;sante;F3;4'
    ];
    const { rows, findings } = await readCaseFile(file(GOOD, ...lines), lists);
    expect(rows.map(({ case_id }) => case_id)).toEqual(['C1']);
    expect(findings.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['unknown-school', 3, 'uai'],
      ['unknown-qpv', 4, 'qpv']
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

  it('is refused without one of its columns', async () => {
    const bytes = new TextEncoder().encode(
      `${HEADER.replace(';visits', '')}\nC1;2024-2025;0590001F;;59606;elementaire;sante;F1\n`
    );
    await expect(readCaseFile({ name: 'cas.csv', bytes })).rejects.toThrow(UnusableInput);
  });

  it('mentions columns that were not asked for, and Latin-1', async () => {
    const text = `${HEADER};prénom\n${GOOD};Zoé\n`;
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect((await readCaseFile({ name: 'cas.csv', bytes })).findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['latin1-text', 'unknown-column'])
    );
  });
});
