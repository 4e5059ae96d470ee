// Reads and validates the manifest of the data build, before anything else.
import { MANIFEST_VERSION, type Manifest, type ManifestTable } from '../catalogue/manifest.ts';
import { isRecord } from '../model/documents/json.ts';
import { readBytes, type ByteOptions } from './read-bytes.ts';
import { TableError } from './table-error.ts';

/** Throws a TableError whose code begins with `manifest-`, or the signal's reason. */
export async function readManifest(base: string, options: ByteOptions): Promise<Manifest> {
  const bytes = await readBytes(`${base}/tables/manifest.json`, options).catch((cause: unknown) => {
    options.signal?.throwIfAborted();
    throw new TableError('manifest-unreachable', { cause });
  });
  if (bytes === null) throw new TableError('manifest-missing');
  return parseManifest(new TextDecoder().decode(bytes));
}

function parseManifest(json: string): Manifest {
  let manifest: unknown;
  try {
    manifest = JSON.parse(json);
  } catch (cause) {
    throw new TableError('manifest-invalid', { cause });
  }
  if (!isRecord(manifest)) throw new TableError('manifest-invalid');
  if (manifest.version !== MANIFEST_VERSION) {
    throw new TableError('manifest-version', {
      found: String(manifest.version),
      expected: String(MANIFEST_VERSION)
    });
  }
  if (!Array.isArray(manifest.tables) || !manifest.tables.every(isManifestTable)) {
    throw new TableError('manifest-invalid', { found: 'tables' });
  }
  return manifest as unknown as Manifest;
}

function isManifestTable(entry: Partial<ManifestTable> | null): boolean {
  return (
    typeof entry?.name === 'string' &&
    typeof entry.sha256 === 'string' &&
    [entry.version, entry.rows, entry.bytes].every(Number.isInteger)
  );
}
