// The files of a report, beside its answers as JSON: the workbook for the State. Internal: none of them may be published.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateReport } from '../../src/lib/model/report/state-report.ts';
import type { ReportTerritory } from '../../src/lib/export/report/report-facts.ts';
import { progress } from '../shell.ts';

export interface Outputs {
  report: StateReport;
  /** As printed, and what was found in the case file. */
  json: object;
  territory: ReportTerritory;
  /** Where the figures come from, a paragraph each. */
  sources: readonly string[];
}

/** Writes the report into a folder. @returns the names of the files */
export async function writeOutputs(
  out: string,
  { report, json, territory, sources }: Outputs
): Promise<string[]> {
  mkdirSync(out, { recursive: true });
  const { answersFileName, answersWorkbook } =
    await import('../../src/lib/export/report/answers-workbook.ts');
  const workbook = await answersWorkbook(report, territory, sources);
  const files: [name: string, content: string | Uint8Array][] = [
    ['report.json', `${JSON.stringify(json, null, 1)}\n`],
    [answersFileName(report.year), new Uint8Array(await workbook.arrayBuffer())]
  ];
  for (const [name, content] of files) {
    writeFileSync(join(out, name), content);
    progress(`  ${join(out, name)}`);
  }
  return files.map(([name]) => name);
}
