// Puts the rows of an imported file into the territory's tables: which rows change, are added, removed or stay.
import type { FormatId, FormatRows } from '../format-list.ts';
import { replaceCites, replaceCommunes, replaceQpvs } from './places.ts';
import { effectOf, type ReplaceableRows, type ReplaceableTable, type Replacement } from './rows.ts';
import {
  replaceAnnuaire,
  replaceFollowed,
  replaceIps,
  replacePositions,
  replacePupils,
  replaceRep
} from './schools.ts';

/** Formats whose rows replace those of a table of the site. */
export type ReplaceableFormat = Exclude<FormatId, 'cases' | 'travel-times'>;
export const isReplaceable = (format: FormatId): format is ReplaceableFormat =>
  format !== 'cases' && format !== 'travel-times';

/** A list of the service replaces the whole table; rows about communes outside the territory are left out. */
function whole<Table extends 'support_teams' | 'staff' | 'actions' | 'partners' | 'correspondents'>(
  rows: ReplaceableRows,
  table: Table,
  after: ReplaceableRows[Table],
  elsewhere: number
): Replacement {
  const key = (row: object) => {
    const { id, category, commune } = row as { id?: string; category?: string; commune?: string };
    return id ?? `${category ?? ''} ${commune ?? ''}`;
  };
  const change = {
    before: rows[table] as object[],
    after: after as object[],
    touched: new Set(after.map(key)),
    elsewhere
  };
  return { rows: { ...rows, [table]: after }, effects: [effectOf(table as ReplaceableTable, change, key)] };
}

const OFFICIAL = { quality: 'official' } as const;

function without<Row extends { line: number }>(rows: readonly Row[]): Omit<Row, 'line'>[] {
  return rows.map(({ line: _line, ...row }) => row);
}

/**
 * @param rows the tables as they stand
 * @param given imported rows of the file
 * @param source `source` of the rows that the file changes: « annuaire.csv »
 */
export function replaceRows<Format extends ReplaceableFormat>(
  rows: ReplaceableRows,
  format: Format,
  given: readonly FormatRows[Format][],
  source: string
): Replacement {
  const towns = new Map(rows.communes.map((commune) => [commune.code, commune]));
  const as = <Id extends FormatId>(): readonly FormatRows[Id][] =>
    given as readonly unknown[] as FormatRows[Id][];
  switch (format as ReplaceableFormat) {
    case 'annuaire':
      return replaceAnnuaire(rows, as<'annuaire'>(), source);
    case 'geolocalisation':
      return replacePositions(rows, as<'geolocalisation'>(), source);
    case 'effectifs':
      return replacePupils(rows, as<'effectifs'>(), source);
    case 'ips':
      return replaceIps(rows, as<'ips'>(), source);
    case 'rep':
      return replaceRep(rows, as<'rep'>(), source);
    case 'followed-schools':
      return replaceFollowed(rows, as<'followed-schools'>(), source);
    case 'qpv':
      return replaceQpvs(rows, as<'qpv'>(), source);
    case 'communes':
      return replaceCommunes(rows, as<'communes'>(), source);
    case 'cites-educatives':
      return replaceCites(rows, as<'cites-educatives'>(), source);
    case 'teams': {
      const here = without(as<'teams'>()).filter(({ commune }) => towns.has(commune));
      const teams = here.map((team) => ({ ...team, ...OFFICIAL }));
      return whole(rows, 'support_teams', teams, given.length - teams.length);
    }
    case 'staff': {
      const staff = without(as<'staff'>()).flatMap((post) => {
        const town = towns.get(post.base_commune);
        const lon = post.base_lon ?? town?.town_lon;
        const lat = post.base_lat ?? town?.town_lat;
        return lon === undefined || lat === undefined
          ? []
          : [{ ...post, base_lon: lon, base_lat: lat, ...OFFICIAL }];
      });
      return whole(rows, 'staff', staff, given.length - staff.length);
    }
    case 'actions': {
      const actions = without(as<'actions'>()).map((action) => ({ ...action, ...OFFICIAL }));
      return whole(rows, 'actions', actions, 0);
    }
    case 'partners': {
      const here = without(as<'partners'>()).filter(({ commune }) => towns.has(commune));
      return whole(
        rows,
        'partners',
        here.map((row) => ({ ...row, ...OFFICIAL })),
        given.length - here.length
      );
    }
    case 'correspondents': {
      const here = without(as<'correspondents'>()).filter(({ commune }) => towns.has(commune));
      const contacts = here.map((row) => ({ ...row, ...OFFICIAL }));
      return whole(rows, 'correspondents', contacts, given.length - here.length);
    }
  }
}

/** Whether the file says anything about this territory. */
export const saysSomething = ({ effects }: Replacement): boolean =>
  effects.some(({ updated, added, removed }) => updated + added + removed > 0);
