// Protection report of the reader's own file, in the form of the site's own report.
import type { Protection, ProtectionFigures } from '$lib/cube/protection/protection';
import { protectionFigures } from '$lib/cube/protection/protection-figures';
import type { ProtectedCases } from '$lib/workers/disclosure/protocol';

type OwnProtection = Pick<Protection, 'k' | 'examined' | 'narrowest' | 'below' | 'withheld' | 'years'> & {
  all: ProtectionFigures;
};

export function ownProtection({ cells, report }: ProtectedCases): OwnProtection {
  const { k, audit, withheld, years } = report;
  return {
    k,
    examined: audit.examined,
    narrowest: audit.narrowest,
    below: audit.below,
    withheld,
    years: years.map(({ year, status, gap }) => ({
      year,
      status,
      gap,
      ...protectionFigures(cells.filter(({ school_year }) => school_year === year))
    })),
    all: protectionFigures(cells)
  };
}
