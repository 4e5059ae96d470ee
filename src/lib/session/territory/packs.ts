// The starting data of a territory: the division of the country and the packs of the départements, fetched when they are asked for.
import { readPreList, readReference, type PackedReference } from '../../engines/territory-builder/index.ts';
import type { PreList } from '../../model/packs.ts';
import { PACK_INDEX, packPath, PRE_PATH, REFERENCE_PATH, type PackIndex } from '$lib/model/packs.ts';
import { UnusableInput } from '../../model/findings.ts';

/** The division, read for the page, and as its file for the worker that builds. */
export interface LoadedReference {
  bytes: Uint8Array;
  reference: PackedReference;
}

const refused = (code: string, path: string, cause?: unknown) =>
  new UnusableInput({ code, severity: 'dropped', file: path }, { cause });

/** @throws UnusableInput `missing-pack` where the site has no such file, `unreachable-pack` where the network fails */
async function bytesAt(base: string, path: string, fetcher: typeof fetch): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetcher(`${base}/${path}`);
  } catch (cause) {
    throw refused('unreachable-pack', path, cause);
  }
  if (!response.ok) throw refused('missing-pack', path);
  return new Uint8Array(await response.arrayBuffer());
}

let kept: { base: string; loaded: Promise<LoadedReference> } | null = null;

/**
 * The division of the country, fetched once.
 * @param base address of the site without a final slash
 * @throws UnusableInput `missing-pack`, `unreachable-pack`, `damaged-pack`, `foreign-pack`
 */
export function loadReference(base: string, fetcher: typeof fetch): Promise<LoadedReference> {
  if (kept?.base !== base) {
    const loaded = bytesAt(base, REFERENCE_PATH, fetcher).then((bytes) => ({
      bytes,
      reference: readReference(bytes)
    }));
    kept = { base, loaded };
    loaded.catch(() => (kept = null));
  }
  return kept.loaded;
}

/**
 * The official list of the PREs.
 * @throws UnusableInput `missing-pack`, `unreachable-pack`, `damaged-pack`, `foreign-pack`
 */
export async function loadPreList(
  base: string,
  reference: PackedReference,
  fetcher: typeof fetch
): Promise<PreList> {
  return readPreList(await bytesAt(base, PRE_PATH, fetcher), reference);
}

/**
 * Which packs the site ships, with their sources, years and licences; none where it ships none.
 * @throws UnusableInput `missing-pack`, `unreachable-pack`
 */
export async function loadPackIndex(base: string, fetcher: typeof fetch): Promise<PackIndex> {
  return JSON.parse(new TextDecoder().decode(await bytesAt(base, PACK_INDEX, fetcher))) as PackIndex;
}

/**
 * The packs of some départements, compressed as they are served: `readPack` opens them, in the worker that builds. None of those that the
 * site does not ship: a territory is then made of files alone.
 * @throws UnusableInput `missing-pack` where a file of the list is not there, `unreachable-pack`
 */
export async function loadPacks(
  base: string,
  departements: readonly string[],
  fetcher: typeof fetch
): Promise<Uint8Array[]> {
  const { packs } = await loadPackIndex(base, fetcher);
  const shipped = packs.filter(({ departement }) => departements.includes(departement));
  return Promise.all(shipped.map(({ departement }) => bytesAt(base, packPath(departement), fetcher)));
}
