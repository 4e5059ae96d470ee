// What the data build leaves beside the tables: what was built, from what, and how to check it.

export const MANIFEST_VERSION = 1;

export interface ManifestTable {
  name: string;
  version: number;
  rows: number;
  bytes: number;
  sha256: string;
}

/** `tables/manifest.json`. */
export interface Manifest {
  version: typeof MANIFEST_VERSION;
  territory: { siren: string; name: string; demonstration: boolean };
  tables: ManifestTable[];
  /** sha256 over all table hashes in order: names the data on paper and in exports. */
  fingerprint: string;
}
