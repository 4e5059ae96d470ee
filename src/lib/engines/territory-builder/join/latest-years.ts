// A file may hold several years: the latest of each school is the one in use.
import type { Finding } from '../../../model/findings.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { From } from '../sources/sources.ts';
import { Tally } from './tally.ts';

/** Rows of each school's latest year; older ones are counted in one note a file. */
export function latestYears<Row extends From<{ uai: string; year: SchoolYear | null }>>(
  rows: readonly Row[],
  findings: Finding[]
): Row[] {
  const latest = new Map<string, string>();
  for (const { uai, year } of rows) {
    if ((year ?? '') > (latest.get(uai) ?? '')) latest.set(uai, year ?? '');
  }
  const older = new Tally();
  const kept = rows.filter(({ uai, year, file }) => {
    const isLatest = (year ?? '') === (latest.get(uai) ?? '');
    if (!isLatest) older.add(file);
    return isLatest;
  });
  findings.push(...older.findings('older-years'));
  return kept;
}
