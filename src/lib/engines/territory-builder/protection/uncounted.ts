// What the reports of protected counts say of the rows of their case files: told in a site that stays in the service, never in a public one.
import { lostIn, type FileRows, type PathwayCell, type Uncounted } from '../../../model/pathway.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { isRecord } from '../../../model/documents/json.ts';

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** The rows of the file that a report was made from; null where it does not tell them. */
function rowsOf(report: object): FileRows | null {
  const file = 'file' in report ? report.file : null;
  if (!isRecord(file)) return null;
  const { read, kept, out, findings } = file;
  if (!isCount(read) || !isCount(kept)) return null;
  if (isRecord(out)) {
    return { read, kept, out: Object.fromEntries(Object.entries(out).filter(([, rows]) => isCount(rows))) as Record<string, number> }; // prettier-ignore
  }
  const again = (Array.isArray(findings) ? findings : []).filter(
    (one) => isRecord(one) && one['code'] === 'duplicate-case'
  );
  return { read, kept, out: { 'duplicate-case': again.length } };
}

interface OneRelease {
  report: object;
  years: readonly SchoolYear[];
  /** Its counts are rounded. */
  rounded: boolean;
}

const totalOf = (cells: readonly PathwayCell[], year: SchoolYear) =>
  cells.find(
    ({ school_year, zone_kind, level, theme }) =>
      school_year === year && zone_kind === 'epci' && level === 'ALL' && theme === 'ALL'
  )?.children ?? null;

/**
 * Children of the case files that are in no count; null where there is none, or no report tells.
 * How many children a file holds is told only where the shown totals give it: else it could give a hidden one.
 *
 * @param releases of which at least one year is shown
 */
export function uncountedChildren(
  releases: readonly OneRelease[],
  cells: readonly PathwayCell[]
): Uncounted | null {
  let children = 0;
  let of: number | null = 0;
  for (const { report, years, rounded } of releases) {
    const rows = rowsOf(report);
    if (!rows) continue;
    const lost = lostIn(rows);
    const totals = years.map((year) => totalOf(cells, year));
    const shown = totals.reduce<number>((sum, total) => sum + (total ?? 0), 0);
    const isTold = !rounded && !totals.includes(null) && shown === rows.kept;
    children += lost;
    of = of === null || !isTold ? null : of + rows.kept + lost;
  }
  return children > 0 ? { children, of } : null;
}
