// The tables that an imported file may change, and the changes.
import type { Finding } from '../../../model/findings.ts';
import type { Commune, Qpv } from '../../../model/place.ts';
import type { School } from '../../../model/school.ts';
import type { Action, Correspondent, PartnerCount, Post, SupportTeam } from '../../../model/service.ts';
import type { Surface } from '../geometry/surface.ts';

export interface ReplaceableRows {
  communes: (Commune & { outline: Surface })[];
  qpvs: (Qpv & { perimeter: Surface })[];
  schools: School[];
  support_teams: SupportTeam[];
  staff: Post[];
  actions: Action[];
  partners: PartnerCount[];
  correspondents: Correspondent[];
}
export type ReplaceableTable = keyof ReplaceableRows;

/** Changes of one table, in rows. */
export interface TableEffect {
  table: ReplaceableTable;
  /** Rows with changed values, and the columns changed. */
  updated: number;
  columns: string[];
  added: number;
  removed: number;
  /** Unchanged rows, and among them those that the file confirms. */
  untouched: number;
  same: number;
  /** Rows of the file about other territories, or about schools that this one does not have. */
  elsewhere: number;
}

export interface Replacement {
  rows: ReplaceableRows;
  effects: TableEffect[];
  /** Communes, QPV and schools that the file names, and the codes that they were read as. */
  readings?: Finding[];
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Compares a table before and after, row by row under its key. */
export function effectOf<Row extends object>(
  table: ReplaceableTable,
  {
    before,
    after,
    touched,
    elsewhere
  }: {
    before: readonly Row[];
    after: readonly Row[];
    /** Keys in the file. */
    touched: ReadonlySet<string>;
    elsewhere: number;
  },
  keyOf: (row: Row) => string
): TableEffect {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const kept = new Set(after.map(keyOf));
  const columns = new Set<string>();
  let updated = 0;
  let unchanged = 0;
  for (const row of after) {
    const old = known.get(keyOf(row));
    if (!old) continue;
    const changed = Object.entries(row).filter(
      ([name, value]) => name !== 'source' && !same(value, old[name as keyof Row])
    );
    for (const [name] of changed) columns.add(name);
    if (changed.length === 0 && touched.has(keyOf(row))) unchanged += 1;
    if (changed.length > 0) updated += 1;
  }
  return {
    table,
    updated,
    elsewhere,
    columns: [...columns],
    added: after.filter((row) => !known.has(keyOf(row))).length,
    removed: before.filter((row) => !kept.has(keyOf(row))).length,
    untouched: before.filter((row) => kept.has(keyOf(row))).length - updated,
    same: unchanged
  };
}
