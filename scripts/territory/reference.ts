// Reads the administrative division from the package @etalab/decoupage-administratif.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  referenceOf,
  type CommuneEntry,
  type EpciEntry,
  type Reference
} from '../../src/lib/engines/build/index.ts';

export async function readReference(): Promise<Reference> {
  const locate = createRequire(import.meta.url);
  const read = async <T>(name: string): Promise<T> =>
    JSON.parse(
      await readFile(locate.resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')
    ) as T;
  const [communes, epcis] = await Promise.all([read<CommuneEntry[]>('communes'), read<EpciEntry[]>('epci')]);
  return referenceOf(communes, epcis);
}
