// A territory folder in this tab: what it holds at each step, and what it asks of the tools that read, build, protect and open.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { BuildProgress, Config, ReadBalance } from '$lib/engines/territory-builder/index.ts';
import type { Correction, DoubtfulCell } from '$lib/model/correction.ts';
import type { Finding } from '$lib/model/findings.ts';
import type { TerritoryFiles } from '$lib/model/territory-files.ts';
import type { BuiltGround } from '$lib/workers/ground/protocol.ts';
import type { CopyRequest, FoundRows } from '$lib/workers/import/protocol.ts';
import type { OpenedTerritory } from '../territory-door.ts';
import type { Inspection } from './inspection.ts';
import type { ConfigReading, TerritorySettings } from './project-config.ts';
import type { FileCounts, FileYears, ProjectFile } from './project-file.ts';
import type { ReleaseTexts } from './releases.ts';

/** A territory built here, or opened from a file. */
export interface OpenTerritory {
  files: TerritoryFiles;
  findings: readonly Finding[];
  balances: readonly ReadBalance[];
  territory: Dashboard['territory'];
  figures: { communes: number; schools: number };
}

/** All that a step changes: taking it back restores it whole, without building again. */
export interface ProjectSnapshot {
  settings: TerritorySettings | null;
  files: readonly ProjectFile[];
  reading: ConfigReading;
  built: OpenTerritory | null;
  opened: OpenedTerritory | null;
}

export interface ProjectBuild {
  config: Record<string, unknown>;
  departements: readonly string[];
  sources: ReadonlyMap<string, Blob>;
  /** Files of the folder as it was opened; none for a new one. */
  former: TerritoryFiles | null;
}

export interface ProtectedCounts {
  /** Texts of `cube.json` and `report.json`; null when every year of the file stays as it was published. */
  cube: string | null;
  report: string | null;
  counts: FileCounts;
  years?: FileYears;
  /** What was found in the rows of the file: for this tab alone. */
  findings?: readonly Finding[];
}

export interface CasesFolder {
  built: OpenTerritory;
  settings: TerritorySettings;
  reading: ConfigReading;
  /** Releases that the folder holds beside. */
  former: readonly ReleaseTexts[];
  /** Published years that the file contradicts are replaced. */
  replace: boolean;
  /** Lists of the visits to its children. */
  visits: readonly File[];
}

/** A folder as it was saved. */
export interface SavedFolder {
  config: unknown;
  files: TerritoryFiles;
  /** `content` is null where the file was not saved with the folder. */
  sources: readonly { name: string; size: number; sha256: string; content: Blob | null }[];
  /** ISO date of the first save. */
  created: string;
  /** Its files are of other settings: they are built again. */
  stale?: boolean;
  /** Parts that were damaged, and are left out. */
  damaged?: readonly Finding[];
}

/** All may throw UnusableInput, and Stopped after `stop`. */
export interface ProjectTools {
  inspect: (file: File, reading: ConfigReading) => Promise<Inspection>;
  /** Workbooks of several sheets as a file a sheet (« listes.xlsx#Écoles »); the other files as they are. */
  split: (files: readonly File[]) => Promise<File[]>;
  /** The copy of a list that a folder may keep; null when none may be. */
  copy: (file: File, request: CopyRequest) => Promise<Blob | null>;
  /** Rows in doubt of some files. */
  doubtful: (files: readonly FoundRows[], reading: ConfigReading) => Promise<DoubtfulCell[]>;
  /** Corrections of other files that one has a row for. */
  carried: (
    file: Blob,
    name: string,
    all: readonly Correction[],
    reading: ConfigReading
  ) => Promise<Correction[]>;
  build: (request: ProjectBuild, onProgress: (progress: BuildProgress) => void) => Promise<OpenTerritory>;
  protect: (file: File, folder: CasesFolder, onProgress: (share: number) => void) => Promise<ProtectedCounts>;
  /** What is found in the rows of a list of visits. */
  visits: (
    file: File,
    folder: Pick<CasesFolder, 'built' | 'reading'>
  ) => Promise<{ counts: FileCounts; findings: readonly Finding[] }>;
  /** Graphs of every mode and the street map, out of an extract that covers the territory. */
  streets: (file: File, built: OpenTerritory, onProgress: (share: number) => void) => Promise<BuiltGround>;
  /** Ends all work under way. */
  stop: () => void;
  readConfig: (config: unknown) => Config;
  reopened: (files: TerritoryFiles) => OpenTerritory;
  /** Reasons why a territory may not be published; null for another error. */
  unsafeReasons: (error: unknown) => readonly string[] | null;
  open: (opened: OpenedTerritory | null) => Promise<void>;
}
