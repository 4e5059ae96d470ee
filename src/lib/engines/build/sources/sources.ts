// Reads the files that a configuration names, each by its importer, and keeps the remarks.
import type { Finding } from '../../../model/findings.ts';
import {
  type FormatId,
  type FormatRows,
  importExpected,
  openFile,
  type SourceFile
} from '../../import/index.ts';
import type { Config } from './config.ts';

/** Gives a file by the name that the configuration has for it. @throws UnusableInput missing-file, unreadable-file, file-too-large */
export type OpenSource = (name: string) => Promise<SourceFile>;

/** A row and the file that it comes from. */
export type From<Row> = Row & { file: string };

export interface SourceCount {
  file: string;
  read: number;
}

/** Name in a territory's sources -> format of its files. */
const PLACES = {
  communes: 'communes',
  qpvs: 'qpv',
  cites: 'cites-educatives',
  annuaire: 'annuaire',
  ips: 'ips',
  effectifs: 'effectifs',
  rep: 'rep',
  positions: 'geolocalisation',
  followed: 'followed-schools',
  staff: 'staff',
  teams: 'teams',
  actions: 'actions',
  partners: 'partners',
  correspondents: 'correspondents'
} as const satisfies Record<string, FormatId>;
export type SourceName = keyof typeof PLACES;

/** Names of the files of each place. */
export type SourceNames = Record<SourceName, readonly string[]>;

export type Sources = {
  [Name in SourceName]: From<FormatRows[(typeof PLACES)[Name]]>[];
} & {
  counts: SourceCount[];
  findings: Finding[];
  /** Every file read, those of the packs included. */
  files: SourceNames;
};

/** What is known of a file beside its content. */
export interface SourceRecord {
  title: string;
  /** Vintage. */
  date: string;
  licence: string;
}

/** Places of the sources that a pack may fill. */
export type BasePlace =
  'communes' | 'qpvs' | 'cites' | 'annuaire' | 'ips' | 'rep' | 'positions' | 'effectifs';

/** Rows of the packs, where no file of the configuration takes their place; each row's `file` is the name of the pack's source. */
export type BaseSources = Partial<Pick<Sources, BasePlace>> & {
  /** By the name of the pack's source. */
  vintages: Record<string, { source: string; vintage: string; licence: string }>;
};

const NO_FILES = Object.fromEntries(
  Object.keys(PLACES).map((place) => [place, []])
) as unknown as SourceNames;

/** Nothing read yet. */
export const noSources = (): Sources => ({
  communes: [],
  qpvs: [],
  cites: [],
  annuaire: [],
  ips: [],
  effectifs: [],
  rep: [],
  positions: [],
  followed: [],
  staff: [],
  teams: [],
  actions: [],
  partners: [],
  correspondents: [],
  counts: [],
  findings: [],
  files: NO_FILES
});

/** Files of each place that the configuration names, in the order in which they are read. */
export function filesOf(config: Config): SourceNames {
  const of = (key: 'annuaire' | 'ips' | 'effectifs') => config.schools.flatMap((one) => one[key] ?? []);
  const { cites, followed, staff, teams, actions, partners, correspondents } = config;
  return {
    communes: config.communes ? [config.communes.file] : [],
    qpvs: config.qpvs,
    cites,
    annuaire: of('annuaire'),
    ips: of('ips'),
    effectifs: of('effectifs'),
    rep: config.rep,
    positions: config.positions,
    followed,
    staff,
    teams,
    actions,
    partners,
    correspondents
  };
}

const SOURCE_NAMES = Object.keys(PLACES) as SourceName[];

type AnyRow = From<FormatRows[FormatId]>;

/** What a row speaks of: a school, a place. */
function subjectOf(row: AnyRow): string {
  if ('uai' in row && typeof row.uai === 'string') return row.uai;
  return 'code' in row ? row.code : '';
}

/** Lists of one subject a row, of which the packs may hold several: écoles and collèges. A perimeter's name changes with its generation. */
const BY_FILE: readonly SourceName[] = ['communes', 'ips', 'rep', 'positions', 'effectifs', 'annuaire'];

/**
 * Rows of the packs that stand beside those of the configuration's files, by the name of their source. A source of the packs gives way to
 * files that speak of one at least of its schools or communes: a new list of écoles leaves the packs' list of collèges where it is.
 */
function standing(
  base: BaseSources | null,
  place: SourceName,
  own: readonly AnyRow[]
): Map<string, AnyRow[]> {
  const rows = (base as Partial<Record<SourceName, readonly AnyRow[]>> | null)?.[place] ?? [];
  const files = new Map<string, AnyRow[]>();
  if (own.length > 0 && !BY_FILE.includes(place)) return files;
  const known = new Set(own.map(subjectOf));
  for (const row of rows) {
    const list = files.get(row.file);
    if (list) list.push(row);
    else files.set(row.file, [row]);
  }
  for (const [file, list] of files) if (list.some((row) => known.has(subjectOf(row)))) files.delete(file);
  return files;
}

/**
 * Reads every file, in the order of the configuration; what no file gives comes from the base.
 * @param tell called before each file
 * @throws UnusableInput at the first file that is missing, of no use, or another than its place expects
 */
export async function readSources(
  config: Config,
  open: OpenSource,
  base: BaseSources | null = null,
  tell: (file: string, done: number, of: number) => void = () => undefined
): Promise<Sources> {
  const own = filesOf(config);
  const sources = { ...noSources(), files: { ...own } };
  const { matches, corrections } = config;
  const count = SOURCE_NAMES.reduce((sum, place) => sum + own[place].length, 0);
  let done = 0;
  for (const place of SOURCE_NAMES) {
    const rows = sources[place] as AnyRow[];
    for (const file of own[place]) {
      tell(file, done++, count);
      const table = await openFile(await open(file), matches);
      const imported = importExpected(table, PLACES[place], { matches, corrections });
      sources.counts.push({ file, read: imported.read });
      for (const finding of imported.findings) sources.findings.push(finding);
      for (const row of imported.rows) rows.push({ ...row, file });
    }
    for (const [file, packed] of standing(base, place, rows)) {
      for (const row of packed) rows.push(row);
      sources.counts.push({ file, read: packed.length });
      sources.files[place] = [...sources.files[place], file];
    }
  }
  return sources;
}
