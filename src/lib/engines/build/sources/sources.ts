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

export type Sources = {
  [Name in SourceName]: From<FormatRows[(typeof PLACES)[Name]]>[];
} & { counts: SourceCount[]; findings: Finding[] };

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
  findings: []
});

/** Files of each place, in the order in which they are read; those of the base where the configuration names none. */
export function filesOf(
  config: Config,
  base: BaseSources | null = null
): Record<SourceName, readonly string[]> {
  const of = (key: 'annuaire' | 'ips' | 'effectifs') => config.schools.flatMap((one) => one[key] ?? []);
  const { cites, followed, staff, teams, actions, partners, correspondents } = config;
  const own = {
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
  for (const place of SOURCE_NAMES) {
    const rows = own[place].length === 0 ? baseRows(base, place) : [];
    if (rows.length > 0) own[place] = [...new Set(rows.map(({ file }) => file))];
  }
  return own;
}

const SOURCE_NAMES = Object.keys(PLACES) as SourceName[];

const baseRows = (base: BaseSources | null, place: SourceName): readonly From<FormatRows[FormatId]>[] =>
  (base as Partial<Record<SourceName, readonly From<FormatRows[FormatId]>[]>> | null)?.[place] ?? [];

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
  const sources = noSources();
  const own = filesOf(config);
  const count = SOURCE_NAMES.reduce((sum, place) => sum + own[place].length, 0);
  let done = 0;
  for (const place of SOURCE_NAMES) {
    const rows = sources[place] as From<FormatRows[FormatId]>[];
    for (const file of own[place]) {
      tell(file, done++, count);
      const table = await openFile(await open(file));
      const imported = importExpected(table, PLACES[place]);
      sources.counts.push({ file, read: imported.read });
      for (const finding of imported.findings) sources.findings.push(finding);
      for (const row of imported.rows) rows.push({ ...row, file });
    }
    if (own[place].length > 0) continue;
    const read = new Map<string, number>();
    for (const row of baseRows(base, place)) {
      rows.push(row);
      read.set(row.file, (read.get(row.file) ?? 0) + 1);
    }
    for (const [file, number] of read) sources.counts.push({ file, read: number });
  }
  return sources;
}
