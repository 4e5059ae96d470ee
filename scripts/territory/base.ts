// A territory that starts from the packs that the repository keeps: by the name of its agglomeration, or as its configuration says.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  baseSources,
  readConfig,
  readPack,
  type Config,
  type PackedReference
} from '../../src/lib/engines/territory-builder/index.ts';
import { packPath } from '../../src/lib/model/packs.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import { KEPT_PACKS } from '../packs/ship.ts';

async function keptPack(departement: string) {
  const name = basename(packPath(departement));
  try {
    return readPack(new Uint8Array(await readFile(join(KEPT_PACKS, name))), name);
  } catch (cause) {
    if (cause instanceof UnusableInput) throw cause;
    throw new UnusableInput({ code: 'missing-pack', severity: 'dropped', file: name }, { cause });
  }
}

/**
 * What the packs of a configuration's départements give; null where it names none.
 * @throws UnusableInput `missing-pack`, `damaged-pack`, `foreign-pack`
 */
export async function keptBase(
  { base, siren }: Config,
  reference: PackedReference
): Promise<ReturnType<typeof baseSources> | null> {
  if (!base) return null;
  return baseSources(await Promise.all(base.departements.map(keptPack)), reference, siren);
}

/**
 * The configuration of the agglomeration that answers best to a name, a SIREN or one of its communes, and the names of the others that do.
 * null when none does.
 */
export function configNamed(
  text: string,
  reference: PackedReference
): { config: Config; name: string; others: string[] } | null {
  const [best, ...others] = reference.search(text);
  if (!best) return null;
  const read = readConfig({
    siren: best.siren,
    base: { departements: reference.departementsOf(best.siren) }
  });
  if ('faults' in read) throw new Error(read.faults.join());
  return { config: read.config, name: best.name, others: others.map(({ name }) => name) };
}
