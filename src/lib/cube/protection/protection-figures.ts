// Totals of a publication's protection: cells, published cells, places with a published count.
import type { PathwayCell, ZoneKind } from '../../model/pathway.ts';
import type { PlacesShown, ProtectionFigures } from './protection.ts';

/** Children who live outside the communes of intervention: one group in the cube, not a commune. */
export const ELSEWHERE = 'autres';

export function protectionFigures(cells: readonly PathwayCell[]): ProtectionFigures {
  const published = cells.filter(({ status }) => status === 'published').length;
  const places = (kind: ZoneKind): PlacesShown => {
    const totals = cells.filter(
      ({ zone_kind, zone, level, theme }) =>
        zone_kind === kind && zone !== ELSEWHERE && level === 'ALL' && theme === 'ALL'
    );
    return { shown: totals.filter(({ status }) => status === 'published').length, total: totals.length };
  };
  return {
    cells: cells.length,
    published,
    hidden: cells.length - published,
    communes: places('commune'),
    qpvs: places('qpv'),
    schools: places('school')
  };
}
