// A case file in sums, for its reader to recognise it by.
import type { Imported } from '../../model/findings.ts';
import type { Case } from '../../model/pathway.ts';
import { schoolYearsOf } from '../../engines/disclosure/index.ts';
import type { CaseSummary } from './protocol.ts';

export function caseSummary({ rows, read, findings }: Imported<Case>): CaseSummary {
  const distinct = (of: (one: Case) => string | null | undefined) =>
    new Set(rows.map(of).filter((value) => value !== null && value !== undefined)).size;
  return {
    read,
    kept: rows.length,
    years: schoolYearsOf(rows).map((year) => ({
      year,
      children: rows.filter(({ school_year }) => school_year === year).length
    })),
    schools: distinct(({ uai }) => uai),
    qpvs: distinct(({ qpv }) => qpv),
    families: distinct(({ family_id }) => family_id),
    findings
  };
}
