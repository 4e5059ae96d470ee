// Reads the files that a configuration names, each by its importer, and keeps the remarks.
import { type Finding, UnusableInput, valueWord } from '../../../model/findings.ts';
import { logoFault } from '../../../model/logo.ts';
import { type FormatRows, importExpected, matchesIn, openFile } from '../../import/index.ts';
import type { FormatId, SourceFile } from '../../../model/source-files.ts';
import type { Config } from './config.ts';
import { withoutDoubles } from './same-identifiers.ts';
import { standingPacks } from './standing-packs.ts';

/** Gives a file by the name that the configuration has for it. @throws UnusableInput missing-file, unreadable-file, file-too-large */
export type OpenSource = (name: string) => Promise<SourceFile>;

/** A row and the file that it comes from. */
export type From<Row> = Row & { file: string };

export interface SourceCount {
  file: string;
  read: number;
}

/** Name in a territory's sources -> format of its files. */
export const PLACES = {
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
  correspondents: 'correspondents',
  milestones: 'milestones',
  groups: 'school-groups',
  members: 'team-members',
  availabilities: 'availabilities',
  rooms: 'rooms',
  sessions: 'sessions',
  calendar: 'school-calendar'
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
  milestones: [],
  groups: [],
  members: [],
  availabilities: [],
  rooms: [],
  sessions: [],
  calendar: [],
  counts: [],
  findings: [],
  files: NO_FILES
});

/** Places of the lists of meetings and sessions, of which a public site has nothing: they are not even read for one. */
const MEETING_LISTS = ['members', 'availabilities', 'rooms', 'sessions'] as const satisfies SourceName[];

/** Files of each place that the configuration names, in the order in which they are read. */
export function filesOf(config: Config): SourceNames {
  const of = (key: 'annuaire' | 'ips' | 'effectifs') => config.schools.flatMap((one) => one[key] ?? []);
  const kept = (list: (typeof MEETING_LISTS)[number]) => (config.profile === 'internal' ? config[list] : []);
  const { cites, followed, staff, teams, actions, partners, correspondents, milestones, groups } = config;
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
    correspondents,
    milestones,
    groups,
    members: kept('members'),
    availabilities: kept('availabilities'),
    rooms: kept('rooms'),
    sessions: kept('sessions'),
    calendar: config.profile === 'internal' ? config.calendar : []
  };
}

const SOURCE_NAMES = Object.keys(PLACES) as SourceName[];

type AnyRow = From<FormatRows[FormatId]>;

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
  const { corrections, kinds } = config;
  const matches = matchesIn(config.intervention, config.matches);
  const count = SOURCE_NAMES.reduce((sum, place) => sum + own[place].length, 0);
  const unread = config.profile === 'internal' ? 0 : MEETING_LISTS.flatMap((list) => config[list]).length;
  if (unread > 0)
    sources.findings.push({ code: 'meetings-internal-only', severity: 'note', found: String(unread) });
  let done = 0;
  /** Schools of the configuration's own annuaire. */
  let directory: Sources['annuaire'] = [];
  for (const place of SOURCE_NAMES) {
    const rows = sources[place] as AnyRow[];
    for (const file of own[place]) {
      tell(file, done++, count);
      const table = await openFile(await open(file), matches);
      const imported = importExpected(table, PLACES[place], { matches, corrections, kinds });
      sources.counts.push({ file, read: imported.read });
      for (const finding of imported.findings) sources.findings.push(finding);
      for (const row of imported.rows) rows.push({ ...row, file });
    }
    const packs = standingPacks(base, place, own[place].length > 0 ? rows : [], directory);
    sources.findings.push(...packs.findings);
    for (const [file, { read, kept }] of packs.files) {
      for (const row of kept) rows.push(row);
      sources.counts.push({ file, read });
      sources.files[place] = [...sources.files[place], file];
    }
    if (place === 'annuaire' && own.annuaire.length > 0) directory = sources.annuaire;
  }
  sources.findings.push(...withoutDoubles(sources, config.both ?? []));
  return sources;
}

/**
 * The service's logo: one small image beside its name, refused when a page could not show it safely.
 *
 * @throws UnusableInput bad-logo when it is too heavy, is no image, or is an image that acts
 */
export function checkLogo(file: string, bytes: Uint8Array): void {
  const fault = logoFault(file, bytes);
  if (fault === null) return;
  const found = valueWord(`logo-${fault}`, fault === 'size' ? Math.round(bytes.length / 1024) : undefined);
  throw new UnusableInput({ code: 'bad-logo', severity: 'dropped', file, found });
}

/** The checked bytes of the logo, as they will be published. */
export async function readLogo(file: string, open: OpenSource): Promise<Uint8Array> {
  const { bytes } = await open(file);
  checkLogo(file, bytes);
  return bytes;
}
