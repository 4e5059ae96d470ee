// The protection of a publication in sums: how many cells, how many shown, how many places show their children.
import type { PathwayCell, ZoneKind } from '../model/pathway.ts';
import type { PlacesShown, ProtectionFigures } from './protection.ts';

export function figuresOf(cells: readonly PathwayCell[]): ProtectionFigures {
  const published = cells.filter(({ status }) => status === 'published').length;
  const places = (kind: ZoneKind): PlacesShown => {
    const totals = cells.filter(
      ({ zone_kind, level, theme }) => zone_kind === kind && level === 'ALL' && theme === 'ALL'
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
