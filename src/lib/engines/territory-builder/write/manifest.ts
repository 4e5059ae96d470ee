// `tables/manifest.json`: what was built, and the hashes to check it by.
import { MANIFEST_VERSION, type Manifest, type ManifestTable } from '../../../catalogue/manifest.ts';
import type { Territory } from '../../../model/place.ts';
import { sha256 } from '../../../algorithms/sha256.ts';
import type { FilledTable } from './table-rows.ts';

export function manifestTable({ table, rows }: FilledTable, bytes: Uint8Array): ManifestTable {
  return { name: table.name, version: table.version, rows, bytes: bytes.byteLength, sha256: sha256(bytes) };
}

export function toManifest({ siren, name, demonstration }: Territory, tables: ManifestTable[]): Manifest {
  return {
    version: MANIFEST_VERSION,
    territory: { siren, name, demonstration },
    tables,
    fingerprint: sha256(tables.map((table) => table.sha256).join('\n'))
  };
}
