// A dropped file looked at whole: what it is, its rows, what is left to say of its headers and words, and its rows in doubt.
import type { DoubtfulCell } from '../../../model/correction.ts';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { doubtfulCells } from '../corrections/doubtful-rows.ts';
import type { CaseLists } from '../formats/cases.ts';
import type { FormatId } from '../format-list.ts';
import { withHeader } from '../header-row.ts';
import { importTable, type ImportProgress, type Reading } from '../import-file.ts';
import { corrected } from '../corrections/corrections.ts';
import { proposeMatches, type ProposedMatches } from '../matching/propose.ts';
import { openFile } from '../readers/open.ts';
import type { RowTable } from '../readers/row-table.ts';
import type { DroppedFile } from './dropped-file.ts';
import { kindOfFile, type KnownFile } from './kind-of-file.ts';

export interface InspectOptions extends Reading {
  /** The format that the reader chose, of a file that is near several. */
  format?: FormatId;
  /** Places that exist, for a case file. */
  lists?: CaseLists;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

export interface InspectedFile {
  name: string;
  /** Bytes. */
  size: number;
  known: KnownFile;
  /** The format that it is read as, or would be once its columns are matched; null when it is no table. */
  format: FormatId | null;
  /** Rows; `kept` is null while a column that is needed is not matched. Null when it is no table. */
  counts: { read: number; kept: number | null; dropped: number | null; doubtful: number } | null;
  findings: Finding[];
  /** What is left to say; null when it is no table. */
  proposed: ProposedMatches | null;
  doubtful: DoubtfulCell[];
}

const NOTHING = { format: null, counts: null, findings: [], proposed: null, doubtful: [] };

const doubtfulRows = (cells: readonly DoubtfulCell[]) =>
  new Set(
    cells.flatMap(({ row, findings }) =>
      findings.some(({ severity }) => severity === 'doubtful') ? row : []
    )
  ).size;

async function readAs(format: FormatId, table: RowTable, options: InspectOptions) {
  try {
    const imported = await importTable({ format, table }, options);
    const { read, kept, dropped } = imported.counts;
    return { counts: { read, kept, dropped }, findings: imported.findings };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    const findings = [...error.findings, error.finding];
    const isRead = error.finding.code === 'no-usable-row';
    const [kept, dropped] = isRead ? [0, table.read] : [null, null];
    return { counts: { read: table.read, kept, dropped }, findings };
  }
}

/**
 * Looks at a dropped file: named from its beginning, and read whole when it is a table, or nearly one.
 * @throws the signal's reason when aborted; a file of no use is a value (`known`)
 */
export async function inspectFile(file: DroppedFile, options: InspectOptions = {}): Promise<InspectedFile> {
  const { matches, corrections = [], signal } = options;
  const { name, size } = file;
  const known = await kindOfFile(file, matches);
  signal?.throwIfAborted();
  if (known.kind === 'unknown') return { name, size, known, ...NOTHING, findings: [known.finding] };
  if (known.kind !== 'table' && known.kind !== 'near') return { name, size, known, ...NOTHING };
  const format = options.format ?? (known.kind === 'table' ? known.format : known.near[0]!.format);
  try {
    const source = { name, bytes: await file.read(0, size) };
    const table = withHeader(await openFile(source, matches), matches);
    const proposed = proposeMatches(table, format, matches);
    const { counts, findings } = await readAs(format, corrected(table, corrections), options);
    const doubtful = doubtfulCells(table, findings);
    const told = { counts: { ...counts, doubtful: doubtfulRows(doubtful) }, findings, proposed, doubtful };
    return { name, size, known, format, ...told };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    const { finding } = error;
    return { name, size, known: { kind: 'unknown', finding }, ...NOTHING, findings: [finding] };
  }
}
