// `tables/protection.json`: how much is protected, told without telling which hidden count is small and which stands by.
import { PROTECTION_VERSION, type Protection } from '../../../cube/protection/protection.ts';
import { protectionCounts } from '../../../cube/protection/protection-figures.ts';
import type { ProtectionReport, PublishedCube } from '../../disclosure/index.ts';
import type { PathwayCell } from '../../../model/pathway.ts';
import { sha256 } from '../../../algorithms/sha256.ts';

/** The file that anyone may audit; `Protection.fingerprint` is its sha256. */
export const cubeFile = (cube: PublishedCube): string => `${JSON.stringify(cube)}\n`;

export const countProtection = (
  cells: readonly PathwayCell[],
  cube: PublishedCube,
  report: ProtectionReport
): Protection => ({
  version: PROTECTION_VERSION,
  ...{ k: report.k, families: report.families, method: report.method },
  ...protectionCounts(cells, report),
  fingerprint: sha256(cubeFile(cube))
});
