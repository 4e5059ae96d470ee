// What is made of a file that never enters the folder itself: safe counts of a case file; graphs and street map of an extract.
import { visitLists } from '../case-files-here.ts';
import { cubeName, isRaw, newFile, reportName, type FileKind, type ProjectFile } from './project-file.ts';
import { caseFilesOf, freeFolder, releasesBeside } from './releases.ts';
import type { ConfigReading, TerritorySettings } from './project-config.ts';
import type { OpenTerritory, ProjectTools } from './project-types.ts';

interface Folder {
  built: OpenTerritory;
  settings: TerritorySettings;
  reading: ConfigReading;
  files: readonly ProjectFile[];
}

interface Made {
  files: ProjectFile[];
  /** What the file's own line becomes. */
  line: Partial<ProjectFile>;
}

type Maker = (
  tools: ProjectTools,
  file: File,
  folder: Folder,
  onProgress: (share: number) => void
) => Promise<Made>;

const made = (name: string, content: Blob, kind: FileKind): ProjectFile => ({
  ...newFile(name, content.size, content),
  kind,
  state: 'waiting'
});

/** Counts made safe for the audience of the folder: of the years that it does not hold, and of those that the file replaces. */
const safeCounts: Maker = async (tools, file, folder, onProgress) => {
  const former = await releasesBeside(folder.files, file.name);
  const replace = folder.files.find(({ name }) => name === file.name)?.replaces ?? false;
  const {
    cube,
    report,
    counts,
    years,
    findings = []
  } = await tools.protect(file, { ...folder, former, replace, visits: visitLists(folder.files) }, onProgress);
  const same = caseFilesOf(folder.files, former, years?.kept ?? []);
  const line = { state: 'used' as const, counts, findings, ...(years && { years: { ...years, same } }) };
  if (cube === null || report === null) return { files: [], line };
  const json = (text: string) => new Blob([text], { type: 'application/json' });
  const into = freeFolder((name) => former.some((one) => one.folder === name), years?.made.at(-1));
  return {
    files: [
      { ...made(cubeName(into), json(cube), 'protected-counts'), from: file.name },
      { ...made(reportName(into), json(report), 'protection-report'), from: file.name }
    ],
    line
  };
};

const MODES = [
  ['car', 'voiture'],
  ['bike', 'velo'],
  ['foot', 'pied']
] as const;

/** Named after the extract, which is let go: `nord.osm.pbf` gives `nord-voiture.bin`. */
const streets: Maker = async (tools, file, { built }, onProgress) => {
  const { graphs, tiles, findings } = await tools.streets(file, built, onProgress);
  const stem = file.name.replace(/(?:\.osm)?\.pbf$/i, '');
  const blob = (bytes: Uint8Array) => new Blob([bytes as BlobPart]);
  return {
    files: [
      ...MODES.flatMap(([mode, word]) => {
        const bytes = graphs[mode];
        return bytes ? [made(`${stem}-${word}.bin`, blob(bytes), `graph-${mode}`)] : [];
      }),
      ...(tiles ? [made(`${stem}-fond.pmtiles`, blob(tiles), 'ground')] : [])
    ],
    line: { state: 'taken', content: null, finding: findings[0] ?? null }
  };
};

/** Nothing is made of the visits alone: the counts of their children say what they tell, and the pages of the service read them in this tab. */
const visitsRead: Maker = async (tools, file, folder) => ({
  files: [],
  line: { state: 'used', ...(await tools.visits(file, folder)) }
});

/** What a file of a kind is made into, and the state of its line meanwhile; null for a file that a build takes as it is. */
export function makerOf(kind: FileKind | null): { state: 'protecting' | 'extracting'; make: Maker } | null {
  if (kind === 'cases') return { state: 'protecting', make: safeCounts };
  if (kind === 'visits') return { state: 'protecting', make: visitsRead };
  return kind === 'openstreetmap' ? { state: 'extracting', make: streets } : null;
}

/** The file of which something is made next: the counts of a case file take what the visits to its children tell. */
export function nextToMake(files: readonly ProjectFile[]): ProjectFile | undefined {
  const waiting = files.filter(
    ({ kind, state, content }) => isRaw(kind) && state === 'waiting' && content !== null
  );
  return waiting.find(({ kind }) => kind === 'visits') ?? waiting[0];
}

/** Before this share of the work, how long the rest takes is not told. */
const LEAST_SHARE = 0.04;

/** Tells the seconds that are left of a work, from its share done. */
export function remaining(now = () => performance.now()): (share: number) => number | null {
  const start = now();
  return (share) =>
    share < LEAST_SHARE ? null : Math.ceil((((now() - start) / 1000) * (1 - share)) / share);
}
