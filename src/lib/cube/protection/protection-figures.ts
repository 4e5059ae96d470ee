// Totals of a publication's protection: cells, published cells, places with a published count.
import type { PathwayCell, ZoneKind } from '../../model/pathway.ts';
import type { PlacesShown, Protection, ProtectionFigures, ProtectionYear } from './protection.ts';

/** Children who live outside the communes of intervention: one group in the cube, not a commune. */
export const ELSEWHERE = 'autres';

function protectionFigures(cells: readonly PathwayCell[]): ProtectionFigures {
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

/** What a report of the protection says, of which pages tell the figures. */
interface ReportFacts extends Pick<Protection, 'k' | 'withheld'> {
  years: readonly Pick<ProtectionYear, 'year' | 'status' | 'gap'>[];
  audit: Pick<Protection, 'examined' | 'narrowest'> & Required<Pick<Protection, 'below'>>;
}

/** The protection of some counts by their report: those of the site, and of a file that stays with its reader. */
export const protectionCounts = (
  cells: readonly PathwayCell[],
  { k, years, audit: { examined, narrowest, below }, withheld }: ReportFacts
) => ({
  k,
  years: years.map(({ year, status, gap }) => ({
    year,
    status,
    gap,
    ...protectionFigures(cells.filter(({ school_year }) => school_year === year))
  })),
  all: protectionFigures(cells),
  ...{ examined, narrowest, below, withheld: [...withheld] }
});
