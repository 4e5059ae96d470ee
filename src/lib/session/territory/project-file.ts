// A file of the reader's territory folder: what it was recognised as, and what became of its rows.
import type { FormatId } from '$lib/engines/import/index.ts';
import type { Finding } from '$lib/model/findings.ts';

/** Formats of tables, and files of other kinds that a territory takes. */
export type FileKind =
  | FormatId
  | 'graph-car'
  | 'graph-bike'
  | 'graph-foot'
  | 'ground'
  | 'basemap'
  | 'logo'
  | 'protected-counts'
  | 'protection-report';

/**
 * `reading`: its kind is looked for. `waiting`: no territory is chosen yet. `matching`: a column or a value is to be matched on screen.
 * `building`: the territory is being built with it. `protecting`: counts of a case file are made safe. `used`: in the territory.
 * `taken`: what it says is in the folder, not the file itself. `outside`: none of its rows is of the territory. `refused`: of no use.
 * `stopped`: by the reader. The last three change nothing.
 */
export type FileState =
  | 'reading'
  | 'waiting'
  | 'matching'
  | 'building'
  | 'protecting'
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
  /** Why it is refused, or what is wrong with it. */
  finding: Finding | null;
  /** Share of the work done, 0 to 1; null when unknown. */
  progress: number | null;
}

/** A case file is never part of a folder: only the counts made from it are, under these names. */
export const CASES_FOLDER = 'parcours';
export const CUBE_NAME = `${CASES_FOLDER}/cube.json`;
export const REPORT_NAME = `${CASES_FOLDER}/report.json`;

/** Whether a build takes the file. */
export const isInBuild = ({ state, kind }: ProjectFile): boolean =>
  (state === 'used' || state === 'building' || state === 'waiting') && kind !== 'cases' && kind !== null;

export const newFile = (name: string, size: number, content: Blob | null): ProjectFile => ({
  name,
  size,
  content,
  kind: null,
  state: 'reading',
  counts: null,
  finding: null,
  progress: null
});
