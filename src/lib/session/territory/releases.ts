// The releases of a folder: protected counts of the years that were published, and those made from case files of this tab.
import type { SchoolYear } from '$lib/model/school-year.ts';
import { thresholdsIn, type TerritorySettings } from './project-config.ts';
import {
  CASES_FOLDER,
  cubeName,
  releaseFolder,
  reportName,
  type FileKind,
  type ProjectFile
} from './project-file.ts';

/** A release, with the texts of its files. */
export interface ReleaseTexts {
  folder: string;
  cube: string;
  report: string;
  years: readonly SchoolYear[];
}

export const isCounts = (kind: FileKind | null): boolean =>
  kind === 'protected-counts' || kind === 'protection-report';

/** Counts of former years: nobody in this tab has the cases that they were made from. */
export const isFormer = ({ kind, from }: ProjectFile): boolean => isCounts(kind) && from === undefined;

/** Names of the files of a release, from that of one of them. */
export const releaseNames = (name: string): string[] =>
  [cubeName, reportName].map((nameIn) => nameIn(releaseFolder(name)));

/** Releases but those made from one case file, in the order of their publication. */
export async function releasesBeside(
  files: readonly ProjectFile[],
  caseFile: string | null = null
): Promise<ReleaseTexts[]> {
  const found: ReleaseTexts[] = [];
  for (const { name, kind, from, content, state } of files) {
    if (kind !== 'protected-counts' || (from !== undefined && from === caseFile)) continue;
    const folder = releaseFolder(name);
    const report = files.find((file) => file.name === reportName(folder))?.content;
    if (!content || !report || state === 'refused') continue;
    const text = await report.text();
    const { years = [] } = JSON.parse(text) as { years?: { year: SchoolYear }[] };
    const release = { folder, cube: await content.text(), report: text };
    found.push({ ...release, years: years.map(({ year }) => year) });
  }
  return found;
}

/** A folder that no other release has: `parcours`, then `parcours-2025-2026`. */
export function freeFolder(taken: (name: string) => boolean, year = ''): string {
  const stem = year === '' ? CASES_FOLDER : `${CASES_FOLDER}-${year}`;
  if (!taken(CASES_FOLDER)) return CASES_FOLDER;
  if (year !== '' && !taken(stem)) return stem;
  for (let number = 2; ; number++) if (!taken(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** The name under which the folder holds a cube or a report that was dropped: beside the releases that it has. */
export function releaseFileName(files: readonly ProjectFile[], kind: FileKind): string {
  const nameIn = kind === 'protected-counts' ? cubeName : reportName;
  return nameIn(freeFolder((folder) => files.some(({ name }) => name === nameIn(folder))));
}

/** The case files of this tab wait to be protected again; the counts made from them go. */
export function casesAgain(files: readonly ProjectFile[]): ProjectFile[] {
  const cases = new Set(
    files.flatMap(({ kind, name, content }) => (kind === 'cases' && content ? [name] : []))
  );
  return files
    .filter(({ from }) => from === undefined || !cases.has(from))
    .map((file) => (cases.has(file.name) ? { ...file, state: 'waiting' } : file));
}

/** Files of children that were corrected are read again: a list of visits by itself, and case files together. */
export function readAgain(files: readonly ProjectFile[], named: ReadonlySet<string>): readonly ProjectFile[] {
  const isNamed = (file: ProjectFile) => named.has(file.name) && file.content !== null;
  const again = files.some((file) => file.kind === 'cases' && isNamed(file)) ? casesAgain(files) : files;
  return again.map((file) =>
    file.kind === 'visits' && isNamed(file) ? { ...file, state: 'waiting' } : file
  );
}

/** A file that is read as another kind than cases, or that cannot be read: the counts made of it go, and what its line said of its children. */
export function notCases(files: readonly ProjectFile[], name: string): readonly ProjectFile[] {
  const read = files.find((file) => file.name === name);
  const staysOfUse = read?.kind === 'cases' && read.state !== 'refused';
  if (staysOfUse || !files.some(({ from }) => from === name)) return files;
  return files
    .filter(({ from }) => from !== name)
    .map((file): ProjectFile => {
      if (file.name !== name) return file;
      const { years: _, replaces: __, ...line } = file;
      return { ...line, counts: null, findings: [] };
    });
}

/** The files without one of them; the counts go with their case file, and a report with its cube. Those that took what visits tell are made again. */
export function withoutFile(files: readonly ProjectFile[], { name, kind }: ProjectFile): ProjectFile[] {
  const gone = new Set([name, ...(kind === 'protected-counts' ? [reportName(releaseFolder(name))] : [])]);
  const left = files.filter((file) => !gone.has(file.name) && !(kind === 'cases' && file.from === name));
  const again = left.map((file): ProjectFile =>
    file.years?.same?.includes(name) ? { ...file, state: 'waiting' } : file
  );
  return kind === 'visits' ? casesAgain(again) : again;
}

/** Case files of this tab that hold some of these years in the folder. */
export const caseFilesOf = (
  files: readonly ProjectFile[],
  releases: readonly ReleaseTexts[],
  years: readonly SchoolYear[]
): string[] =>
  releases.flatMap(({ folder, years: held }) => {
    const { from } = files.find(({ name }) => name === cubeName(folder)) ?? {};
    return from !== undefined && held.some((year) => years.includes(year)) ? [from] : [];
  });

/** Two case files of this tab that tell other counts of the same years: the earlier one is counted until the reader has answered. */
export const sameCases = (files: readonly ProjectFile[]): { file: ProjectFile; former: ProjectFile }[] =>
  files.flatMap((file) =>
    (file.years && file.years.changed.length > 0 ? (file.years.same ?? []) : []).flatMap((name) => {
      const former = files.find((one) => one.name === name);
      return former ? [{ file, former }] : [];
    })
  );

/** Takes the word of the later of two case files: the earlier one goes, but where it alone has a year. */
export function takeLater(
  files: readonly ProjectFile[],
  { file, former }: { file: ProjectFile; former: ProjectFile }
): ProjectFile[] {
  const has = new Set([...(file.years?.made ?? []), ...(file.years?.kept ?? [])]);
  return former.years?.made.every((year) => has.has(year))
    ? withoutFile(files, former)
    : withAnswer(files, file, true);
}

/** The smallest count that a release shows below a threshold; null when there is none. */
export function shownBelow(cube: string, k: number): { names: string[]; value: number } | null {
  const { cells = [] } = JSON.parse(cube) as { cells?: { key: string[]; value?: number }[] };
  const below = cells.flatMap(({ key, value }) =>
    value !== undefined && value > 0 && value < k ? [{ names: key, value }] : []
  );
  return below.sort((a, b) => a.value - b.value)[0] ?? null;
}

export interface RaisedTexts {
  cube: string;
  report: string;
}

/** The releases of former years, each made safe at higher thresholds. */
async function raisedFiles(
  files: readonly ProjectFile[],
  raise: (release: ReleaseTexts) => Promise<RaisedTexts>
): Promise<ProjectFile[]> {
  const texts = new Map<string, string>();
  for (const release of await releasesBeside(files.filter(isFormer))) {
    const { cube, report } = await raise(release);
    texts.set(cubeName(release.folder), cube).set(reportName(release.folder), report);
  }
  return files.map((file): ProjectFile => {
    const text = texts.get(file.name);
    if (text === undefined) return file;
    const content = new Blob([text], { type: 'application/json' });
    return { ...file, content, size: content.size, state: 'waiting' };
  });
}

/** A folder whose settings were refused, and its next step. */
interface Refused {
  files: readonly ProjectFile[];
  readonly refused: TerritorySettings | null;
  step(name: string, change: { files: readonly ProjectFile[]; settings: TerritorySettings }): Promise<void>;
}

/** Keeps the years that were published, by hiding more of them, under the settings that were refused. */
export async function hideMore(
  project: Refused,
  step: string,
  raise: (release: ReleaseTexts, thresholds: { k: number; families: number }) => Promise<RaisedTexts>
): Promise<void> {
  const { refused: settings, files } = project;
  if (!settings) return;
  const waiting = files.map((file): ProjectFile =>
    isFormer(file) ? { ...file, state: 'protecting' } : file
  );
  project.files = waiting;
  try {
    const raised = await raisedFiles(files, (release) => raise(release, thresholdsIn(settings)));
    // Another step came meanwhile.
    if (project.files !== waiting) return;
    await project.step(step, { files: raised, settings });
  } finally {
    if (project.files === waiting) project.files = files;
  }
}

/** What the reader answered about the published years that a case file contradicts. */
export const withAnswer = (
  files: readonly ProjectFile[],
  { name }: ProjectFile,
  replaces: boolean
): ProjectFile[] =>
  files.map((file): ProjectFile => {
    if (file.name !== name || !file.years) return file;
    return replaces
      ? { ...file, replaces, state: 'waiting' }
      : { ...file, years: { ...file.years, changed: [] } };
  });

export const withoutFormer = (files: readonly ProjectFile[]): ProjectFile[] =>
  files.filter((file) => !isFormer(file));
