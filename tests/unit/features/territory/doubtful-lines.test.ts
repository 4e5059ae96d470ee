// Rows in doubt ask each question once, with what is likely filled in and nothing taken by itself.
import { expect, it } from 'vitest';
import {
  answeredCorrections,
  doubtfulLines
} from '../../../../src/lib/features/territory/checks/doubtful-lines.ts';
import type { DoubtfulCell } from '../../../../src/lib/model/correction.ts';

const near = (...names: string[]) => names.map((name) => ({ value: `uai of ${name}`, name }));
const cell = (row: number, found: string, names: string[] = [], column = 'École'): DoubtfulCell => ({
  file: 'enfants.csv',
  row,
  column,
  found,
  mark: `m${row}`,
  findings: [{ code: 'no-place', severity: 'dropped', ...(names.length > 0 && { near: near(...names) }) }]
});

it('the same words in a column are asked about once, and the answer holds for each of their rows', () => {
  const lines = doubtfulLines([
    cell(2, 'J. Macé'),
    cell(3, 'Zola'),
    cell(4, 'J. Macé'),
    cell(5, 'J. Macé', [], 'Ville')
  ]);
  expect(lines.map(({ cells }) => cells.map(({ row }) => row))).toEqual([[2, 4], [3], [5]]);
  expect(answeredCorrections(lines, { [lines[0]!.key]: ' Jean Macé ' })).toEqual([
    { file: 'enfants.csv', row: 2, column: 'École', found: 'J. Macé', mark: 'm2', value: 'Jean Macé' },
    { file: 'enfants.csv', row: 4, column: 'École', found: 'J. Macé', mark: 'm4', value: 'Jean Macé' }
  ]);
});

it('empty or hidden cells are asked about one by one, and so are whole rows', () => {
  expect(doubtfulLines([cell(2, ''), cell(3, ''), cell(4, 'x', [], ''), cell(5, 'x', [], '')])).toHaveLength(
    4
  );
});

it('one near school is filled in, of two none is; what is emptied is left as it was', () => {
  const lines = doubtfulLines([
    cell(2, 'Lavoisié', ['Lavoisier']),
    cell(3, 'J. Macé', ['Macé mat.', 'Macé élém.'])
  ]);
  expect(lines.map(({ likely }) => likely)).toEqual(['uai of Lavoisier', '']);
  expect(answeredCorrections(lines, {}).map(({ row, value }) => [row, value])).toEqual([
    [2, 'uai of Lavoisier']
  ]);
  expect(answeredCorrections(lines, { [lines[0]!.key]: '' })).toEqual([]);
});
