// The catalogue tells the meaning of each column and row in both languages, and a key that is made of its columns.
import { afterEach, expect, it } from 'vitest';
import { rowWords, catalogueSource } from '../../../src/lib/i18n/catalogue-words.ts';
import { columnMeaning, unitWords } from '../../../src/lib/i18n/columns.ts';
import { setLocale } from '../../../src/lib/i18n/paraglide/runtime.js';
import { TABLES } from '../../../src/lib/catalogue/tables.ts';

afterEach(() => setLocale('fr', { reload: false }));

it.each(TABLES.map((table) => [table.name, table] as const))('%s', (name, { columns, key }) => {
  expect(columns.filter((column) => columnMeaning(name, column.name) === '')).toEqual([]);
  expect(key.length).toBeGreaterThan(0);
  for (const column of key) expect(columns.map((one) => one.name)).toContain(column);
});

it.each(TABLES.map((table) => [table.name, table] as const))('says %s in English too', (name, table) => {
  const units = table.columns.flatMap(({ unit }) => (unit && /\p{L}{3}/u.test(unit) ? [unit] : []));
  const said = () => [
    ...[rowWords(name), catalogueSource(table.source).text],
    ...table.columns.map((column) => columnMeaning(name, column.name)),
    ...units.map(unitWords)
  ];
  const french = said();
  setLocale('en', { reload: false });
  const english = said();
  expect(catalogueSource(table.source).lang).toBeUndefined();
  expect(english).not.toEqual(french);
  for (const text of english) expect(text).not.toMatch(/[\u00a0\u202f«»]| [:;]/);
});
