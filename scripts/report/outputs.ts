// The files of a report, beside its answers as JSON: the workbook for the State, the written report. Internal: none of them may be published.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportFacts } from '../../src/lib/export/report/report-facts.ts';
import { progress } from '../shell.ts';

export interface Outputs {
  /** As printed, and what was found in the case file. */
  json: object;
  facts: ReportFacts;
}

/** Writes the report into a folder; without a browser its maps and charts are tables. @returns the names of the files */
export async function writeOutputs(out: string, { json, facts }: Outputs): Promise<string[]> {
  const { report, territory, sources } = facts;
  mkdirSync(out, { recursive: true });
  const { answersFileName, answersWorkbook } =
    await import('../../src/lib/export/report/answers-workbook.ts');
  const { reportDocument, reportFileName } = await import('../../src/lib/export/report/report-docx.ts');
  const workbook = await answersWorkbook(report, territory, sources);
  const document = await reportDocument(facts);
  const files: [name: string, content: string | Uint8Array][] = [
    ['report.json', `${JSON.stringify(json, null, 1)}\n`],
    [answersFileName(report.year), new Uint8Array(await workbook.arrayBuffer())],
    [reportFileName(report.year), new Uint8Array(await document.arrayBuffer())]
  ];
  for (const [name, content] of files) {
    writeFileSync(join(out, name), content);
    progress(`  ${join(out, name)}`);
  }
  return files.map(([name]) => name);
}
