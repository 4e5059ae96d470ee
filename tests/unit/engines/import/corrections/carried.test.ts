// A correction of a former list holds for a row of the next one where its row is known again, and for no other.
import { expect, it } from 'vitest';
import { carriedCorrections } from '../../../../../src/lib/engines/import/index.ts';
import { rowMark } from '../../../../../src/lib/engines/import/corrections/row-mark.ts';
import { readCsv } from '../../../../../src/lib/engines/import/readers/csv.ts';
import { textFile } from '../../../../fixtures/import/files.ts';

const table = readCsv(
  textFile(
    '2026.csv',
    ['École;Ville;Suivi', 'Zola;Denain;', 'J. Macé;Denain;oui', 'Curie;Denain;?', 'Hugo;Lens;?'].join('\n')
  )
);
const said = (part: object) => ({
  file: '2025.csv',
  row: 9,
  column: 'École',
  found: 'J. Macé',
  value: 'Jean Macé',
  ...part
});
const rows = (...all: Parameters<typeof carriedCorrections>[1]) =>
  carriedCorrections(table, all).map(({ row }) => row);

it('finds the row by its value where one row alone holds it, else by its other cells', () => {
  expect(rows(said({}))).toEqual([3]);
  expect(rows(said({ column: 'Suivi', found: '?', value: 'oui' }))).toEqual([]);
  const mark = rowMark(['Hugo', 'Lens', '?'], 2);
  expect(rows(said({ column: 'Suivi', found: '?', mark, value: 'oui' }))).toEqual([5]);
});

it('leaves out an empty cell of a row that is not the same, a column that is not there, and a cell already corrected', () => {
  expect(rows(said({ column: 'Suivi', found: '', value: 'oui' }))).toEqual([]);
  expect(rows(said({ column: 'Quartier' }))).toEqual([]);
  expect(rows(said({ file: '2026.csv', row: 3 }), said({}))).toEqual([]);
});
