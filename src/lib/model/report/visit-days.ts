// The days of visits, of a list of their own, beside the cases that they are of.
import type { Finding } from '../findings.ts';
import type { Case } from '../pathway.ts';
import { schoolYearOf, type Month } from '../school-year.ts';
import { NO_DETAILS } from './case-details.ts';

/** A visit, by the number of its case. */
export interface CaseVisit {
  /** In its file. */
  line: number;
  case_id: string;
  /** ISO day. */
  date: string;
  /** At home, or at a neutral place; null where the list says something else, which is not kept. */
  place: 'home' | 'neutral' | null;
}

/** School years that a list of visits covers: it has some by October and some from May on. A number of visits of part of a year would be too small. */
function coveredYears(visits: readonly CaseVisit[]): ReadonlySet<string> {
  const months = new Map<string, string[]>();
  for (const { date } of visits) {
    const month = date.slice(0, 7) as Month;
    const year = schoolYearOf(month);
    months.set(year, [...(months.get(year) ?? []), month]);
  }
  const isCovered = ([year, told]: [string, string[]]) =>
    told.some((month) => month <= `${year.slice(0, 4)}-10`) &&
    told.some((month) => month >= `${year.slice(5)}-05`);
  return new Set([...months].filter(isCovered).map(([year]) => year));
}

/**
 * The cases with the days of their visits in their school year, ascending, how many were where, and their number where the case file tells
 * none and the list covers that year (`coveredYears`). Numbers of visits of the case file stay as they are.
 *
 * @param file of the visits; a visit of a case that no row has is told by its row alone
 */
export function withVisits(
  cases: readonly Case[],
  visits: readonly CaseVisit[],
  file: string
): { rows: Case[]; findings: Finding[] } {
  const visitsOf = new Map<string, CaseVisit[]>();
  for (const visit of visits) {
    const key = `${visit.case_id} ${schoolYearOf(visit.date.slice(0, 7) as Month)}`;
    visitsOf.set(key, [...(visitsOf.get(key) ?? []), visit]);
  }
  const covered = coveredYears(visits);
  const known = new Set(cases.map(({ case_id }) => case_id));
  return {
    rows: cases.map((row) => {
      const made = visitsOf.get(`${row.case_id} ${row.school_year}`) ?? [];
      const visitDays = made.map(({ date }) => date).sort();
      const at = (where: CaseVisit['place']) => made.filter(({ place }) => place === where).length;
      const count = row.visits ?? (covered.has(row.school_year) ? made.length : null);
      const visited = { home: at('home'), neutral: at('neutral') };
      return { ...row, visits: count, visited, details: { ...(row.details ?? NO_DETAILS), visitDays } };
    }),
    findings: visits
      .filter(({ case_id }) => !known.has(case_id))
      .map(({ line }) => ({ code: 'visit-unknown-case', severity: 'doubtful', file, row: line }))
  };
}
