// What the page asks of a dropped file: what it is, its sheets, where its rows are, and the copy that may be kept. The import worker exposes it.
import {
  carriedCorrections,
  cleanCopy,
  droppedBlob,
  formatNamed,
  kindOfFile,
  parseJson,
  placeMentions,
  proposeMatches,
  readCorrections,
  splitWorkbook
} from '../../engines/import/index.ts';
import type { FormatId, PersonalColumn, ProposedMatches, Reading } from '../../model/source-files.ts';
import { extractHeader } from '../../engines/ground/index.ts';
import { decodeGraph } from '../../engines/travel/index.ts';
import type { Correction } from '../../model/correction.ts';
import type { PlaceMention } from '../../model/packs.ts';
import { UnusableInput } from '../../model/findings.ts';
import { doubtfulTable, sourceOf } from './doubtful-list.ts';
import type { CopyRequest, SeenFile, SheetFile } from './protocol.ts';

/** Official files are read by their own headers, and are large: only those of a service are looked into, and whole. */
async function lookedInto(
  file: Blob,
  name: string,
  { format, personal }: { format: FormatId; personal: readonly PersonalColumn[] },
  reading: Reading
): Promise<{ proposals: ProposedMatches | null; personal: readonly PersonalColumn[] }> {
  if (formatNamed(format).origin === 'official') return { proposals: null, personal };
  const table = await doubtfulTable(file, name, reading);
  return { proposals: proposeMatches(table, format, reading.matches), personal: table.personal ?? personal };
}

/** @throws UnusableInput unreadable-file */
export async function inspect(file: Blob, name: string, reading: Reading): Promise<SeenFile> {
  const chosen = Object.hasOwn(reading.kinds ?? {}, name) ? reading.kinds![name]! : null;
  if (chosen !== null) {
    const looked = await lookedInto(file, name, { format: chosen, personal: [] }, reading);
    return { kind: 'table', format: chosen, ...looked };
  }
  const known = await kindOfFile(droppedBlob(file, name), reading.matches);
  switch (known.kind) {
    case 'unknown':
      return known;
    case 'table':
      return { kind: 'table', format: known.format, ...(await lookedInto(file, name, known, reading)) };
    case 'near': {
      const { format } = known.near[0]!;
      const table = await doubtfulTable(file, name, reading);
      const proposals = proposeMatches(table, format, reading.matches);
      return { kind: 'near', format, proposals, personal: table.personal ?? known.personal };
    }
    case 'road-graph': {
      const { bytes } = await sourceOf(file, name);
      return { kind: 'road-graph', mode: decodeGraph(bytes).meta.mode };
    }
    case 'corrections': {
      const { corrections, findings } = readCorrections(await doubtfulTable(file, name, reading));
      return { kind: 'corrections', corrections, findings };
    }
    case 'osm': {
      const { date } = await extractHeader(file instanceof File ? file : new File([file], name));
      return { kind: 'osm', date };
    }
    case 'configuration':
      return { kind: 'configuration', config: parseJson(await sourceOf(file, name)).root };
    default:
      return { kind: known.kind };
  }
}

/** The sheets of a workbook, each as a file; none where the file is read as it is. What is damaged is told when it is inspected. */
export async function sheets(file: Blob, name: string): Promise<SheetFile[]> {
  try {
    const found = await splitWorkbook(await sourceOf(file, name));
    return found.map((sheet) => ({ name: sheet.name, content: new Blob([sheet.bytes as BlobPart]) }));
  } catch (error) {
    if (error instanceof UnusableInput) return [];
    throw error;
  }
}

/** Null when no copy may be kept. */
export async function copy(
  file: Blob,
  name: string,
  { format, ...asked }: CopyRequest
): Promise<Blob | null> {
  const bytes = await cleanCopy(await sourceOf(file, name), format, asked);
  return bytes && new Blob([bytes as BlobPart]);
}

/** None where the file cannot be opened. */
export async function mentions(file: Blob, name: string): Promise<PlaceMention[]> {
  try {
    return placeMentions(await doubtfulTable(file, name, { matches: {} }));
  } catch (error) {
    if (error instanceof UnusableInput) return [];
    throw error;
  }
}

/** Corrections of other files that a file has a row for, under its name. */
export const carried = async (
  file: Blob,
  name: string,
  all: readonly Correction[],
  reading: Reading
): Promise<Correction[]> => carriedCorrections(await doubtfulTable(file, name, reading), all);
