// List of all tables of the site, read by the loader, the data page, exports and tests.
import type { Table } from './table.ts';
import { places } from './places.ts';
import { service } from './service.ts';

export const TABLES: readonly Table[] = [...places, ...service];

export function tableNamed(name: string): Table {
  const table = TABLES.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`no table named ${name} in the catalogue`);
  return table;
}
