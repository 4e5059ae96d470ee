// Every column of the site's tables has a name for its readers; technical names are for the console alone.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FORMATS } from '../../../src/lib/engines/import/format-list.ts';
import { codedColumns } from '../../../src/lib/engines/import/matching/coded-columns.ts';
import { TABLES } from '../../../src/lib/catalogue/tables.ts';
import { columnTitle } from '../../../src/lib/i18n/columns.ts';

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

it('no message is of a column, unit or value that is gone', () => {
  const spelt = (name: string) => name.replace(/[- ]|(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  const columns = TABLES.flatMap((table) =>
    table.columns.flatMap(({ name }) => [name, `${table.name}_${name}`])
  );
  const listed = FORMATS.flatMap(({ id, importer }) =>
    Object.keys(importer.columns).flatMap((column) => [column, `${id} ${column}`])
  );
  const values = FORMATS.flatMap(({ id }) =>
    Object.values(codedColumns(id)).flatMap(({ choices }) => choices)
  );
  const names = new Set([
    ...columns.flatMap((name) => [`column_${name}`, `meaning_${name}`]),
    ...listed.map((name) => `listed_${spelt(name)}`),
    ...values.map((name) => `coded_${spelt(name)}`)
  ]);
  const keys = Object.keys(JSON.parse(readFileSync('messages/columns/fr.json', 'utf8')) as object);
  expect(keys.filter((key) => !/^(?:\$schema|unit_)/.test(key) && !names.has(key))).toEqual([]);
});
