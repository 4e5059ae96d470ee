// Where a site keeps its packs, and the list that says which it has.

export const PACK_VERSION = 1;

export const PACK_FOLDER = 'packs';
export const REFERENCE_PATH = `${PACK_FOLDER}/reference.pack`;
/** The official list of the PREs. */
export const PRE_PATH = `${PACK_FOLDER}/pre.pack`;
export const PRE_VERSION = 1;
export const PACK_INDEX = `${PACK_FOLDER}/packs.json`;

/** `59` -> `packs/59.pack` */
export const packPath = (departement: string) => `${PACK_FOLDER}/${departement}.pack`;

/** `packs.json`; a site without packs lists none, and has the reference all the same. */
export interface PackIndex {
  version: number;
  /** Bytes of the reference, compressed, and year of the division that it holds. */
  reference: { bytes: number; vintage: string; source: string; licence: string };
  /** The list of the PREs. */
  pre: { bytes: number; vintage: string; source: string; licence: string };
  packs: { departement: string; bytes: number; communes: number; schools: number }[];
  /** Every source of a pack. */
  sources: PackSource[];
}

/** A file that the pack was made from, as it is told of: `file` is its name in the rows. */
export interface PackSource {
  file: string;
  source: string;
  vintage: string;
  licence: string;
}
