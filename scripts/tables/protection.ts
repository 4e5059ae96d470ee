// `tables/protection.json`: how much is protected, told without telling which hidden count is small and which stands by.
import { PROTECTION_VERSION, type PlacesShown, type Protection } from '../../src/lib/cube/protection.ts';
import type { ProtectionFigures } from '../../src/lib/cube/protection.ts';
import type { Cube } from '../../src/lib/disclosure/cube.ts';
import type { ProtectionReport } from '../../src/lib/disclosure/protect.ts';
import type { PathwayCell, ZoneKind } from '../../src/lib/model/pathway.ts';
import { sha256 } from './manifest.ts';
import { ELSEWHERE } from './rows.ts';

/** The file that anyone may audit; `Protection.fingerprint` is its sha256. */
export const cubeFile = (cube: Cube): string => `${JSON.stringify(cube)}\n`;

function figures(cells: readonly PathwayCell[]): ProtectionFigures {
  const published = cells.filter(({ status }) => status === 'published').length;
  return {
    cells: cells.length,
    published,
    hidden: cells.length - published,
    communes: places(cells, 'commune'),
    qpvs: places(cells, 'qpv'),
    schools: places(cells, 'school')
  };
}

function places(cells: readonly PathwayCell[], kind: ZoneKind): PlacesShown {
  const totals = cells.filter(
    ({ zone_kind, zone, level, theme }) =>
      zone_kind === kind && zone !== ELSEWHERE && level === 'ALL' && theme === 'ALL'
  );
  return { shown: totals.filter(({ status }) => status === 'published').length, total: totals.length };
}

export function protectionOf(
  cells: readonly PathwayCell[],
  cube: Cube,
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
      ...figures(cells.filter(({ school_year }) => school_year === year))
    })),
    all: figures(cells),
    examined: audit.examined,
    narrowest: audit.narrowest,
    withheld,
    fingerprint: sha256(cubeFile(cube))
  };
}
