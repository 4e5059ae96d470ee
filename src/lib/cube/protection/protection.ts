// Public facts on the protection of the published counts: `tables/protection.json`. Totals, never a cell.
import type { SchoolYear } from '../../model/school-year.ts';

export const PROTECTION_VERSION = 1;

/** Places of one kind: number with a published total of children, and total number. */
export interface PlacesShown {
  shown: number;
  total: number;
}

export interface ProtectionFigures {
  /** Number of cells, `published + hidden`. Primary and secondary suppressions are not distinguished. */
  cells: number;
  published: number;
  hidden: number;
  communes: PlacesShown;
  qpvs: PlacesShown;
  schools: PlacesShown;
}

/** `heuristic`: safe, but not proven to hide as little as possible. */
type ProtectionStatus = 'optimal' | 'heuristic';

export interface ProtectionYear extends ProtectionFigures {
  year: SchoolYear;
  status: ProtectionStatus;
  /** Relative gap to the lower bound of the information loss: 0 when proven optimal, null when unknown. */
  gap: number | null;
}

export interface Protection {
  version: typeof PROTECTION_VERSION;
  /** Threshold: counts from 1 to k - 1 are suppressed. */
  k: number;
  /** Fewest families behind a published count. */
  families: number;
  method: 'exact' | 'gauss';
  /** Oldest first. */
  years: ProtectionYear[];
  /** Sums over the years. */
  all: ProtectionFigures;
  /** Suppressed counts that the audit attacked, over all years as one release; none is disclosed. */
  examined: number;
  /** Fewest values possible for a suppressed count given all that is published; null when nothing is suppressed. */
  narrowest: number | null;
  /** Counts known to be below the threshold; with none, no sum of counts is known to be small. Absent in files of version 1.0, which did not look. */
  below?: number;
  /** Families and visits: removed from every cell because they would have disclosed a count. Schools: no total of a school is published. */
  withheld: ('schools' | 'families' | 'visits')[];
  /** sha256 of downloads/cube.json: identifies the audited publication. */
  fingerprint: string;
}

/**
 * Reads the file written by the build; null where no count of children is published.
 *
 * @throws {Error} when it is of another version
 */
export function readProtection(document: unknown): Protection | null {
  if (document === null) return null;
  const protection = document as Partial<Protection> | null;
  if (protection?.version !== PROTECTION_VERSION)
    throw new Error(`protection.json: version ${PROTECTION_VERSION} expected, found ${protection?.version}`);
  return protection as Protection;
}
