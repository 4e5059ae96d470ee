// Corrections applied to the rows of an opened file, before they are converted.
import * as v from 'valibot';
import type { Correction } from '../../../model/correction.ts';
import type { Finding } from '../../../model/findings.ts';
import { foldHeader } from '../../../model/names.ts';
import type { RowRecord, RowTable } from '../readers/row-table.ts';
import { quote } from '../rows.ts';
import { rowMark } from './row-mark.ts';

const MOST_LETTERS = 2_000;
const MOST_CORRECTIONS = 100_000;
const text = v.pipe(v.string(), v.maxLength(MOST_LETTERS));

/** The corrections of a configuration (key `corrections`). */
export const CorrectionsSchema = v.pipe(
  v.array(
    v.object({
      file: text,
      row: v.pipe(v.number(), v.integer(), v.minValue(1)),
      column: text,
      found: text,
      mark: v.optional(text),
      value: text
    })
  ),
  v.maxLength(MOST_CORRECTIONS)
);

/** Index of a column by its header, or -1. */
export function columnAt(header: readonly string[], column: string): number {
  const exact = header.indexOf(column);
  if (exact >= 0) return exact;
  return header.findIndex((name) => quote(name) === column || foldHeader(name) === foldHeader(column));
}

/** The row that a correction speaks of: at its line, or where its mark moved to; null when it is not there any more. */
function rowOf(
  { row, found, mark }: Correction,
  at: number,
  byLine: ReadonlyMap<number, RowRecord>,
  { records, hides = () => false }: RowTable
): RowRecord | null {
  // A cell that may name a person was seen as an empty one.
  const holds = ({ cells: { [at]: cell = '' } }: RowRecord) => (hides(cell) ? '' : quote(cell)) === found;
  const isMarked = ({ cells }: RowRecord) => mark === undefined || rowMark(cells, at) === mark;
  const here = byLine.get(row);
  if (here && holds(here) && (isMarked(here) || found !== '')) return here;
  if (mark === undefined) return null;
  const moved = records.filter((record) => holds(record) && isMarked(record));
  return moved.length === 1 ? moved[0]! : null;
}

/**
 * The table with its corrections made, each noted (`corrected`). One whose row no longer holds the value that was seen is refused, with a
 * finding (`correction-refused`); one that the file already holds says nothing.
 */
export function corrected(table: RowTable, all: readonly Correction[]): RowTable {
  const corrections = all.filter(({ file }) => file === table.name);
  if (corrections.length === 0) return table;
  const { name: file, header } = table;
  const byLine = new Map(table.records.map((record) => [record.line, record]));
  const findings: Finding[] = [...table.findings];
  const changed = new Map<RowRecord, string[]>();
  for (const correction of corrections) {
    const { row, column, found, value } = correction;
    const at = columnAt(header, column);
    const place = { file, row, column };
    const record = at < 0 ? null : rowOf(correction, at, byLine, table);
    if (!record) {
      const now = byLine.get(row)?.cells[at]?.trim();
      if (now === value) continue;
      const sides = { ...(now ? { found: quote(now) } : {}), expected: found };
      findings.push({ code: 'correction-refused', severity: 'doubtful', ...place, ...sides });
      continue;
    }
    const cells = changed.get(record) ?? [...record.cells];
    while (cells.length < at) cells.push('');
    cells[at] = value;
    changed.set(record, cells);
    findings.push({
      code: 'corrected',
      severity: 'note',
      ...place,
      row: record.line,
      ...(found && { found }),
      expected: quote(value)
    });
  }
  const records = table.records.map((record) => {
    const cells = changed.get(record);
    return cells ? { ...record, cells } : record;
  });
  return { ...table, findings, records };
}
