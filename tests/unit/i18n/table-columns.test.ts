// Every column of the site's tables has a name for its readers; technical names are for the console alone.
import { expect, it } from 'vitest';
import { TABLES } from '../../../src/lib/catalogue/tables.ts';
import { columnTitle } from '../../../src/lib/i18n/table-columns.ts';

/** The same word in both. */
const SAME = new Set([
  'code',
  'commune',
  'communes',
  'population',
  'source',
  'longitude',
  'latitude',
  'base'
]);

it('each column has a French name', () => {
  const bare = TABLES.flatMap(({ name: table, columns }) =>
    columns
      .filter(({ name }) => columnTitle(name) === name && !SAME.has(name))
      .map(({ name }) => `${table}.${name}`)
  );
  expect(bare).toEqual([]);
  const titles = TABLES.flatMap(({ columns }) => columns.map(({ name }) => columnTitle(name)));
  expect(titles.filter((title) => title.includes('_'))).toEqual([]);
});
