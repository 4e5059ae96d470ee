// Versions of the format. A file of a former version is carried to the present one, step by step, before it is checked.
import { refusal } from './content.ts';

/** A file as its version wrote it: `maillage.json` parsed, and the other entries. */
export interface RawMaillage {
  manifest: Readonly<Record<string, unknown>>;
  entries: ReadonlyMap<string, Uint8Array>;
}

export interface Versions {
  current: number;
  /** Version -> how to make the next one of it. Every version before the current one has its entry. */
  migrations: Readonly<Record<number, (former: RawMaillage) => RawMaillage>>;
}

/**
 * To be raised, with its migration, whenever a build could no longer read what the former one saved: `maillage.json` itself or any file of the
 * territory. A committed file of each version must open in the tests.
 */
export const VERSIONS: Versions = {
  current: 2,
  // The second names its saves, and lists that the first would have left out in silence: nothing of the first is written otherwise.
  migrations: { 1: (former) => former }
};

/** @throws UnusableInput maillage-version for a newer version */
export function migrate(raw: RawMaillage, version: number, { current, migrations }: Versions): RawMaillage {
  if (version > current)
    throw refusal({ code: 'maillage-version', found: String(version), expected: String(current) });
  let migrated = raw;
  for (let from = version; from < current; from++) {
    const next = migrations[from];
    if (!next) throw new Error(`no migration from version ${from}`);
    migrated = next(migrated);
  }
  return migrated;
}
