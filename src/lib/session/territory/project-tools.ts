// What a territory folder asks of workers and of the site: inspection of files, the build, protection of counts, the door of the pages.
import { base } from '$app/paths';
import { parseDashboard } from '$lib/cube/read-dashboard.ts';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import {
  readConfig,
  type ReadBalance,
  type BuildProgress,
  type Config
} from '$lib/engines/territory-builder/index.ts';
import { publishedReport } from '$lib/engines/disclosure/index.ts';
import { YEAR_FACTS_PATH, type TerritoryFiles } from '$lib/model/territory-files.ts';
import type { DoubtfulCell } from '$lib/model/correction.ts';
import { UnsafeTerritory, UnusableInput, type Finding } from '$lib/model/findings.ts';
import type { Month } from '$lib/model/school-year.ts';
import {
  buildClient,
  groundClient,
  importClient,
  type ImportClient
} from '$lib/workers/territory-clients.ts';
import { DisclosureClient } from '$lib/workers/disclosure/client.ts';
import type { CopyRequest, FoundRows } from '$lib/workers/import/protocol.ts';
import { placesOf } from '../case-file.svelte.ts';
import { openTerritory, type OpenedTerritory } from '../territory-door.ts';
import type { BuiltGround } from '$lib/workers/ground/protocol.ts';
import { watchCounts } from '../counts-underway.ts';
import { watchSchoolsOut, watchUncounted } from '../uncounted.ts';
import { areCountsUnderway, schoolsOutOfFiles, uncountedOfFiles } from './file-lines.ts';
import { doubtfulRows, rowsOut } from './rows-out.ts';
import { inspectionOf, type Inspection } from './inspection.ts';
import { loadPacks, loadReference } from './packs.ts';
import { thresholdsIn, type ConfigReading, type TerritorySettings } from './project-config.ts';
import type { FileCounts, ProjectFile } from './project-file.ts';
import { TerritoryProject } from './project.svelte.ts';
import { today } from '../today.ts';
import { reopened, textOf } from './reopened.ts';
import type { FileYears, ReleaseTexts } from './releases.ts';

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

interface CasesFolder {
  built: OpenTerritory;
  settings: TerritorySettings;
  reading: ConfigReading;
  /** Releases that the folder holds beside. */
  former: readonly ReleaseTexts[];
  /** Published years that the file contradicts are replaced. */
  replace: boolean;
}

/** A folder as it was saved. */
export interface SavedFolder {
  config: unknown;
  files: TerritoryFiles;
  /** `content` is null where the file was not saved with the folder. */
  sources: readonly { name: string; size: number; sha256: string; content: Blob | null }[];
  /** ISO date of the first save. */
  created: string;
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
  build: (request: ProjectBuild, onProgress: (progress: BuildProgress) => void) => Promise<OpenTerritory>;
  protect: (file: File, folder: CasesFolder, onProgress: (share: number) => void) => Promise<ProtectedCounts>;
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

function configOf(json: unknown): Config {
  const read = readConfig(json);
  if ('config' in read) return read.config;
  throw new UnusableInput({ code: 'bad-configuration', severity: 'dropped', found: read.faults.join(' ; ') });
}

/** Time limit of the search of each year, seconds. */
const PROTECT_SECONDS = 8;

const WORKBOOK = /\.(?:xlsx|xlsm|xltx|xls|ods|ots|grist)$/i;

async function sheetsOf(file: File, importer: ImportClient): Promise<File[]> {
  const sheets = WORKBOOK.test(file.name) ? await importer.sheets(file, file.name) : [];
  return sheets.length === 0 ? [file] : sheets.map(({ name, content }) => new File([content], name));
}

function workerTools(): ProjectTools {
  const builder = buildClient();
  const importer = importClient();
  const ground = groundClient();
  let disclosure: DisclosureClient | null = null;
  return {
    inspect: async (file, reading) =>
      inspectionOf(await importer.inspect(file, file.name, reading), file.name),
    split: async (files) => (await Promise.all(files.map((file) => sheetsOf(file, importer)))).flat(),
    copy: (file, request) => importer.copy(file, file.name, request),
    doubtful: (files, reading) => importer.doubtful(files, reading),
    async build({ config, departements, sources, former: files }, onProgress) {
      const [{ bytes: reference }, packs] = await Promise.all([
        loadReference(base, fetch),
        loadPacks(base, departements, fetch)
      ]);
      const former = new Map(
        [YEAR_FACTS_PATH, 'tables/dashboard.json'].flatMap((path) => {
          const bytes = files?.get(path);
          return bytes ? [[path, bytes] as const] : [];
        })
      );
      const built = await builder.build(
        { config, sources, reference, base: packs, former, today: today().slice(0, 7) as Month },
        onProgress
      );
      return { ...reopened(built.files), balances: built.balances, findings: built.findings };
    },
    async protect(file, { built, settings, reading, former, replace }, onProgress) {
      const dashboard = parseDashboard(textOf(built.files, 'tables/dashboard.json'));
      disclosure = new DisclosureClient(() => placesOf(dashboard), undefined, reading);
      const { read, kept, findings } = await disclosure.read(file);
      const { made, rows, ...years } = await disclosure.protectBeside(
        { ...thresholdsIn(settings), seconds: PROTECT_SECONDS },
        { former, replace },
        (stage) => onProgress(stage.stage === 'audit' ? stage.share : (stage.place - 1) / stage.of)
      );
      disclosure.forget();
      return {
        cube: made && made.cube,
        report:
          made &&
          JSON.stringify({ ...publishedReport(made.report), file: { read, kept, out: rowsOut(findings) } }),
        counts: {
          read,
          used: rows,
          aside: kept - rows,
          dropped: read - kept,
          doubtful: doubtfulRows(findings)
        },
        findings,
        years: { ...years, made: made?.report.years.map(({ year }) => year) ?? [] }
      };
    },
    streets: (file, { territory }, onProgress) =>
      ground.build(
        { file, box: territory.bounds, modes: ['car', 'bike', 'foot'], tiles: true },
        ({ share }) => onProgress(share)
      ),
    stop() {
      builder.stop();
      ground.stop();
      importer.stop();
      disclosure?.forget();
    },
    readConfig: configOf,
    reopened,
    unsafeReasons: (error) => (error instanceof UnsafeTerritory ? error.reasons : null),
    open: openTerritory
  };
}

let project: TerritoryProject | null = null;

/** The folder of this tab: it outlives the pages, which show it one after the other. */
export function territoryProject(): TerritoryProject {
  if (project) return project;
  const made = new TerritoryProject(workerTools());
  watchCounts(() => areCountsUnderway(made.files));
  watchUncounted(() => uncountedOfFiles(made.files));
  watchSchoolsOut(() => schoolsOutOfFiles(made.files, made.built));
  return (project = made);
}
