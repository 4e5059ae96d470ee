// Puts the rows of an imported file into the territory's tables: which rows change, are added, removed or stay.
import type { FormatId, FormatRows } from '../format-list.ts';
import type { Finding } from '../../../model/findings.ts';
import { notedNames, placeNames, type PlaceNames } from '../place-names.ts';
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

/** A list of the service replaces the whole table, unless every row of it is about communes outside the territory: those are left out. */
function whole<Table extends 'support_teams' | 'staff' | 'actions' | 'partners' | 'correspondents'>(
  rows: ReplaceableRows,
  table: Table,
  kept: ReplaceableRows[Table],
  elsewhere: number
): Replacement {
  const after = kept.length === 0 && elsewhere > 0 ? rows[table] : kept;
  const key = (row: object) => {
    const { id, category, commune } = row as { id?: string; category?: string; commune?: string };
    return id ?? `${category ?? ''} ${commune ?? ''}`;
  };
  const change = {
    before: rows[table] as object[],
    after: after as object[],
    touched: new Set(kept.map(key)),
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
  const readings: Finding[] = [];
  const places = notedNames(placeNames(rows), (reading) =>
    readings.push({ code: 'understood', severity: 'note', file: source, ...reading })
  );
  const strange = new Set<string>();
  const asked: PlaceNames = {
    ...places,
    qpv(text, commune) {
      const code = places.qpv(text, commune);
      if (code === null && !strange.has(text)) {
        strange.add(text);
        readings.push({ code: 'unknown-qpv', severity: 'doubtful', file: source, found: text });
      }
      return code;
    }
  };
  const replacement = replacedBy(rows, format, given, source, asked);
  return readings.length > 0 ? { ...replacement, readings } : replacement;
}

function replacedBy<Format extends ReplaceableFormat>(
  rows: ReplaceableRows,
  format: Format,
  given: readonly FormatRows[Format][],
  source: string,
  places: PlaceNames
): Replacement {
  const towns = new Map(rows.communes.map((commune) => [commune.code, commune]));
  /** Rows whose commune, by code or name, is of the territory. */
  const placed = <Row extends { commune: string }>(all: readonly Row[]): Row[] =>
    all.flatMap((row) => {
      const commune = places.commune(row.commune);
      return commune === null ? [] : [{ ...row, commune }];
    });
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
      return replaceFollowed(rows, as<'followed-schools'>(), source, places);
    case 'qpv':
      return replaceQpvs(rows, as<'qpv'>(), source);
    case 'communes':
      return replaceCommunes(rows, as<'communes'>(), source);
    case 'cites-educatives':
      return replaceCites(rows, as<'cites-educatives'>(), source);
    case 'teams': {
      const teams = placed(without(as<'teams'>())).map((team) => ({
        ...team,
        qpv: team.qpv === null ? null : places.qpv(team.qpv, team.commune),
        ...OFFICIAL
      }));
      return whole(rows, 'support_teams', teams, given.length - teams.length);
    }
    case 'staff': {
      const staff = without(as<'staff'>()).flatMap((post) => {
        const town = towns.get(places.commune(post.base_commune) ?? '');
        if (!town) return [];
        const base = { base_commune: town.code, base_lon: post.base_lon ?? town.town_lon };
        return [{ ...post, ...base, base_lat: post.base_lat ?? town.town_lat, ...OFFICIAL }];
      });
      return whole(rows, 'staff', staff, given.length - staff.length);
    }
    case 'actions': {
      const all = rows.communes.map(({ code }) => code);
      const actions = without(as<'actions'>()).flatMap(({ everywhere, ...action }) => {
        const here = action.communes.flatMap((written) => places.commune(written) ?? []);
        const elsewhere = action.communes.length > 0 && here.length === 0;
        return elsewhere ? [] : [{ ...action, communes: everywhere ? all : here, ...OFFICIAL }];
      });
      return whole(rows, 'actions', actions, given.length - actions.length);
    }
    case 'partners': {
      const here = placed(without(as<'partners'>()));
      return whole(
        rows,
        'partners',
        here.map((row) => ({ ...row, ...OFFICIAL })),
        given.length - here.length
      );
    }
    case 'correspondents': {
      const here = placed(without(as<'correspondents'>()));
      const contacts = here.map((row) => ({ ...row, ...OFFICIAL }));
      return whole(rows, 'correspondents', contacts, given.length - here.length);
    }
  }
}

/** Whether the file says anything about this territory. */
export const saysSomething = ({ effects }: Replacement): boolean =>
  effects.some(({ updated, added, removed }) => updated + added + removed > 0);
