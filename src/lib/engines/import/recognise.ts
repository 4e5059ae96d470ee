// Recognises the format of a file by its columns and first rows, never by its name.
import { UnusableInput, type Finding } from '../../model/findings.ts';
import { appointmentsFinding } from './appointments.ts';
import type { FileFormat } from './format-list.ts';
import type { FormatId, Matches, SourceFile } from '../../model/source-files.ts';
import { hasOutlines, importSync, columnPositions, missingKey } from './importer.ts';
import { withHeader } from './header-row.ts';
import { matchedImporter, matchesOf } from './matching/matches.ts';
import { possibleFormats } from './personal/possible-formats.ts';
import { openFile } from './readers/open.ts';
import type { RowTable } from './readers/row-table.ts';
import { quote } from './rows.ts';

export interface Recognised {
  format: FormatId;
  /** Share of the first rows that the format keeps, 0 to 1; near 0, only the columns match. */
  confidence: number;
  /** The opened file, for `importTable`. */
  table: RowTable;
}

/** Rows tried against each candidate format. */
const SAMPLE_ROWS = 50;
/** Rows among which repeated schools are looked for. */
const LOOKED_AT = 2_000;

interface Candidate {
  format: FileFormat;
  confidence: number;
  /** Columns found in the header. */
  columns: number;
}

function tryFormat(format: FileFormat, table: RowTable, matches: Matches | undefined): Candidate | null {
  const importer = matchedImporter(format.importer, table.header, matchesOf(matches, format.id));
  const places = columnPositions(table.header, importer.columns);
  if (missingKey(importer, places) !== null) return null;
  if (!hasOutlines(importer, table)) return null;
  if (importer.fits?.({ ...table, records: table.records.slice(0, LOOKED_AT) }, places) === false)
    return null;
  const sample = { ...table, findings: [], records: table.records.slice(0, SAMPLE_ROWS) };
  try {
    const { rows } = importSync(sample, importer);
    return { format, confidence: rows.length / sample.records.length, columns: places.size };
  } catch (cause) {
    if (!(cause instanceof UnusableInput)) throw cause;
    return { format, confidence: 0, columns: places.size };
  }
}

/** The finding that refuses a readable file of no known format. */
function unknownFormat({ name: file, header }: RowTable): Finding {
  return { code: 'unknown-format', severity: 'dropped', file, found: quote(header.join(', ')) };
}

/** The format whose required columns are present and which keeps some of the first rows; of several, the one with most columns found. */
export function recogniseTable(opened: RowTable, matches?: Matches): Recognised | Finding {
  const table = withHeader(opened, matches);
  if (table.ofAppointments) return appointmentsFinding(table);
  const candidates = possibleFormats(table).flatMap((format) => tryFormat(format, table, matches) ?? []);
  const rank = ({ confidence, columns }: Candidate) => (confidence > 0 ? 1_000 : 0) + columns;
  candidates.sort((a, b) => rank(b) - rank(a) || b.confidence - a.confidence);
  const [best] = candidates;
  return best ? { format: best.format.id, confidence: best.confidence, table } : unknownFormat(table);
}

/** Opens and recognises a file; the finding that refuses it otherwise. */
export async function recognise(source: SourceFile, matches?: Matches): Promise<Recognised | Finding> {
  try {
    return recogniseTable(await openFile(source, matches), matches);
  } catch (error) {
    if (error instanceof UnusableInput) return error.finding;
    throw error;
  }
}
