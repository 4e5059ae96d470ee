// The rows of each table of the catalogue, as the catalogue names and types them.
import type { Column, Table } from '../../../catalogue/table.ts';
import { TABLES } from '../../../catalogue/tables.ts';
import { toWkb } from '../../../algorithms/wkb.ts';
import type { SourceSurface, TerritoryRows } from '../rows.ts';

export type TableCell = string | number | boolean | Uint8Array | null;

export interface FilledTable {
  table: Table;
  /** Cells by column, in the catalogue's order. */
  columns: { column: Column; cells: TableCell[] }[];
  rows: number;
}

function sources(rows: TerritoryRows): Record<string, readonly object[]> {
  return {
    communes: rows.communes,
    qpvs: rows.qpvs,
    schools: rows.schools,
    pathways_cube: rows.release?.cells ?? [],
    demand: rows.demand,
    service_years: rows.serviceYears,
    support_teams: rows.teams,
    staff: rows.staff,
    assignment: rows.assignment,
    actions: rows.actions,
    partners: rows.partners,
    correspondents: rows.correspondents
  };
}

function cell(table: Table, column: Column, value: unknown): TableCell {
  const refuse = (why: string): never => {
    throw new Error(`table ${table.name}, column ${column.name}: ${why}, found ${JSON.stringify(value)}`);
  };
  if (value === null || value === undefined) return column.nullable ? null : refuse('a value is needed');
  switch (column.type) {
    case 'text':
    case 'code':
      return typeof value === 'string' ? value : refuse('text expected');
    case 'int':
      return Number.isInteger(value) ? (value as number) : refuse('whole number expected');
    case 'float':
      return Number.isFinite(value) ? (value as number) : refuse('number expected');
    case 'bool':
      return typeof value === 'boolean' ? value : refuse('true or false expected');
    case 'wkb':
      return toWkb(value as SourceSurface);
    case 'list':
    case 'json':
      return JSON.stringify(value);
  }
}

/** Every table that this territory may publish: all of them for the demonstration, else those that are not internal. */
export function fillTables(rows: TerritoryRows): FilledTable[] {
  const given = sources(rows);
  return TABLES.filter(({ internal }) => !internal || rows.territory.demonstration).map((table) => {
    const source = given[table.name];
    if (!source) throw new Error(`nothing fills the table ${table.name} of the catalogue`);
    const columns = table.columns.map((column) => ({
      column,
      cells: source.map((row) => cell(table, column, (row as Record<string, unknown>)[column.name]))
    }));
    return { table, columns, rows: source.length };
  });
}
