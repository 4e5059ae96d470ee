// Which official format, or which list of the service, a file is: by its columns and its first rows, never by its name.
import { UnusableInput, type Finding } from '../../model/findings.ts';
import { FORMATS, type FileFormat, type FormatId } from './format-list.ts';
import { importSync, columnPositions } from './importer.ts';
import { openFile } from './readers/open.ts';
import type { RowTable } from './readers/row-table.ts';
import { quote } from './rows.ts';
import type { SourceFile } from './readers/row-table.ts';

export interface Recognised {
  format: FormatId;
  /** Share of the first rows that the format keeps, 0 to 1: near 0, the file only looks like it. */
  confidence: number;
  /** The file, opened: hand it to `importTable`, so that it is read once. */
  table: RowTable;
}

/** Rows tried to tell two formats apart. */
const SAMPLE_ROWS = 50;

interface Candidate {
  format: FileFormat;
  confidence: number;
  /** Columns that fit. */
  columns: number;
}

function tryFormat(format: FileFormat, table: RowTable): Candidate | null {
  const { importer } = format;
  const places = columnPositions(table.header, importer.columns);
  if (!importer.required.every((key) => places.has(key))) return null;
  if ('areas' in importer && !table.drawn) return null;
  const sample = { ...table, findings: [], records: table.records.slice(0, SAMPLE_ROWS) };
  try {
    const { rows } = importSync(sample, importer);
    return { format, confidence: rows.length / sample.records.length, columns: places.size };
  } catch (cause) {
    if (!(cause instanceof UnusableInput)) throw cause;
    return { format, confidence: 0, columns: places.size };
  }
}

/** The refusal of a file that is readable and unknown. */
function unknownFormat({ name: file, header }: RowTable): Finding {
  return { code: 'unknown-format', severity: 'dropped', file, found: quote(header.join(', ')) };
}

/** The format whose columns are there and whose rows it keeps; of two, the one that more columns speak for. */
export function recogniseTable(table: RowTable): Recognised | Finding {
  const candidates = FORMATS.flatMap((format) => tryFormat(format, table) ?? []);
  const rank = ({ confidence, columns }: Candidate) => (confidence > 0 ? 1_000 : 0) + columns;
  candidates.sort((a, b) => rank(b) - rank(a) || b.confidence - a.confidence);
  const [best] = candidates;
  return best ? { format: best.format.id, confidence: best.confidence, table } : unknownFormat(table);
}

/** Opens a file and says what it is; a file that is of no use gives the finding that says why. */
export async function recognise(source: SourceFile): Promise<Recognised | Finding> {
  try {
    return recogniseTable(await openFile(source));
  } catch (error) {
    if (error instanceof UnusableInput) return error.finding;
    throw error;
  }
}
