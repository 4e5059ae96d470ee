// The template and the fictitious file of children have French headers, which the reader of files knows.
import { expect, it } from 'vitest';
import { readCaseFile } from '../../../../src/lib/engines/import/import-file.ts';
import { CASE_HEADERS, exampleFile, templateFile } from '../../../../src/lib/features/data/example-file.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

it('every column of the fictitious file is recognised; only the rows that are wrong on purpose are remarked', async () => {
  const file = exampleFile(smallDashboard, 'parcours-fictifs.csv');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { rows, findings } = await readCaseFile({ name: file.name, bytes });
  expect(rows.length).toBeGreaterThan(400);
  expect(rows.every(({ family_id, visits }) => family_id !== null && visits !== null)).toBe(true);
  expect(findings.filter(({ row }) => row === undefined)).toEqual([]);
});

it('the header of the template has no technical name', async () => {
  const header = (await templateFile('modele.csv').text()).replace('\ufeff', '').trim().split(';');
  expect(header).toEqual(Object.values(CASE_HEADERS));
  expect(header.filter((name) => name.includes('_'))).toEqual([]);
});
