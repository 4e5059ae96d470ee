// Imports a file: opened, recognised and converted in slices, so that progress is reported and the import can be aborted.
import type { Reading, FormatId, FormatMatches, SourceFile } from '../../model/source-files.ts';
import { UnusableInput, type Finding, type Imported } from '../../model/findings.ts';
import type { Case } from '../../model/pathway.ts';
import type { CaseLists } from './formats/cases.ts';
import { caseReading } from './case-reading.ts';
import { formatNamed, type TargetTable, type FormatRows } from './format-list.ts';
import { withHeader } from './header-row.ts';
import { columnPositions, importInSlices, importSync, type Importer } from './importer.ts';
import { corrected } from './corrections/corrections.ts';
import { ignoredHeaders, matchedImporter, matchesOf } from './matching/matches.ts';
import { possibleFormats } from './personal/possible-formats.ts';
import { openFile } from './readers/open.ts';
import { sizeRefusal } from './size-limits.ts';
import { recogniseTable, type Recognised } from './recognise.ts';
import type { Container, RowTable } from './readers/row-table.ts';
import { quote } from './rows.ts';

export interface ImportProgress {
  phase: 'opening' | 'converting';
  /** Rows. */
  done: number;
  total: number;
}

export interface ImportOptions extends Reading {
  /** The format expected; a file of another is refused (`wrong-file`). */
  expect?: FormatId;
  /** Schools and QPV that exist, for a case file. */
  lists?: CaseLists;
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

export interface ImportedFile<Id extends FormatId = FormatId> {
  format: Id;
  table: TargetTable;
  container: Container;
  rows: FormatRows[Id][];
  findings: Finding[];
  /** In rows, but for `findings`. `read` = `kept` + `dropped`. */
  counts: { read: number; kept: number; dropped: number; findings: number };
}

const yieldToEventLoop = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** A note for each column that is not read: service lists and case files should hold no more than is asked. */
function unknownColumns(
  { header, name: file }: RowTable,
  columns: Parameters<typeof columnPositions>[1],
  ignored: readonly string[]
): Finding[] {
  const asked = new Set([...columnPositions(header, columns).values()].flat());
  return header
    .filter((name, at) => name !== '' && !asked.has(at) && !ignored.includes(name))
    .map((name) => ({ code: 'unknown-column', severity: 'note', file, column: quote(name) }));
}

/** Headers left out by the matches, each said. */
function ignoredColumns({ header, name: file }: RowTable, matches: FormatMatches): Finding[] {
  return ignoredHeaders(header, matches).map((name) => {
    return { code: 'ignored-column', severity: 'note', file, column: quote(name) };
  });
}

/** The table under its header, with its values put right. */
const readAs = (opened: RowTable, { matches, corrections = [] }: Reading): RowTable =>
  corrected(withHeader(opened, matches), corrections);

/** Converts an opened file in slices; with `strict`, columns that are not read become notes. */
async function convert<Row>(
  table: RowTable,
  usual: Importer<string, Row>,
  strict: boolean,
  matches: FormatMatches,
  { signal, onProgress }: Pick<ImportOptions, 'signal' | 'onProgress'>
): Promise<Imported<Row>> {
  const importer = matchedImporter(usual, table.header, matches);
  const total = table.records.length;
  const work = importInSlices(table, importer);
  for (;;) {
    signal?.throwIfAborted();
    const step = work.next();
    if (!step.done) {
      onProgress?.({ phase: 'converting', done: step.value, total });
      await yieldToEventLoop();
      continue;
    }
    const { rows, findings, read } = step.value;
    const ignored = ignoredColumns(table, matches);
    findings.push(...ignored);
    if (strict)
      findings.push(...unknownColumns(table, importer.columns, ignoredHeaders(table.header, matches)));
    if (rows.length === 0) {
      const finding = { code: 'no-usable-row', severity: 'dropped', file: table.name } as const;
      throw new UnusableInput({ ...finding, found: String(read) }, { findings });
    }
    onProgress?.({ phase: 'converting', done: total, total });
    return step.value;
  }
}

/**
 * Imports an opened and recognised file; its corrections are those already made in the table.
 * @throws UnusableInput when no row is kept; the signal's reason when aborted
 */
export async function importTable(
  { format, table }: Pick<Recognised, 'format' | 'table'>,
  options: Omit<ImportOptions, 'expect'> = {}
): Promise<ImportedFile> {
  const { table: target, origin, importer } = formatNamed(format);
  const said = matchesOf(options.matches, format);
  const cases = format === 'cases' ? caseReading(table, said, options.lists) : null;
  const { rows, findings, read } = await convert(
    table,
    cases ? (cases.importer as typeof importer) : importer,
    origin !== 'official',
    cases?.matches ?? said,
    options
  );
  findings.push(...(cases?.findings ?? []));
  const counts = { read, kept: rows.length, dropped: read - rows.length, findings: findings.length };
  return {
    format,
    table: target,
    container: table.container,
    rows: rows as FormatRows[FormatId][],
    findings,
    counts
  };
}

/** The refusal of a file recognised as another format than expected; null when it is the expected one, or not recognised. */
function wrongFormat(
  expected: FormatId,
  recognised: Recognised | Finding,
  table: RowTable
): UnusableInput | null {
  const { name: file } = table;
  if (expected !== 'cases' && !possibleFormats(table).some(({ id }) => id === expected))
    return new UnusableInput({ code: 'children-list', severity: 'dropped', file });
  if ('code' in recognised || recognised.format === expected || recognised.confidence === 0) return null;
  const sides = { found: recognised.format, expected };
  return new UnusableInput({ code: 'wrong-file', severity: 'dropped', file, ...sides });
}

/**
 * Imports an opened file as the expected format, at once; it may keep no row.
 * @param reading what was said of its headers, words and values
 * @throws UnusableInput `wrong-file` when it is recognised as another, `missing-column` or another reason when it is of no use
 */
export function importExpected<Id extends FormatId>(
  opened: RowTable,
  id: Id,
  reading: Reading = {}
): Imported<FormatRows[Id]> {
  const table = readAs(opened, reading);
  const { matches, kinds = {} } = reading;
  const isChosen = Object.hasOwn(kinds, table.name) && kinds[table.name] === id;
  const other = isChosen ? null : wrongFormat(id, recogniseTable(table, matches), table);
  if (other) throw other;
  const said = matchesOf(matches, id);
  const imported = importSync(table, matchedImporter(formatNamed(id).importer, table.header, said));
  imported.findings.push(...ignoredColumns(table, said));
  const { origin, importer } = formatNamed(id);
  if (origin !== 'official') {
    const columns = matchedImporter(importer, table.header, said).columns;
    imported.findings.push(...unknownColumns(table, columns, ignoredHeaders(table.header, said)));
  }
  return imported as Imported<FormatRows[Id]>;
}

/**
 * Opens, recognises and imports a file.
 * @throws UnusableInput when it is of no use or not what was expected; the signal's reason when aborted
 */
export async function importFile(source: SourceFile, options: ImportOptions = {}): Promise<ImportedFile> {
  options.signal?.throwIfAborted();
  options.onProgress?.({ phase: 'opening', done: 0, total: 0 });
  const { expect, matches } = options;
  const table = readAs(await openFile(source, matches), options);
  const recognised = recogniseTable(table, matches);
  await yieldToEventLoop();
  if (expect !== undefined) {
    const other = wrongFormat(expect, recognised, table);
    if (other) throw other;
    return importTable({ format: expect, table }, options);
  }
  if ('code' in recognised) throw new UnusableInput(recognised);
  return importTable(recognised, options);
}

/**
 * Opens and imports a case file.
 * @param lists schools and QPV that exist
 * @param reading what was said of its headers, words and values
 * @throws UnusableInput when it is too large, cannot be opened, holds geometries, lacks a column, or no row is kept
 */
export async function readCaseFile(
  source: SourceFile,
  lists: CaseLists = {},
  reading: Reading = {}
): Promise<Imported<Case>> {
  const { name: file, bytes } = source;
  const tooLarge = sizeRefusal(file, bytes.length, 'cases');
  if (tooLarge) throw new UnusableInput(tooLarge);
  const table = readAs(await openFile(source, reading.matches), reading);
  if (table.drawn) throw new UnusableInput({ code: 'case-file-drawn', severity: 'dropped', file });
  const { importer, matches, findings } = caseReading(table, matchesOf(reading.matches, 'cases'), lists);
  const imported = await convert(table, importer, true, matches, {});
  imported.findings.push(...findings);
  return imported;
}
