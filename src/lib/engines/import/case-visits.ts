// The days of visits, of a list of their own, beside the cases that they are of.
import type { Finding } from '../../model/findings.ts';
import type { Case } from '../../model/pathway.ts';
import { NO_DETAILS } from '../../model/report/case-details.ts';
import { schoolYearOf, type Month } from '../../model/school-year.ts';
import type { VisitRow } from './formats/visits.ts';

/**
 * The cases with the days of their visits in their school year, ascending. Counts of visits of the case file stay as they are.
 *
 * @param file of the visits; a visit of a case that no row has is told by its row alone
 */
export function withVisits(
  cases: readonly Case[],
  visits: readonly VisitRow[],
  file: string
): { rows: Case[]; findings: Finding[] } {
  const days = new Map<string, string[]>();
  for (const { case_id, date } of visits) {
    const key = `${case_id} ${schoolYearOf(date.slice(0, 7) as Month)}`;
    days.set(key, [...(days.get(key) ?? []), date]);
  }
  const known = new Set(cases.map(({ case_id }) => case_id));
  return {
    rows: cases.map((row) => {
      const visitDays = (days.get(`${row.case_id} ${row.school_year}`) ?? []).sort();
      return { ...row, details: { ...(row.details ?? NO_DETAILS), visitDays } };
    }),
    findings: visits
      .filter(({ case_id }) => !known.has(case_id))
      .map(({ line }) => ({ code: 'visit-unknown-case', severity: 'doubtful', file, row: line }))
  };
}
