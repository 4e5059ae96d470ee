// `findings.json`: the files read, every finding with its sentence, and the sum by code.
import type { Finding } from '../../model/findings.ts';
import { findingSentence, findingSummary, isCounted } from '../../i18n/findings/findings.ts';
import type { SourceCount } from './sources/sources.ts';

/** The content of `findings.json`: the same findings give the same bytes. */
export function findingsFile(
  siren: string,
  sources: readonly SourceCount[],
  findings: readonly Finding[]
): string {
  const files = sources.map((source) => readBalance(source, findings));
  const told = findings.map((finding) => ({ ...finding, sentence: findingSentence(finding) }));
  return `${JSON.stringify({ siren, files, summary: findingSummary(findings), findings: told }, null, 1)}\n`;
}

/** Where the rows of a file went: `read` = `used` + `dropped` + `aside`. */
export interface ReadBalance {
  file: string;
  read: number;
  dropped: number;
  /** Outside the EPCI, or of an older year. */
  aside: number;
  used: number;
}

export function readBalance({ file, read }: SourceCount, findings: readonly Finding[]): ReadBalance {
  const own = findings.filter((finding) => finding.file === file);
  const dropped = own.filter(({ severity, row }) => severity === 'dropped' && row !== undefined).length;
  const counted = own.filter(({ code }) => isCounted(code));
  const aside = counted.reduce((sum, { found }) => sum + Number(found), 0);
  return { file, read, dropped, aside, used: read - dropped - aside };
}
