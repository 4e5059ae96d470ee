// One file in, its rows and remarks out: recognised, converted a slice at a time, cancelled at will. Nothing is kept of a failure.
import { UnusableInput, type Finding, type Imported } from '../../model/findings.ts';
import { casesImporter, type CaseLists } from './formats/cases.ts';
import { formatNamed, type FedTable, type FormatId, type FormatRows } from './format-list.ts';
import { importing, importNow, placesOf } from './importer.ts';
import { openFile } from './readers/open.ts';
import { recogniseTable, type Recognised } from './recognise.ts';
import type { Container, RowTable } from './readers/row-table.ts';
import { shorten } from './rows.ts';
import type { SourceFile } from './readers/source-file.ts';

export interface ImportProgress {
  phase: 'opening' | 'converting';
  /** Rows. */
  done: number;
  total: number;
}

export interface ImportOptions {
  /** What the place expects; another file is refused (`wrong-file`). */
  expect?: FormatId;
  /** Schools and QPV that exist, for a case file. */
  lists?: CaseLists;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

export interface ImportedFile<Id extends FormatId = FormatId> {
  format: Id;
  table: FedTable;
  container: Container;
  rows: FormatRows[Id][];
  findings: Finding[];
  /** `read` = `kept` + `dropped`; a row may have several findings that leave it in. */
  counts: { read: number; kept: number; dropped: number; findings: number };
}

const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A note for each column that a list of the service holds and that is not asked for: it is not read. */
function unaskedColumns(
  { header, name: file }: RowTable,
  columns: Parameters<typeof placesOf>[1]
): Finding[] {
  const asked = new Set([...placesOf(header, columns).values()].flat());
  return header
    .filter((name, at) => name !== '' && !asked.has(at))
    .map((name) => ({ code: 'unknown-column', severity: 'note', file, column: shorten(name) }));
}

/**
 * Imports an opened and recognised file.
 * @throws UnusableInput when it is of no use; the signal's reason when it is aborted
 */
export async function importTable(
  { format: id, table }: Pick<Recognised, 'format' | 'table'>,
  { lists, signal, onProgress }: Omit<ImportOptions, 'expect'> = {}
): Promise<ImportedFile> {
  const { table: fed, origin, importer } = formatNamed(id);
  const total = table.records.length;
  const work = importing(table, id === 'cases' ? (casesImporter(lists) as typeof importer) : importer);
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (!step.done) {
      onProgress?.({ phase: 'converting', done: step.value, total });
      await breathe();
      continue;
    }
    const { rows, findings, read } = step.value;
    if (origin !== 'official') findings.push(...unaskedColumns(table, importer.columns));
    if (rows.length === 0) {
      const finding = { code: 'no-usable-row', severity: 'dropped', file: table.name } as const;
      throw new UnusableInput({ ...finding, found: String(read) }, { findings });
    }
    onProgress?.({ phase: 'converting', done: total, total });
    const counts = { read, kept: rows.length, dropped: read - rows.length, findings: findings.length };
    const { container } = table;
    return { format: id, table: fed, container, rows: rows as FormatRows[FormatId][], findings, counts };
  }
}

/** The refusal of a file that is another than its place expects; null when it is, or when nobody knows what it is. */
function otherThan(expected: FormatId, recognised: Recognised | Finding, file: string): UnusableInput | null {
  if ('code' in recognised || recognised.format === expected || recognised.confidence === 0) return null;
  const sides = { found: recognised.format, expected };
  return new UnusableInput({ code: 'wrong-file', severity: 'dropped', file, ...sides });
}

/**
 * Imports an opened file as the format that its place expects, at once; it may have no row left.
 * @throws UnusableInput wrong-file when it is clearly another, missing-column or another reason when it is of no use
 */
export function importExpected<Id extends FormatId>(table: RowTable, id: Id): Imported<FormatRows[Id]> {
  const other = otherThan(id, recogniseTable(table), table.name);
  if (other) throw other;
  return importNow(table, formatNamed(id).importer) as Imported<FormatRows[Id]>;
}

/**
 * Opens, recognises and imports a file.
 * @throws UnusableInput when it is of no use or is not what was expected; the signal's reason when it is aborted
 */
export async function importFile(source: SourceFile, options: ImportOptions = {}): Promise<ImportedFile> {
  options.signal?.throwIfAborted();
  options.onProgress?.({ phase: 'opening', done: 0, total: 0 });
  const table = await openFile(source);
  const recognised = recogniseTable(table);
  const { expect } = options;
  await breathe();
  if (expect !== undefined) {
    const other = otherThan(expect, recognised, source.name);
    if (other) throw other;
    return importTable({ format: expect, table }, options);
  }
  if ('code' in recognised) throw new UnusableInput(recognised);
  return importTable(recognised, options);
}
