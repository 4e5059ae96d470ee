// Reads the files that a configuration names, each by its importer, and keeps the remarks.
import type { Finding } from '../../src/lib/model/findings.ts';
import {
  type FormatId,
  type FormatRows,
  importExpected,
  openFile
} from '../../src/lib/engines/import/index.ts';
import type { Config } from './config.ts';
import { openSource } from './open-source.ts';

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

/** Files of each place, in the order in which they are read. */
export function filesOf(config: Config): Record<SourceName, readonly string[]> {
  const of = (key: 'annuaire' | 'ips' | 'effectifs') =>
    config.schools.flatMap((one) => (key in one ? (one as Record<string, string>)[key]! : []));
  const { cites, followed, staff, teams, actions, partners, correspondents } = config;
  return {
    communes: [config.communes.file],
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

/**
 * Reads every file, in the order of the configuration.
 * @throws UnusableInput at the first file that is missing, of no use, or another than its place expects
 */
export async function readSources(config: Config, folder: string): Promise<Sources> {
  const sources = noSources();
  const files = filesOf(config);
  for (const place of Object.keys(PLACES) as SourceName[]) {
    for (const file of files[place]) {
      const table = await openFile(await openSource(folder, file));
      const imported = importExpected(table, PLACES[place]);
      sources.counts.push({ file, read: imported.read });
      for (const finding of imported.findings) sources.findings.push(finding);
      const rows = sources[place] as From<FormatRows[FormatId]>[];
      for (const row of imported.rows) rows.push({ ...row, file });
    }
  }
  return sources;
}
