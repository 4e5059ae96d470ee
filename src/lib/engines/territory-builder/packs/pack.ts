// A pack: what official files say of a département, as the builder takes it, in one small file.
import { type PackSource, PACK_VERSION } from '../../../model/packs.ts';
import type { FormatRows } from '../../import/index.ts';
import type { FormatId } from '../../../model/source-files.ts';
import type { BasePlace, From } from '../sources/sources.ts';
import { writeOutlines, readOutlines, type Grid, type PackedOutlines } from './outlines.ts';
import { readPackedJson } from './packed-json.ts';
import {
  BadColumn,
  readMaybe,
  readNumbers,
  readPlaces,
  readUais,
  writeMaybe,
  writeNumbers,
  writePlaces,
  writeUais
} from './text-columns.ts';
import type { SourceSurface } from '../rows.ts';

/** How a column is written. `choice`: few values, each told by its rank; `tenths` and `whole`: numbers that may be unknown; so may a
 * `maybe-outline`. */
type ColumnKind =
  'text' | 'list' | 'uai' | 'choice' | 'whole' | 'tenths' | 'degrees' | 'outline' | 'maybe-outline';

const TEXT = 'text';

/** Columns of each table, but for those of every row: the line and the file. */
const TABLES = {
  communes: { format: 'communes', columns: { code: TEXT, name: 'text', outline: 'outline' } },
  qpvs: {
    format: 'qpv',
    columns: {
      code: TEXT,
      name: 'text',
      generation: 'choice',
      communeCodes: 'list',
      communeNames: 'list',
      perimeter: 'maybe-outline'
    }
  },
  cites: { format: 'cites-educatives', columns: { ids: 'list', names: 'list', communes: 'list' } },
  annuaire: {
    format: 'annuaire',
    columns: {
      uai: 'uai',
      name: 'text',
      kind: 'choice',
      sector: 'choice',
      commune: 'choice',
      rep: 'choice',
      pupils: 'whole',
      lon: 'degrees',
      lat: 'degrees',
      quality: 'choice'
    }
  },
  ips: {
    format: 'ips',
    columns: {
      year: 'choice',
      uai: 'uai',
      name: 'text',
      kind: 'choice',
      commune: 'choice',
      sector: 'choice',
      pupils: 'whole',
      ips: 'tenths'
    }
  },
  rep: {
    format: 'rep',
    columns: {
      uai: 'uai',
      name: 'text',
      kind: 'choice',
      rep: 'choice',
      network: 'choice',
      departement: 'choice',
      communeName: 'choice'
    }
  },
  positions: {
    format: 'geolocalisation',
    columns: { uai: 'uai', lon: 'degrees', lat: 'degrees', quality: 'choice' }
  },
  effectifs: {
    format: 'effectifs',
    columns: {
      year: 'choice',
      uai: 'uai',
      name: 'text',
      kind: 'choice',
      sector: 'choice',
      rep: 'choice',
      pupils: 'whole',
      departementName: 'choice',
      communeName: 'choice'
    }
  }
} as const satisfies Record<BasePlace, { format: FormatId; columns: Readonly<Record<string, ColumnKind>> }>;

/**
 * What a row has where a pack says nothing: outlines are kept without their populations, which the reference gives; inspectors' districts are
 * read in a directory that the reader gives.
 */
const UNSAID: Partial<Record<BasePlace, LooseRow>> = {
  communes: { population: null, epci: null },
  annuaire: { district: null }
};

export const PACK_PLACES = Object.keys(TABLES) as BasePlace[];
/** Place of a pack that a format fills; undefined for the service's own lists. */
export const placeOf = (format: FormatId): BasePlace | undefined =>
  PACK_PLACES.find((place) => TABLES[place].format === format);

export type PackRows = { [Place in BasePlace]: From<FormatRows[(typeof TABLES)[Place]['format']]>[] };

export interface Pack {
  departement: string;
  sources: PackSource[];
  rows: PackRows;
}

type PackedColumn =
  | string
  | PackedOutlines
  | { values: unknown[]; ranks: string }
  | { known: string; outlines: PackedOutlines };
type PackedTable = Record<string, PackedColumn>;

/** The JSON of a pack. */
export interface PackFile {
  version: number;
  departement: string;
  sources: PackSource[];
  tables: Partial<Record<BasePlace, PackedTable>>;
}

type LooseRow = Record<string, unknown>;

const LINE_END = '\n';
const BETWEEN = '\t';
const cleaned = (text: string) => text.replace(/[\n\t]/g, ' ');

function writeChoice(values: readonly unknown[]): PackedColumn {
  const distinct = [...new Set(values)];
  const ranks = new Map(distinct.map((value, rank) => [value, rank]));
  return { values: distinct, ranks: writeNumbers(values.map((value) => ranks.get(value)!)) };
}

function writeColumn(kind: ColumnKind, values: readonly unknown[], grid: Grid): PackedColumn {
  switch (kind) {
    case 'text':
      return (values as string[]).map(cleaned).join(LINE_END);
    case 'list':
      return (values as string[][]).map((list) => list.map(cleaned).join(BETWEEN)).join(LINE_END);
    case 'uai':
      return writeUais(values as string[]);
    case 'choice':
      return writeChoice(values);
    case 'whole':
      return writeMaybe(values as (number | null)[]);
    case 'tenths':
      return writeMaybe(values as (number | null)[], 10);
    case 'degrees':
      return writePlaces(values as (number | null)[]);
    case 'outline':
      return writeOutlines(values as SourceSurface[], grid);
    case 'maybe-outline':
      return {
        known: writeNumbers(values.map((value) => (value === null ? 0 : 1))),
        outlines: writeOutlines(values.filter((value) => value !== null) as SourceSurface[], grid)
      };
  }
}

function readColumn(kind: ColumnKind, column: PackedColumn | undefined): readonly unknown[] {
  if (kind === 'outline') return readOutlines(column as PackedOutlines);
  if (kind === 'maybe-outline') {
    const { known, outlines } = column as { known: string; outlines: PackedOutlines };
    const drawn = readOutlines(outlines).values();
    return readNumbers(known).map((is) => (is === 0 ? null : (drawn.next().value ?? null)));
  }
  if (kind === 'choice') {
    const { values, ranks } = column as { values: unknown[]; ranks: string };
    return readNumbers(ranks).map((rank) => {
      if (rank >= values.length) throw new BadColumn();
      return values[rank];
    });
  }
  if (typeof column !== 'string') throw new BadColumn();
  switch (kind) {
    case 'text':
      return column.split(LINE_END);
    case 'list':
      return column.split(LINE_END).map((list) => (list === '' ? [] : list.split(BETWEEN)));
    case 'uai':
      return readUais(column);
    case 'whole':
      return readMaybe(column);
    case 'tenths':
      return readMaybe(column, 10);
    case 'degrees':
      return readPlaces(column);
  }
}

const columnsOf = (place: BasePlace) =>
  [['line', 'whole'], ['file', 'choice'], ...Object.entries(TABLES[place].columns)] as [string, ColumnKind][];

function writeTable(place: BasePlace, rows: readonly LooseRow[], grid: Grid): PackedTable {
  return Object.fromEntries(
    columnsOf(place).map(([name, kind]) => [
      name,
      writeColumn(
        kind,
        rows.map((row) => row[name]),
        grid
      )
    ])
  );
}

function readTable(place: BasePlace, table: PackedTable | undefined): LooseRow[] {
  if (!table) return [];
  const columns = columnsOf(place).map(([name, kind]) => [name, readColumn(kind, table[name])] as const);
  const count = columns[0]![1].length;
  if (columns.some(([, values]) => values.length !== count)) throw new BadColumn();
  return Array.from({ length: count }, (_, at) => ({
    ...UNSAID[place],
    ...Object.fromEntries(columns.map(([name, values]) => [name, values[at]]))
  }));
}

/** @param grid of the outlines of communes; QPV, exact, are written to five decimals */
export function writePack({ departement, sources, rows }: Pack, grid: Grid): PackFile {
  const tables = PACK_PLACES.filter((place) => rows[place].length > 0).map((place) => [
    place,
    writeTable(place, rows[place] as unknown as LooseRow[], place === 'communes' ? grid : null)
  ]);
  return {
    version: PACK_VERSION,
    departement,
    sources,
    tables: Object.fromEntries(tables) as PackFile['tables']
  };
}

/**
 * Reads `59.pack`, packed or not.
 * @throws UnusableInput `damaged-pack`, `foreign-pack`
 */
export function readPack(bytes: Uint8Array, name = 'pack.pack'): Pack {
  return readPackedJson(bytes, name, PACK_VERSION, (json) => {
    const { departement, sources, tables } = json as unknown as PackFile;
    const rows = Object.fromEntries(PACK_PLACES.map((place) => [place, readTable(place, tables[place])]));
    return { departement, sources, rows: rows as unknown as PackRows };
  });
}
