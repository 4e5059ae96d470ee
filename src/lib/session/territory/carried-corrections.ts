// Corrections made on a list that hold for another one of the folder: offered for each list, taken by the reader alone.
import type { Correction } from '$lib/model/correction.ts';
import type { ConfigReading } from './project-config.ts';
import { isTable, type ProjectFile } from './project-file.ts';
import type { ProjectTools } from './project-types.ts';

export interface CarriedCorrections {
  file: string;
  /** Lists on which they were made, some of which the folder has no more. */
  from: readonly string[];
  corrections: readonly Correction[];
  /** Corrections made on those lists: some may have no row in this one. */
  of: number;
}

/** What each list of a service could take of the corrections of others of its kind, or of lists that are gone; none where the reader has answered. */
export async function carriedOver(
  carried: ProjectTools['carried'],
  files: readonly ProjectFile[],
  reading: ConfigReading
): Promise<CarriedCorrections[]> {
  const kinds = new Map(files.map(({ name, kind }) => [name, kind]));
  const offers: CarriedCorrections[] = [];
  for (const { name, kind, content, state, uncarried } of files) {
    if (!content || uncarried || !isTable(kind) || (state !== 'used' && state !== 'outside')) continue;
    const own = reading.corrections.filter(({ file }) => file === name);
    const others = reading.corrections.filter(
      ({ file }) => file !== name && (kinds.get(file) ?? kind) === kind
    );
    if (others.length === 0) continue;
    const corrections = await carried(content, name, [...own, ...others], reading);
    if (corrections.length === 0) continue;
    const from = [...new Set(others.map(({ file }) => file))];
    offers.push({ file: name, from, corrections, of: others.length });
  }
  return offers;
}
