// `tables/protection.json`: how much is protected, told without telling which hidden count is small and which stands by.
import { PROTECTION_VERSION, type Protection } from '../../../cube/protection/protection.ts';
import { protectionFigures } from '../../../cube/protection/protection-figures.ts';
import type { ProtectionReport, PublishedCube } from '../../disclosure/index.ts';
import type { PathwayCell } from '../../../model/pathway.ts';
import { sha256 } from '../../../algorithms/sha256.ts';

/** The file that anyone may audit; `Protection.fingerprint` is its sha256. */
export const cubeFile = (cube: PublishedCube): string => `${JSON.stringify(cube)}\n`;

export function countProtection(
  cells: readonly PathwayCell[],
  cube: PublishedCube,
  { k, families, method, years, audit, withheld }: ProtectionReport
): Protection {
  return {
    version: PROTECTION_VERSION,
    k,
    families,
    method,
    years: years.map(({ year, status, gap }) => ({
      year,
      status,
      gap,
      ...protectionFigures(cells.filter(({ school_year }) => school_year === year))
    })),
    all: protectionFigures(cells),
    examined: audit.examined,
    narrowest: audit.narrowest,
    below: audit.below,
    withheld,
    fingerprint: sha256(cubeFile(cube))
  };
}
