// Where a site keeps its packs, and the list that says which it has.
import type { Carrier, Pre } from './place.ts';

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

/** A row of the list, its commune found. */
export interface PreRow {
  /** Name of the list, without the words of the post office. */
  listed: string;
  carrier: Carrier;
  /** Today's code of its commune, or of the one where its carrier sits. */
  commune: string;
  /** Codes of the communes where it is proposed to intervene. */
  communes: readonly string[];
}

/** A PRE that one may choose. */
export interface ListedPre extends Pre {
  /** Commune and carrier: what an address holds. */
  key: string;
  departement: string;
  /** EPCI of its commune; null where there is none, and no territory can be made. */
  siren: string | null;
  communes: readonly string[];
}

export interface PreList {
  readonly all: readonly ListedPre[];
  readonly vintage: string;
  readonly source: string;
  readonly licence: string;
  /** The first of that key; undefined when the list has none. */
  keyed(key: string): ListedPre | undefined;
  /**
   * PREs by the name of the list, of their commune or of their EPCI, then by their département and what is said of their carrier; best first.
   * `alike`: how many of the first answer as well as the first.
   * @param words said of a carrier, in the language of who searches
   */
  search(
    text: string,
    limit?: number,
    words?: (carrier: Carrier) => string
  ): { found: ListedPre[]; alike: number };
}

export interface Start {
  siren: string;
  /** Those whose packs hold it. */
  departements: readonly string[];
  /** What it is called while it is chosen. */
  title: string;
  /** Name of the territory; '' for that of its EPCI. */
  name: string;
  pre: Pre | null;
  /** Communes where it is proposed to intervene; null: where there is a priority neighbourhood. */
  intervention: readonly string[] | null;
  /** What a link holds of it: « pre=59392-ccas ». */
  link?: string;
}

/** What a row of a list says of where it is. */
export interface PlaceMention {
  /** Code of a school; null where the row has none. */
  uai: string | null;
  /** Codes or names, as written, of what may be communes. */
  communes: readonly string[];
}
