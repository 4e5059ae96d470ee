// The rows of a table that add the others up, which are nobody and nothing of its own.
import type { RowTable } from './row-table.ts';

const TOTAL = /^(?:sous[- ])?tota(?:l|ux)(?:[ :]|$)/i;
const NUMBER = /^[-+]?[\d\s\u00a0\u202f.,]*[€%]?$/;

/** A row whose first word is « Total », and that has nothing but numbers beside it. */
function isTotal(cells: readonly string[]): boolean {
  const [first = '', ...others] = cells.map((cell) => cell.trim()).filter(Boolean);
  return TOTAL.test(first) && others.every((cell) => NUMBER.test(cell));
}

/** The table without its rows of totals, which are told. */
export function withoutTotals(table: RowTable): RowTable {
  const totals = table.records.filter(({ cells }) => isTotal(cells));
  if (totals.length === 0) return table;
  const lines = new Set(totals.map(({ line }) => line));
  const found = [...lines].join(', ');
  return {
    ...table,
    records: table.records.filter(({ line }) => !lines.has(line)),
    read: table.read - totals.length,
    findings: [
      ...table.findings.filter(({ row }) => row === undefined || !lines.has(row)),
      { code: 'total-rows', severity: 'note', file: table.name, found }
    ]
  };
}
