// What a step of the folder makes of the line of a file.
import { isDoubtful } from '$lib/engines/import/index.ts';
import type { Finding } from '$lib/model/findings.ts';
import { uncountedOf, type Uncounted } from '$lib/model/pathway.ts';
import type { CaseFilesHere } from '../case-files-here.ts';
import { rowsOut } from './rows-out.ts';
import { isInternalOnly, type FileState, type ProjectFile } from './project-file.ts';
import type { OpenTerritory } from './project-types.ts';

export const NO_ROWS = { read: 0, used: 0, aside: 0, dropped: 0, doubtful: 0 };
export const WORKING: readonly FileState[] = ['reading', 'protecting', 'extracting'];
const LEFT_ALONE: readonly FileState[] = ['refused', 'outside', 'stopped', 'matching', 'taken'];

/** Whether counts of children are on their way into the territory. */
export const areCountsUnderway = (files: readonly ProjectFile[]): boolean =>
  files.some(
    ({ kind, state }) =>
      state === 'protecting' || (kind === 'protected-counts' && (state === 'waiting' || state === 'building'))
  );

/** Files of children of this tab that can be read, with or without a territory. */
export const caseFilesOfTab = (files: readonly ProjectFile[]): CaseFilesHere['files'] =>
  files.flatMap(({ name, kind, state, content }) =>
    (kind === 'cases' || kind === 'visits') && state !== 'refused' && content ? [{ name, kind, content }] : []
  );

/** Children of the case files of this tab that are in no count; null where there is none. */
export const uncountedOfFiles = (files: readonly ProjectFile[]): Uncounted | null =>
  uncountedOf(
    files.flatMap(({ kind, state, counts, years, findings = [] }) =>
      kind !== 'cases' || state !== 'used' || !counts || years?.made.length === 0
        ? []
        : [{ read: counts.read, kept: counts.read - counts.dropped, out: rowsOut(findings) }]
    )
  );

/** Another agglomeration is chosen: it is built with the file, unless the file is of no use or waits for the reader. */
export const triedAgain = (file: ProjectFile): ProjectFile =>
  LEFT_ALONE.includes(file.state) ? file : { ...file, state: 'waiting' };

/** The build that took the file did not come to its end. */
export const waitsAgain = (file: ProjectFile): ProjectFile =>
  file.state === 'building' ? { ...file, state: 'waiting' } : file;

export const stopped = (file: ProjectFile): ProjectFile =>
  file.state === 'building' || WORKING.includes(file.state)
    ? { ...file, state: 'stopped', progress: null, secondsLeft: null }
    : file;

/** With what became of its rows, and what is told of it. */
export function withCounts(file: ProjectFile, { balances, findings }: OpenTerritory): ProjectFile {
  const balance = balances.find((one) => one.file === file.name);
  const told = findings.find((one) => one.file === file.name && one.code.startsWith('ground-'));
  if (!balance && isInternalOnly(file.kind)) return { ...file, counts: null };
  if (!balance) return told ? { ...file, finding: told } : file;
  const rows = findings.flatMap((one) =>
    one.file === file.name && one.severity === 'doubtful' ? (one.row ?? []) : []
  );
  return { ...file, counts: { ...balance, doubtful: new Set(rows).size } };
}

type Built = Pick<OpenTerritory, 'findings'> | null;

/** All that was found in the files, and in the rows of a case file of this tab. */
export const findingsOf = (files: readonly ProjectFile[], built: Built): readonly Finding[] => [
  ...(built?.findings ?? []),
  ...files.flatMap(({ findings = [] }) => findings)
];

/** Findings of rows that a service can put right, in the files in use. */
export function doubtfulIn(files: readonly ProjectFile[], built: Built): readonly Finding[] {
  const used = new Set(files.filter(({ state }) => state === 'used').map(({ name }) => name));
  return findingsOf(files, built).filter((finding) => isDoubtful(finding) && used.has(finding.file ?? ''));
}

const NO_SCHOOL = ['unknown-school', 'bad-uai'];

/** Rows of the lists of schools that no school of the territory answers to. */
export function schoolsOutOfFiles(files: readonly ProjectFile[], built: Built): number {
  const lists = new Set(
    files.flatMap(({ kind, state, name }) => (kind === 'followed-schools' && state === 'used' ? [name] : []))
  );
  const out = (built?.findings ?? []).filter(
    ({ code, severity, file = '' }) => severity === 'dropped' && NO_SCHOOL.includes(code) && lists.has(file)
  );
  return new Set(out.map(({ file, row }) => `${file} ${row}`)).size;
}
