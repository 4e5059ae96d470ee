// A case file in a workbook: the same rows as its CSV, and what is wrong told in the same words.
import { describe, expect, it } from 'vitest';
import { findingSentence } from '../../../../src/lib/i18n/findings/findings.ts';
import { readCaseFile } from '../../../../src/lib/engines/import/import-file.ts';
import { UnusableInput, type Finding } from '../../../../src/lib/model/findings.ts';
import { parquetFile, xlsxFile, type Grid } from '../../../fixtures/import/containers.ts';
import { collection, square, textFile } from '../../../fixtures/import/files.ts';

const HEADER = 'case_id school_year uai qpv commune level theme family_id visits'.split(' ');
const GOOD = ['C1', '2024-2025', '0590001F', 'QN05930M', 59606, 'elementaire', 'sante', 'F1', 4];
const asCsv = (grid: Grid) => textFile('cas.csv', grid.map((row) => row.join(';')).join('\n'));

async function refusal(source: { name: string; bytes: Uint8Array }): Promise<Finding> {
  const error = await readCaseFile(source).catch((cause: unknown) => cause);
  if (!(error instanceof UnusableInput)) throw new Error('was taken', { cause: error });
  return error.finding;
}

describe('a case file in a workbook', () => {
  it('is read as its CSV is: numbers typed as numbers, empty cells, another order of columns', async () => {
    const grid: Grid = [
      HEADER,
      GOOD,
      ['C2', '2024-2025', '0590001F', null, '59606', 'maternelle', 'sante', 'F2', 0]
    ];
    const turned = grid.map((row) => [...row].reverse());
    const [csv, ...others] = await Promise.all([
      readCaseFile(asCsv(grid)),
      readCaseFile(await xlsxFile(grid)),
      readCaseFile(await xlsxFile(turned)),
      readCaseFile(parquetFile(grid))
    ]);
    expect(csv!.rows).toHaveLength(2);
    expect(csv!.rows[0]).toMatchObject({ case_id: 'C1', commune: '59606', visits: 4 });
    for (const { rows, read } of others) expect([rows, read]).toEqual([csv!.rows, 2]);
  });

  it('has its wrong rows told by their row in the sheet, in French, and the others kept', async () => {
    const grid: Grid = [
      HEADER,
      GOOD,
      ['C2', new Date(Date.UTC(2024, 8, 1)), '0590001F', '', 59606, 'elementaire', 'sante', 'F2', 4],
      ['C3', '2024-2025', '0590001F', '', 59606, 'elementaire', 'sante', 'F3', 2.5],
      GOOD
    ];
    const { rows, findings, read } = await readCaseFile(await xlsxFile(grid));
    expect([rows.length, read]).toEqual([2, 4]);
    expect(findings.map(({ code, row }) => [row, code])).toEqual([
      [3, 'bad-school-year'],
      [4, 'bad-visits'],
      [5, 'duplicate-case']
    ]);
    expect(findingSentence(findings[0]!)).toMatch(/^f\.xlsx, ligne 3, colonne « school_year » : /);
  });

  it('that lacks a column, has no row, or is broken is refused in French, and nothing of it is kept', async () => {
    const without = [HEADER.filter((name) => name !== 'school_year'), GOOD.slice(1)];
    expect(await refusal(await xlsxFile(without))).toMatchObject({
      code: 'missing-column',
      column: 'school_year'
    });
    expect(await refusal(await xlsxFile([HEADER]))).toMatchObject({ code: 'no-row' });
    const { name, bytes } = await xlsxFile([HEADER, GOOD]);
    const cut = await refusal({ name, bytes: bytes.slice(0, bytes.length / 2) });
    expect(findingSentence(cut)).toMatch(/^f\.xlsx : .+\. .+\.$/);
    const drawn = collection('q.geojson', [
      { properties: { code_qp: 'QN05930M' }, geometry: square(3, 50, 1) }
    ]);
    expect(await refusal(drawn)).toMatchObject({ code: 'case-file-drawn' });
  });
});
