// The administrative division of the country, as the repository keeps it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReference, type PackedReference } from '../../src/lib/engines/territory-builder/index.ts';
import { KEPT_PACKS } from '../packs/ship.ts';

export const keptReference = async (): Promise<PackedReference> =>
  readReference(new Uint8Array(await readFile(join(KEPT_PACKS, 'reference.pack'))));
