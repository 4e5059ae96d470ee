// What became of the rows of a file, in numbers: which are out for which reason, and how many are in doubt.
import type { Finding } from '$lib/model/findings.ts';
import type { FileCounts } from './project-file.ts';

/** Rows left out, by code of their reason, the most frequent first. */
export function rowsOut(findings: readonly Finding[]): Record<string, number> {
  const rows = new Map<string, number>();
  for (const { code, severity, row } of findings) {
    if (severity === 'dropped' && row !== undefined) rows.set(code, (rows.get(code) ?? 0) + 1);
  }
  return Object.fromEntries([...rows].sort(([, a], [, b]) => b - a));
}

/** Rows that are kept with a doubt. */
const doubtfulRows = (findings: readonly Finding[]): number =>
  new Set(
    findings.flatMap(({ severity, row }) => (severity === 'doubtful' && row !== undefined ? [row] : []))
  ).size;

/** Rows of a case file of which so many are in the counts made now. */
export const countsOfCases = (
  { read, kept, findings }: { read: number; kept: number; findings: readonly Finding[] },
  used: number
): FileCounts => ({
  read,
  used,
  aside: kept - used,
  dropped: read - kept,
  doubtful: doubtfulRows(findings)
});
