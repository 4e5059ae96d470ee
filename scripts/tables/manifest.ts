// `tables/manifest.json`: what was built, and the hashes to check it by.
import { createHash } from 'node:crypto';
import { MANIFEST_VERSION, type Manifest, type ManifestTable } from '../../src/lib/catalogue/manifest.ts';
import type { Territory } from '../../src/lib/model/place.ts';
import type { FilledTable } from './table-rows.ts';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

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
