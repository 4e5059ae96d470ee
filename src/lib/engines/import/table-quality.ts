// The quality of rows: completeness and duplicate keys of each table, places to look at, findings counted by code.
import type { Finding } from '../../model/findings.ts';
import type { FindingCount, QualityReport, TableQuality } from '../../model/quality.ts';
import { placeQuality, type QualityPlaces } from './place-quality.ts';

/** A table by columns. */
interface Columns {
  name: string;
  /** Columns that together name a row. */
  key: readonly string[];
  rows: number;
  columns: readonly { name: string; cells: readonly unknown[] }[];
}

const isFilled = (cell: unknown): boolean =>
  cell !== null && cell !== undefined && cell !== '' && cell !== '[]' && cell !== '{}';

/** Columns that hold the quality of their row: « position_quality », « quality ». */
const isQuality = (name: string): boolean => name === 'quality' || name.endsWith('_quality');

function duplicateRows({ key, rows, columns }: Columns): number {
  const named = columns.filter(({ name }) => key.includes(name));
  if (named.length === 0) return 0;
  const seen = new Set<string>();
  for (let row = 0; row < rows; row += 1) seen.add(JSON.stringify(named.map(({ cells }) => cells[row])));
  return rows - seen.size;
}

export function tableQuality(table: Columns): TableQuality {
  const qualities: Record<string, number> = {};
  for (const { name, cells } of table.columns) {
    if (!isQuality(name)) continue;
    for (const cell of cells) {
      if (typeof cell === 'string') qualities[cell] = (qualities[cell] ?? 0) + 1;
    }
  }
  return {
    name: table.name,
    rows: table.rows,
    columns: table.columns.map(({ name, cells }) => ({ name, filled: cells.filter(isFilled).length })),
    duplicates: duplicateRows(table),
    qualities
  };
}

/** Findings by code, the most severe first. */
export function countFindings(findings: readonly Finding[]): FindingCount[] {
  const order = ['dropped', 'doubtful', 'note'];
  const counts = new Map<string, FindingCount>();
  for (const { code, severity } of findings) {
    const key = `${severity} ${code}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { code, severity, count: 1 });
  }
  return [...counts.values()].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count
  );
}

/** What the rows of a territory are worth: each table, places to look at, and what was found in the files. */
export const qualityReport = (
  tables: readonly Columns[],
  places: QualityPlaces,
  findings: readonly Finding[]
): QualityReport => ({
  tables: tables.map(tableQuality),
  ...placeQuality(places),
  findings: countFindings(findings)
});
