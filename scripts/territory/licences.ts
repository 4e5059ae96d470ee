// Under which licence each file may be published: as configured, as recorded by `npm run fetch`, or unknown and said so.
import type { Finding } from '../../src/lib/model/findings.ts';
import { readRecord, type FetchedFile } from '../fetch/record.ts';
import type { Config } from './config.ts';
import { filesOf, type SourceName } from './sources.ts';

/** Lists of the service: its own, under no licence but its will. */
export const OWN: readonly SourceName[] = [
  'followed',
  'staff',
  'teams',
  'actions',
  'partners',
  'correspondents'
];

/** What is known of the downloaded files of a folder, by their name; nothing where none was downloaded. */
export async function fetchedFiles(folder: string): Promise<ReadonlyMap<string, FetchedFile>> {
  return new Map((await readRecord(folder)).map((entry) => [entry.file, entry]));
}

/** One note for each official file whose licence nobody has told. */
export async function missingLicences(config: Config, folder: string): Promise<Finding[]> {
  const known = await fetchedFiles(folder);
  const files = Object.entries(filesOf(config)).filter(([name]) => !OWN.includes(name as SourceName));
  return [...new Set(files.flatMap(([, names]) => names))]
    .filter((file) => !(file in config.licences) && !known.has(file))
    .map((file) => ({ code: 'licence-missing', severity: 'note', file }));
}
