// Content of the manifest of the data build: tables, sources, hashes.

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
  /** sha256 over all table hashes in order: identifies the data in print and in exports. */
  fingerprint: string;
}
