// Case files into the rows of a tab.
import { UnusableInput, type Finding } from '$lib/model/findings.ts';
import { withVisits, type CaseVisit } from '$lib/model/report/visit-days.ts';
import { uncountedOf, type Case, type FileRows, type Uncounted } from '$lib/model/pathway.ts';
import type { Reading } from '$lib/model/source-files.ts';
import { caseRows } from '$lib/workers/disclosure/client.ts';
import type { PlacesOfCases } from '$lib/workers/disclosure/protocol.ts';
import { caseFileNamed } from '../territory/file-names.ts';
import { rowsOut } from '../territory/rows-out.ts';

export interface FileDossiers {
  rows: readonly Case[];
  /** Of the files, never a person's; empty for fictitious rows. */
  name: string;
  /** Rows seen, kept or not. */
  read: number;
  findings: readonly Finding[];
  /** Children of the files that no row counts. */
  uncounted: Uncounted | null;
}

/**
 * The rows of case files, one a child and school year: a child of two files is told by the first. Lists of visits give them their days.
 *
 * @param begun given what stops the reading
 * @throws UnusableInput when a file is of no use; Stopped
 */
export async function readFiles(
  files: readonly File[],
  places: PlacesOfCases,
  reading: Reading,
  begun: (reader: { stop: () => void }) => void
): Promise<FileDossiers> {
  const reader = caseRows();
  begun(reader);
  const rows = new Map<string, Case>();
  const visits: CaseVisit[] = [];
  const ofChildren: FileRows[] = [];
  const found = { visits: '', names: [] as string[], read: 0, findings: [] as Finding[] };
  for (const file of files.map((one, at) => caseFileNamed(one, at + 1, places))) {
    const { rows: own, visits: days, read, findings } = await reader.read(file, places, reading);
    for (const row of own) {
      const key = `${row.case_id} ${row.school_year}`;
      if (!rows.has(key)) rows.set(key, row);
    }
    visits.push(...days);
    if (own.length > 0) ofChildren.push({ read, kept: own.length, out: rowsOut(findings) });
    if (days.length > 0) found.visits = file.name;
    found.names.push(file.name);
    found.read += read;
    found.findings.push(...findings);
  }
  const cases = [...rows.values()];
  if (cases.length === 0)
    throw new UnusableInput({ code: 'visits-without-cases', severity: 'dropped', file: found.visits });
  const joined = visits.length === 0 ? null : withVisits(cases, visits, found.visits);
  return {
    rows: joined?.rows ?? cases,
    name: found.names.join(', '),
    read: found.read,
    findings: [...found.findings, ...(joined?.findings ?? [])],
    uncounted: uncountedOf(ofChildren)
  };
}
