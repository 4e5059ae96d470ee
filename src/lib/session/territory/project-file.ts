// A file of the reader's territory folder: what it was recognised as, and what became of its rows.
import type { ChangedCount } from '$lib/engines/disclosure/index.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import type { ReadBalance } from '$lib/engines/territory-builder/index.ts';
import { sheetOfName } from '$lib/engines/import/index.ts';
import { isOfChildren, type FormatId, type PersonalColumn } from '$lib/model/source-files.ts';
import type { Finding } from '$lib/model/findings.ts';
import { GROUND_TILES_PATH } from '$lib/model/ground.ts';
import type { TerritoryFiles } from '$lib/model/territory-files.ts';

/** Formats of tables, and files of other kinds that a territory takes. */
export type FileKind =
  | FormatId
  | 'graph-car'
  | 'graph-bike'
  | 'graph-foot'
  | 'openstreetmap'
  | 'ground'
  | 'basemap'
  | 'logo'
  | 'calendar'
  | 'protected-counts'
  | 'protection-report';

/**
 * `reading`: its kind is looked for. `waiting`: no territory is chosen yet. `matching`: a column or a value is to be matched on screen.
 * `building`: the territory is being built with it. `protecting`: counts of a case file are made safe. `extracting`: streets are read of an
 * extract. `used`: in the territory.
 * `taken`: what it says is in the folder, not the file itself. `outside`: none of its rows is of the territory. `refused`: of no use.
 * `stopped`: by the reader. The last three change nothing.
 */
export type FileState =
  | 'reading'
  | 'waiting'
  | 'matching'
  | 'building'
  | 'protecting'
  | 'extracting'
  | 'used'
  | 'taken'
  | 'outside'
  | 'refused'
  | 'stopped';

/** Rows of a file: `read` = `used` + `aside` (another territory, another year) + `dropped`. */
export interface FileCounts {
  read: number;
  used: number;
  aside: number;
  dropped: number;
  /** Of those used, with a doubt. */
  doubtful: number;
}

/** What became of the years of a case file beside the years that the folder holds. */
export interface FileYears {
  /** In the folder from this file. */
  made: readonly SchoolYear[];
  /** Left as they were published. */
  kept: readonly SchoolYear[];
  /** Published, and replaced by the file. */
  replaced: readonly SchoolYear[];
  /** Published counts of the years kept or replaced that the file contradicts. */
  changed: readonly ChangedCount[];
  /** Case files of this tab that its kept years are counted from: a year is counted from one file. */
  same?: readonly string[];
}

export interface ProjectFile {
  name: string;
  /** Size in bytes. */
  size: number;
  /** Null when the folder was saved without it. */
  content: Blob | null;
  /** Fingerprint of a file that the folder was saved without (SHA-256, hexadecimal). */
  sha256?: string;
  kind: FileKind | null;
  state: FileState;
  counts: FileCounts | null;
  /** What was found in the rows of a case file: never kept with the folder. */
  findings?: readonly Finding[];
  /** Why it is refused, or what is wrong with it. */
  finding: Finding | null;
  /** Share of the work done, 0 to 1; null when unknown. */
  progress: number | null;
  /** Seconds of it that are left, about; null when unknown. */
  secondsLeft: number | null;
  /** Date of the data of an extract, `YYYY-MM-DD`, where known. */
  date: string | null;
  /** Its columns of persons, which are left out; null when it was not looked at in this tab. */
  personal: readonly PersonalColumn[] | null;
  /** Case file of this tab that counts were made from. */
  from?: string;
  /** What became of the years of a case file. */
  years?: FileYears;
  /** A case file replaces the published years that it contradicts. */
  replaces?: boolean;
  /** The reader left it without the corrections of other lists. */
  uncarried?: true;
}

/** A case file is never part of a folder: only the counts made from it are, a release in a folder of its own. */
export const CASES_FOLDER = 'parcours';
export const cubeName = (folder: string): string => `${folder}/cube.json`;
export const reportName = (folder: string): string => `${folder}/report.json`;
/** Folder of a release, from the name of its cube. */
export const releaseFolder = (cube: string): string => cube.replace(/\/[^/]*$/, '');

/** Whether a dropped file takes the place of another: it has its name, or is of the same workbook, whole or by sheets. */
export function takesPlaceOf(dropped: readonly { name: string }[]): (former: { name: string }) => boolean {
  const workbookOf = (name: string) => sheetOfName(name)?.workbook ?? name;
  const names = new Set(dropped.map(({ name }) => workbookOf(name)));
  return ({ name }) => names.has(workbookOf(name));
}

/** A file of which only what is made of it is in the folder. */
export const isRaw = (kind: FileKind | null): boolean =>
  isOfChildren(kind) || kind === 'openstreetmap' || kind === 'calendar';

/** Files that are no table: they hold roads, a map, a picture or counts already safe. */
const NO_TABLES: readonly (FileKind | null)[] = [
  'graph-car',
  'graph-bike',
  'graph-foot',
  'ground',
  'basemap',
  'logo',
  'protected-counts',
  'protection-report'
];
export const isTable = (kind: FileKind | null): boolean => !isRaw(kind) && !NO_TABLES.includes(kind);

/** Lists that are read for a site that stays in the service, and for no other. */
export const isInternalOnly = (kind: FileKind | null): boolean =>
  kind !== null && ['team-members', 'availabilities', 'rooms', 'sessions', 'school-calendar'].includes(kind);

/** What a territory has one of: the last one dropped takes the place of the others. */
const PLACES: Partial<Record<FileKind, string>> = {
  ground: GROUND_TILES_PATH,
  basemap: GROUND_TILES_PATH,
  'graph-car': 'graph/car.bin',
  'graph-bike': 'graph/bike.bin',
  'graph-foot': 'graph/foot.bin'
};
const placeOf = ({ kind }: Pick<ProjectFile, 'kind'>) => kind && PLACES[kind];

/** The files without those in use that a later one in use takes the place of. */
export const withoutReplaced = (files: readonly ProjectFile[]): readonly ProjectFile[] =>
  files.filter((file, at) => {
    const place = placeOf(file);
    return !(
      place &&
      file.state === 'used' &&
      files.some((other, later) => later > at && other.state === 'used' && placeOf(other) === place)
    );
  });

/** A file that the territory holds as it was given: its content, when the folder was saved without it. */
export function contentIn(files: TerritoryFiles, kind: FileKind | null, size: number): Blob | null {
  const bytes = kind === 'basemap' ? undefined : files.get(placeOf({ kind }) ?? '');
  return bytes?.length === size ? new Blob([bytes as BlobPart]) : null;
}

/** A file of which something was being made when another step came: it waits for its turn again. */
export const begunAgain = (file: ProjectFile): ProjectFile =>
  file.state === 'protecting' || file.state === 'extracting'
    ? { ...file, state: 'waiting', progress: null, secondsLeft: null }
    : file;

/** Names of the files of a build that another step came upon. */
export const interrupted = (files: readonly ProjectFile[]): string[] =>
  files.flatMap(({ name, state }) => (state === 'building' ? [name] : []));

/** Whether a build takes the file. */
export const isInBuild = ({ state, kind }: ProjectFile): boolean =>
  (state === 'used' || state === 'building' || state === 'waiting') && kind !== null && !isRaw(kind);

export const newFile = (name: string, size: number, content: Blob | null): ProjectFile => ({
  name,
  size,
  content,
  kind: null,
  state: 'reading',
  counts: null,
  finding: null,
  progress: null,
  secondsLeft: null,
  date: null,
  personal: null
});

/** The line of a file of a saved folder. A base map that it is without stands as the tiles that were made of it. */
export function savedLine(
  { name, size, sha256, content }: { name: string; size: number; sha256: string; content: Blob | null },
  kind: FileKind | null,
  files: TerritoryFiles
): ProjectFile {
  const tiles = kind === 'basemap' && !content ? files.get(GROUND_TILES_PATH) : undefined;
  if (tiles) {
    const archive = newFile(
      `${name.replace(/(?:\.[a-z]{2,8})+$/i, '')}.pmtiles`,
      tiles.length,
      new Blob([tiles as BlobPart])
    );
    return { ...archive, kind: 'ground', state: 'used' };
  }
  const line = newFile(name, size, content ?? contentIn(files, kind, size));
  return { ...line, sha256, kind, state: 'used' };
}

/** No row of a file is of the territory; one whose rows another file repeats is of use. */
export const isUseless = (
  { file, read, used }: ReadBalance,
  { findings }: { findings: readonly Finding[] }
): boolean =>
  read > 0 &&
  used === 0 &&
  !findings.some((finding) => finding.file === file && finding.code === 'rows-superseded');

/** The files of this tab of which something is to be said, with it. */
export const withFindings = (files: readonly ProjectFile[], findings: readonly Finding[]) =>
  files.flatMap(({ name, content }) => {
    const own = findings.filter(({ file }) => file === name);
    return content && own.length > 0 ? [{ name, content, findings: own }] : [];
  });
