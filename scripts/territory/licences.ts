// Under which licence each file may be published: as configured, as recorded by `npm run fetch`, or unknown and said so.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../src/lib/model/findings.ts';
import type { Config } from './config.ts';
import { filesOf, type SourceName } from './sources.ts';

/** Beside the downloaded files, what `npm run fetch` knows of them. */
export const FETCHED = 'fetched.local.json';

/** Lists of the service: its own, under no licence but its will. */
const OWN: readonly SourceName[] = ['followed', 'staff', 'teams', 'actions', 'partners', 'correspondents'];

async function recorded(folder: string): Promise<ReadonlySet<string>> {
  try {
    const { files } = JSON.parse(await readFile(join(folder, FETCHED), 'utf8')) as {
      files: { file: string; licence?: string }[];
    };
    return new Set(files.filter(({ licence }) => licence).map(({ file }) => file));
  } catch (cause) {
    if (cause instanceof SyntaxError || (cause instanceof Error && 'code' in cause)) return new Set();
    throw cause;
  }
}

/** One note for each official file whose licence nobody has told. */
export async function missingLicences(config: Config, folder: string): Promise<Finding[]> {
  const known = await recorded(folder);
  const files = Object.entries(filesOf(config)).filter(([name]) => !OWN.includes(name as SourceName));
  return [...new Set(files.flatMap(([, names]) => names))]
    .filter((file) => !(file in config.licences) && !known.has(file))
    .map((file) => ({ code: 'licence-missing', severity: 'note', file }));
}
