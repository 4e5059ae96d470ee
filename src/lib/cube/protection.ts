// What anyone may know of the protection of the published counts: `tables/protection.json`. Sums, never a cell.
import type { SchoolYear } from '../model/school-year.ts';

export const PROTECTION_VERSION = 1;

/** Places of one kind: how many show their total of children, of how many. */
export interface PlacesShown {
  shown: number;
  total: number;
}

export interface ProtectionFigures {
  /** Cells of the publication; `published + hidden`. What is hidden for itself or for others is not told apart. */
  cells: number;
  published: number;
  hidden: number;
  communes: PlacesShown;
  qpvs: PlacesShown;
  schools: PlacesShown;
}

/** `heuristic`: safe, not proven to hide the least. */
export type ProtectionStatus = 'optimal' | 'heuristic' | 'rounded';

export interface ProtectionYear extends ProtectionFigures {
  year: SchoolYear;
  status: ProtectionStatus;
  /** Share of the loss that a better pattern could save at most: 0 when proven optimal, null when unknown. */
  gap: number | null;
}

export interface Protection {
  version: typeof PROTECTION_VERSION;
  /** Counts of 1 to k - 1 children cannot be told. */
  k: number;
  /** Fewest families behind a published count. */
  families: number;
  method: 'exact' | 'gauss' | 'round';
  /** Oldest first. */
  years: ProtectionYear[];
  /** Sums over the years. */
  all: ProtectionFigures;
  /** Hidden counts that the audit has examined, over all years as one release; none of them is open. */
  examined: number;
  /** Fewest values that a hidden count can take for a reader of all that is published; null when nothing is hidden. */
  narrowest: number | null;
  /** Figures left out of every cell because they would have betrayed one. */
  withheld: ('families' | 'visits')[];
  /** sha256 of downloads/cube.json: names what was audited, without a date. */
  fingerprint: string;
}

/**
 * Reads the file that the build has written; null where no count of children is published.
 *
 * @throws Error when it is of another version.
 */
export function readProtection(document: unknown): Protection | null {
  if (document === null) return null;
  const protection = document as Partial<Protection> | null;
  if (protection?.version !== PROTECTION_VERSION)
    throw new Error(`protection.json: version ${PROTECTION_VERSION} expected, found ${protection?.version}`);
  return protection as Protection;
}
