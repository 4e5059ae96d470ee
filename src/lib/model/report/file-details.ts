// Which details some files tell: a column that a file has is told, even where nobody has a value in it.
import type { Finding } from '../findings.ts';
import type { Case } from '../pathway.ts';
import type { CaseDetails, DetailColumn } from './case-details.ts';

/** Name of a column in a finding -> the detail that it tells. */
const COLUMNS: Readonly<Record<string, DetailColumn>> = {
  sex: 'sex',
  birth_year: 'birthYear',
  oriented_by: 'orientedBy',
  reasons: 'reasons',
  profile: 'profile',
  entry: 'entry',
  exit: 'exit',
  exit_reason: 'exitReason',
  last_review: 'lastReview'
};

const isTold = (value: CaseDetails[DetailColumn]): boolean =>
  value !== null && (typeof value !== 'object' || value.length > 0);

/**
 * The details that the files of some cases tell: those of which some case has a value, and those of a column that no finding (`absent-column`) says to be
 * lacking.
 */
export function fileDetails(cases: readonly Case[], findings: readonly Finding[]): DetailColumn[] {
  const details = cases.flatMap((row) => row.details ?? []);
  if (details.length === 0) return [];
  const lacking = new Set(findings.flatMap(({ code, found }) => (code === 'absent-column' ? [found] : [])));
  return Object.entries(COLUMNS).flatMap(([column, detail]) =>
    lacking.has(column) && !details.some((one) => isTold(one[detail])) ? [] : [detail]
  );
}
