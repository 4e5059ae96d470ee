// The template and the fictitious file of children have French headers, which the reader of files knows.
import { expect, it } from 'vitest';
import { readCaseFile } from '../../../../src/lib/engines/import/import-file.ts';
import {
  CASE_HEADERS,
  DETAIL_HEADERS,
  exampleFile,
  templateFile
} from '../../../../src/lib/features/data/example-file.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

it('every column of the fictitious file is recognised; only the rows that are wrong on purpose are remarked', async () => {
  const file = exampleFile(smallDashboard, 'parcours-fictifs.csv');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { rows, findings } = await readCaseFile({ name: file.name, bytes });
  expect(rows.length).toBeGreaterThan(400);
  expect(rows.every(({ family_id }) => family_id !== null)).toBe(true);
  expect(rows.filter(({ visits }) => visits === null).map(({ case_id }) => case_id)).toEqual(['FICTIF-B']);
  expect(findings.filter(({ row }) => row === undefined)).toEqual([]);
});

it('the header of the template has no technical name', async () => {
  const header = (await templateFile('modele.csv').text()).replace('\ufeff', '').trim().split(';');
  expect(header).toEqual([...Object.values(CASE_HEADERS), ...Object.values(DETAIL_HEADERS)]);
  expect(header.filter((name) => name.includes('_'))).toEqual([]);
});

it('each column of the template is read under its header', async () => {
  const filled = (await templateFile('modele.csv').text()).trim();
  const row =
    'e1;2024-2025;0590001F;;59606;CE1;santé;f1;4;F;2016;école;langage;2;2024-10;2025-03;fin;2025-02-11;oui';
  const bytes = new TextEncoder().encode(`${filled}\n${row}\n`);
  const { rows, findings } = await readCaseFile({ name: 'modele.csv', bytes });
  expect(findings.filter(({ code }) => code !== 'understood')).toEqual([]);
  const { visitDays: _, ...details } = rows[0]!.details!;
  expect(Object.values(details).filter((value) => value === null)).toEqual([]);
});
