// Case files into the rows of a tab.
import type { Finding } from '$lib/model/findings.ts';
import type { Case } from '$lib/model/pathway.ts';
import type { Reading } from '$lib/model/source-files.ts';
import { caseRows } from '$lib/workers/disclosure/client.ts';
import type { PlacesOfCases } from '$lib/workers/disclosure/protocol.ts';
import { caseFileNamed } from '../territory/file-names.ts';

export interface FileDossiers {
  rows: readonly Case[];
  /** Of the files, never a person's; empty for fictitious rows. */
  name: string;
  /** Rows seen, kept or not. */
  read: number;
  findings: readonly Finding[];
}

/**
 * The rows of case files, one a child and school year: a child of two files is told by the first.
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
  const found = { names: [] as string[], read: 0, findings: [] as Finding[] };
  for (const file of files.map(caseFileNamed)) {
    const { rows: own, read, findings } = await reader.read(file, places, reading);
    for (const row of own) {
      const key = `${row.case_id} ${row.school_year}`;
      if (!rows.has(key)) rows.set(key, row);
    }
    found.names.push(file.name);
    found.read += read;
    found.findings.push(...findings);
  }
  return {
    rows: [...rows.values()],
    name: found.names.join(', '),
    read: found.read,
    findings: found.findings
  };
}
