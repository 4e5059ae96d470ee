// A territory that starts from the packs that the repository keeps: by the name of its agglomeration, or as its configuration says.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  baseSources,
  readConfig,
  readPack,
  readPreList,
  territoryStart,
  type Config,
  type PackedReference
} from '../../src/lib/engines/territory-builder/index.ts';
import type { ListedPre, PreList, Start } from '../../src/lib/model/packs.ts';
import { packPath, PRE_PATH } from '../../src/lib/model/packs.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import { carrierName } from '../../src/lib/i18n/carriers.ts';
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

/** The configuration of what a territory starts from: absent keys are absent. */
function configOfStart({ siren, departements, name, pre, intervention }: Start): Config {
  const read = readConfig({
    siren,
    ...(name && { name }),
    ...(pre && { pre }),
    base: { departements },
    ...(intervention && { intervention })
  });
  if ('faults' in read) throw new Error(read.faults.join());
  return read.config;
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
  const start = best && territoryStart.epci(best.siren, reference);
  return start
    ? { config: configOfStart(start), name: start.title, others: others.map(({ name }) => name) }
    : null;
}

/** The official list of the PREs, as the repository keeps it. */
export const keptPres = async (reference: PackedReference) =>
  readPreList(new Uint8Array(await readFile(join(KEPT_PACKS, basename(PRE_PATH)))), reference);

/** « Saint-Denis 93 caisse des écoles »: what finds this PRE and no other. */
export const preWords = ({ name, departement, carrier }: ListedPre): string =>
  `${name} ${departement} ${carrierName(carrier)}`;

/** The configuration of a PRE of the list; null where its commune is of no EPCI. */
export function configOfListed(pre: ListedPre, reference: PackedReference): Config | null {
  const start = territoryStart.pre(pre, reference);
  return start && configOfStart(start);
}

/**
 * The configuration of the PRE of a name, « SAINT DENIS » or « Saint-Denis 93 caisse des écoles ».
 * @returns `answers`: the PREs that answer as well as each other, when there is not one; `noEpci`: its commune is of no EPCI
 */
export function configOfPre(
  text: string,
  reference: PackedReference,
  pres: PreList
): { config: Config; pre: ListedPre } | { answers: ListedPre[] } | { noEpci: ListedPre } {
  const { found, alike } = pres.search(text, Infinity, (carrier) => carrierName(carrier));
  const answers = found.slice(0, alike);
  const [pre] = answers;
  // Two bodies of one form may carry a PRE of the same commune: the territory is the same.
  if (!pre || answers.some(({ key }) => key !== pre.key)) return { answers };
  const config = configOfListed(pre, reference);
  return config ? { config, pre } : { noEpci: pre };
}
