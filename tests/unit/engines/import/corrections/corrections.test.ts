// Doubtful rows put right: listed, corrected, applied to the row that was seen, and to no other.
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  CorrectionsSchema,
  doubtfulCells,
  importExpected,
  importFile,
  mergeCorrections,
  openFile,
  readCaseFile
} from '../../../../../src/lib/engines/import/index.ts';
import { corrected } from '../../../../../src/lib/engines/import/corrections/corrections.ts';
import { readCsv } from '../../../../../src/lib/engines/import/readers/csv.ts';
import type { Correction } from '../../../../../src/lib/model/correction.ts';
import { textFile, UAIS } from '../../../../fixtures/import/files.ts';
import { draws } from '../../../../draws.ts';

const [A, B, C] = UAIS;
const LINES = [
  'uai;statut;suivie_depuis;equipe',
  `${A};suivie;2024-2025;E1`,
  `0590999Z;suivie;;E1`,
  `${B};suivie;l’an dernier;E2`
];
const file = (...lines: string[]) => textFile('ecoles.csv', `${lines.join('\n')}\n`);
const codes = ({ findings }: { findings: readonly { code: string }[] }) => findings.map(({ code }) => code);

/** Doubtful cells of the list, as a service sees them. */
const cellsOf = (...lines: string[]) => {
  const table = readCsv(file(...lines));
  return doubtfulCells(table, importExpected(table, 'followed-schools').findings);
};
const correctedAs = (value: string, at = 0): Correction => {
  const { findings: _, ...cell } = cellsOf(...LINES)[at]!;
  return { ...cell, value };
};

describe('the rows in doubt of a file', () => {
  it('are listed by cell, with what the file holds there', () => {
    expect(cellsOf(...LINES)).toMatchObject([
      { file: 'ecoles.csv', row: 3, column: 'uai', found: '0590999Z', findings: [{ code: 'bad-uai' }] },
      {
        file: 'ecoles.csv',
        row: 4,
        column: 'suivie_depuis',
        found: 'l’an dernier',
        findings: [{ code: 'bad-date' }]
      }
    ]);
  });

  it('leave out what is rightly dropped, notes, and what other files hold', () => {
    const table = readCsv(file(...LINES));
    const place = { file: 'ecoles.csv', row: 2, column: 'statut' };
    expect(
      doubtfulCells(table, [
        { ...place, code: 'not-a-school', severity: 'dropped' },
        { ...place, code: 'understood', severity: 'note' },
        { ...place, code: 'bad-word', severity: 'dropped', file: 'other.csv' },
        { code: 'latin1-text', severity: 'doubtful', file: 'ecoles.csv' }
      ])
    ).toEqual([]);
  });
});

describe('a correction', () => {
  it('is read in place of the value, and said', async () => {
    const corrections = [correctedAs(C), correctedAs('2023-2024', 1)];
    const read = await importFile(file(...LINES), { corrections });
    expect(read.rows).toMatchObject([{ uai: A }, { uai: C }, { uai: B, followed_since: '2023-2024' }]);
    expect(codes(read).filter((code) => code === 'corrected')).toHaveLength(2);
    const table = await openFile(file(...LINES));
    expect(importExpected(table, 'followed-schools', { corrections }).rows).toHaveLength(3);
  });

  it('is refused by a file whose row holds another value now, with a finding', async () => {
    const changed = await importFile(file(LINES[0]!, LINES[1]!, '0590888Y;suivie;;E1'), {
      corrections: [correctedAs(C)]
    });
    expect(changed.findings).toContainEqual({
      code: 'correction-refused',
      severity: 'doubtful',
      file: 'ecoles.csv',
      row: 3,
      column: 'uai',
      found: '0590888Y',
      expected: '0590999Z'
    });
    const gone = await importFile(file(LINES[0]!, LINES[1]!), { corrections: [correctedAs(C)] });
    expect(codes(gone)).toContain('correction-refused');
  });

  it('reaches a cell that is hidden because it may name a person, and no other of its row', () => {
    const table = {
      ...readCsv(file('ecole;statut', 'M. Pagnol;oui', 'M. Pagnol;non')),
      hides: (text: string) => text.startsWith('M.')
    };
    const [cell] = doubtfulCells(table, [
      { code: 'unknown-school', severity: 'dropped', file: 'ecoles.csv', row: 2, column: 'ecole' }
    ]);
    const { findings: _, ...place } = cell!;
    expect(place.found).toBe('');
    const { records, findings } = corrected(table, [{ ...place, value: 'Marcel Pagnol' }]);
    expect(records.map(({ cells }) => cells[0])).toEqual(['Marcel Pagnol', 'M. Pagnol']);
    expect(findings.map(({ code }) => code)).toEqual(['corrected']);
  });

  it('says nothing when the file was put right since', async () => {
    const read = await importFile(file(LINES[0]!, LINES[1]!, `${C};suivie;;E1`), {
      corrections: [correctedAs(C)]
    });
    expect(codes(read)).not.toContain('correction-refused');
    expect(read.rows).toHaveLength(2);
  });

  it('follows its row when others come or go above', async () => {
    const read = await importFile(file(LINES[0]!, `${B};en attente;;`, LINES[1]!, LINES[2]!), {
      corrections: [correctedAs(C)]
    });
    expect(read.rows.map((row) => (row as { uai: string }).uai)).toEqual([B, A, C]);
  });

  it('of an empty cell never goes to another row with an empty cell', async () => {
    const cases = 'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits';
    const row = (id: string, commune: string) => `${id};2024-2025;${A};;${commune};maternelle;sante;f${id};3`;
    const before = textFile('c.csv', [cases, row('1', '59014'), row('2', '')].join('\n'));
    const first = await readCaseFile(before);
    const [cell] = doubtfulCells(await openFile(before), first.findings);
    expect(cell).toMatchObject({ row: 3, column: 'commune', found: '' });
    const { findings: _, ...seen } = cell!;
    const corrections = [{ ...seen, value: '59606' }];
    expect((await readCaseFile(before, {}, { corrections })).rows.map(({ commune }) => commune)).toEqual([
      '59014',
      '59606'
    ]);
    // A row was inserted above, whose commune is empty too, and stands at the line that was seen.
    const after = textFile('c.csv', [cases, row('1', '59014'), row('3', ''), row('2', '')].join('\n'));
    const read = await readCaseFile(after, {}, { corrections });
    expect(read.rows.map(({ case_id, commune }) => [case_id, commune])).toEqual([['1', '59014'], ['3', null], ['2', '59606']]); // prettier-ignore
  });

  it('goes through JSON, and a later one replaces a former of the same cell', () => {
    const corrections = [correctedAs(C), correctedAs('2023-2024', 1)];
    expect(v.parse(CorrectionsSchema, JSON.parse(JSON.stringify(corrections)))).toEqual(corrections);
    expect(v.safeParse(CorrectionsSchema, [{ ...corrections[0], row: 0 }]).success).toBe(false);
    expect(mergeCorrections(corrections, [correctedAs(A)]).map(({ value }) => value)).toEqual([
      A,
      '2023-2024'
    ]);
  });

  it('changes the cell it names and no other, whatever it says', () => {
    const table = readCsv(file(...LINES));
    const correction = fc.record({
      file: fc.constantFrom('ecoles.csv', 'other.csv'),
      row: fc.integer({ min: 1, max: 6 }),
      column: fc.constantFrom('uai', 'statut', 'suivie_depuis', 'equipe', 'absente', ''),
      found: fc.constantFrom('', A, '0590999Z', 'suivie', 'E1', 'E2'),
      value: fc.string({ maxLength: 6 })
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(correction, { maxLength: 5, selector: ({ row, column }) => `${row} ${column}` }),
        (list) => {
          const after = corrected(table, list);
          for (const [at, { line, cells }] of table.records.entries()) {
            for (const [place, cell] of cells.entries()) {
              const said = list.find(
                (one) =>
                  one.file === table.name &&
                  one.row === line &&
                  one.column === table.header[place] &&
                  one.found === cell
              );
              expect(after.records[at]!.cells[place]).toBe(said ? said.value : cell);
            }
          }
        }
      ),
      { numRuns: draws() }
    );
  });
});
