// The catalogue tells the meaning of each column, and a key that is made of its columns.
import { expect, it } from 'vitest';
import { meaningOf } from '../../../src/lib/catalogue/meanings.ts';
import { TABLES } from '../../../src/lib/catalogue/tables.ts';

it.each(TABLES.map((table) => [table.name, table] as const))('%s', (name, { columns, key }) => {
  expect(columns.filter((column) => meaningOf(name, column.name) === '')).toEqual([]);
  expect(key.length).toBeGreaterThan(0);
  for (const column of key) expect(columns.map((one) => one.name)).toContain(column);
});
