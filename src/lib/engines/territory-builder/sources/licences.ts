// Under which licence each file may be published: as configured, as recorded beside it, or unknown and said so.
import type { Finding } from '../../../model/findings.ts';
import type { Config } from './config.ts';
import type { BaseSources, SourceName, SourceNames, SourceRecord } from './sources.ts';

/** Lists of the service: its own, under no licence but its will. */
export const OWN: readonly SourceName[] = [
  'followed',
  'staff',
  'teams',
  'actions',
  'partners',
  'correspondents',
  'milestones',
  'groups',
  'members',
  'availabilities',
  'rooms',
  'sessions'
];

/** What is known of each source by its name: the packs' own, then what was recorded beside the files. */
export function knownRecords(
  records: ReadonlyMap<string, SourceRecord> = new Map(),
  base: BaseSources | null = null
): ReadonlyMap<string, SourceRecord> {
  const packed = Object.entries(base?.vintages ?? {}).map(
    ([file, { source, vintage, licence }]) => [file, { title: source, date: vintage, licence }] as const
  );
  return new Map([...packed, ...records]);
}

/** One note for each official file whose licence nobody has told. */
export function missingLicences(
  config: Config,
  known: ReadonlyMap<string, SourceRecord>,
  files: SourceNames
): Finding[] {
  const official = Object.entries(files).filter(([name]) => !OWN.includes(name as SourceName));
  return [...new Set(official.flatMap(([, names]) => names))]
    .filter((file) => !(file in config.licences) && !known.has(file))
    .map((file) => ({ code: 'licence-missing', severity: 'note', file }));
}
