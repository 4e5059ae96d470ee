// What a dropped file is for a territory folder: the kind of its place in the configuration, or why it has none.
import type { FormatId, PersonalColumn, ProposedMatches } from '$lib/model/source-files.ts';
import type { Correction } from '$lib/model/correction.ts';
import { UnusableInput, type Finding } from '$lib/model/findings.ts';
import type { SeenFile } from '$lib/workers/import/protocol.ts';
import { Stopped } from '$lib/workers/stopped.ts';
import type { ConfigReading } from './project-config.ts';
import { isTable, type FileKind, type ProjectFile } from './project-file.ts';

/** What is seen in a file before it is used. */
export interface Inspection {
  kind: FileKind | null;
  format: FormatId | null;
  /** Columns and values that are not recognised; null when all are. */
  proposals: ProposedMatches | null;
  /** A required column is to be matched before the file can be used. */
  needsMatch: boolean;
  /** Corrections that the file brings: a list of doubtful rows that comes back. */
  corrections: readonly Correction[] | null;
  /** A configuration of the shell: its settings become those of the folder. */
  config: unknown;
  /** Date of the data of an extract, `YYYY-MM-DD`. */
  date: string | null;
  /** Its columns of persons, which are left out. */
  personal: readonly PersonalColumn[];
  /** Why it is left out. */
  finding: Finding | null;
}

const NOTHING: Inspection = {
  kind: null,
  format: null,
  proposals: null,
  needsMatch: false,
  corrections: null,
  config: null,
  date: null,
  personal: [],
  finding: null
};

/** Files recognised that a folder does not take, and the finding that says what to do with them. */
const NOT_TAKEN = {
  maillage: 'maillage-alone',
  gtfs: 'gtfs-not-taken',
  certificate: 'certificate-not-taken'
} as const;

export function inspectionOf(seen: SeenFile, file: string): Inspection {
  switch (seen.kind) {
    case 'unknown':
      return { ...NOTHING, finding: seen.finding, personal: seen.personal ?? [] };
    case 'table':
    case 'near': {
      const { format, proposals, personal } = seen;
      const needsMatch = seen.kind === 'near' || (proposals?.missing.length ?? 0) > 0;
      return { ...NOTHING, kind: format, format, proposals, personal, needsMatch };
    }
    case 'road-graph':
      return { ...NOTHING, kind: `graph-${seen.mode}` };
    case 'corrections':
      return { ...NOTHING, corrections: seen.corrections, finding: seen.findings[0] ?? null };
    case 'configuration':
      return { ...NOTHING, config: seen.config };
    case 'osm':
      return { ...NOTHING, kind: 'openstreetmap', date: seen.date };
    case 'calendar':
      // Whose it is, only the reader can say.
      return { ...NOTHING, kind: 'calendar', needsMatch: true };
    case 'pmtiles':
      return { ...NOTHING, kind: 'ground' };
    case 'basemap':
    case 'logo':
      return { ...NOTHING, kind: seen.kind };
    case 'cube':
      return { ...NOTHING, kind: 'protected-counts' };
    case 'report':
      return { ...NOTHING, kind: 'protection-report' };
    default:
      return { ...NOTHING, finding: { code: NOT_TAKEN[seen.kind], severity: 'dropped', file } };
  }
}

type Persons = ProjectFile['personal'];
/** Of files that a folder was opened with: looked at once. */
const looked = new WeakMap<Blob, Persons>();

/** Columns of persons of a file, looked for when the folder was opened with it; null when they cannot be: it is not carried then. */
export async function personsOf(
  inspect: (file: File, reading: ConfigReading) => Promise<Inspection>,
  { name, content, personal, kind }: ProjectFile,
  reading: ConfigReading
): Promise<Persons> {
  if (personal !== null || !content || !isTable(kind)) return personal ?? [];
  const known = looked.get(content);
  if (known) return known;
  try {
    const seen = await inspect(content instanceof File ? content : new File([content], name), reading);
    looked.set(content, seen.personal);
    return seen.personal;
  } catch (error) {
    if (error instanceof Stopped || error instanceof UnusableInput) return null;
    throw error;
  }
}
