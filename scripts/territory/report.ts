// What a build has to say: the files read, every finding with its sentence, and the sum by code.
import type { Finding } from '../../src/lib/model/findings.ts';
import { findingSentence, findingSummary } from '../../src/lib/i18n/findings.ts';
import type { TerritoryRows } from '../tables/rows.ts';
import type { SourceCount } from './sources.ts';

const number = new Intl.NumberFormat('fr-FR');

/** The content of `findings.json`: the same findings give the same bytes. */
export function findingsFile(
  siren: string,
  sources: readonly SourceCount[],
  findings: readonly Finding[]
): string {
  const told = findings.map((finding) => ({ ...finding, sentence: findingSentence(finding) }));
  return `${JSON.stringify({ siren, sources, summary: findingSummary(findings), findings: told }, null, 1)}\n`;
}

/** Lines for the shell: files, figures, remarks by code. */
export function reportLines(
  { territory, communes, qpvs, schools }: TerritoryRows,
  sources: readonly SourceCount[],
  findings: readonly Finding[]
): string[] {
  const count = (value: number) => number.format(value);
  const colleges = schools.filter(({ kind }) => kind === 'college').length;
  return [
    ...sources.map(({ file, read, kept }) => `${file} : ${count(read)} lignes lues, ${count(kept)} gardées`),
    `${territory.name} : ${count(communes.length)} communes, ${count(qpvs.length)} QPV, ` +
      `${count(schools.length - colleges)} écoles, ${count(colleges)} collèges`,
    ...findingSummary(findings).map((line) => `  ${line}`)
  ];
}
