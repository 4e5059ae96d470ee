// The catalogue tells the meaning of each column, and a key that is made of its columns.
import { expect, it } from 'vitest';
import { catalogueInEnglish } from '../../../src/lib/i18n/catalogue-en.ts';
import { meaningOf } from '../../../src/lib/catalogue/meanings.ts';
import { TABLES } from '../../../src/lib/catalogue/tables.ts';

it.each(TABLES.map((table) => [table.name, table] as const))('%s', (name, { columns, key }) => {
  expect(columns.filter((column) => meaningOf(name, column.name) === '')).toEqual([]);
  expect(key.length).toBeGreaterThan(0);
  for (const column of key) expect(columns.map((one) => one.name)).toContain(column);
});

it.each(TABLES.map((table) => [table.name, table] as const))('says %s in English too', (name, table) => {
  const french = [
    ...[table.row, table.source],
    ...table.columns.map((column) => meaningOf(name, column.name)),
    ...table.columns.flatMap(({ unit }) => (unit && /\p{L}{3}/u.test(unit) ? [unit] : []))
  ];
  expect(french.filter((text) => catalogueInEnglish(text) === null)).toEqual([]);
  for (const text of french) expect(catalogueInEnglish(text)).not.toMatch(/[\u00a0\u202f«»]| [:;]/);
});
