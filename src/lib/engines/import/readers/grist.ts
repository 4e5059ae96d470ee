// A Grist document (.grist): each of its tables as a sheet, under the labels of its columns.
import { rowCellText } from './row-table.ts';
import type { ReadSheet } from './sheets.ts';
import { namedRows, type SqlCell, type SqliteFile } from './sqlite.ts';

const TABLES = '_grist_Tables';
const COLUMNS = '_grist_Tables_column';

/** Whether a file of SQLite is a Grist document. */
export const isGrist = ({ tables }: SqliteFile): boolean =>
  tables.includes(TABLES) && tables.includes(COLUMNS);

interface GristColumn {
  /** Number in the document. */
  id: SqlCell;
  /** Name in its table. */
  colId: string;
  label: string;
  type: string;
  /** The column whose value is shown in its place; 0 for none. */
  shown: SqlCell;
}

/** Lists are kept as JSON: `["L", "a", "b"]`. */
function listText(text: string): string {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return text;
    return rowCellText(list[0] === 'L' ? list.slice(1) : list);
  } catch {
    return text;
  }
}

function cellText(value: SqlCell, type: string): string {
  if (typeof value === 'number' && /^Date(?:Time)?\b/.test(type)) return rowCellText(new Date(value * 1000));
  if (type === 'Bool' && typeof value === 'number') return rowCellText(value !== 0);
  if (typeof value === 'string' && value.startsWith('[')) return listText(value);
  return value instanceof Uint8Array ? '' : rowCellText(value);
}

/** Every table of the document that a person sees. */
export function gristSheets(file: SqliteFile): ReadSheet[] {
  const columns = new Map<SqlCell, GristColumn[]>();
  for (const row of namedRows(file.read(COLUMNS))) {
    const colId = String(row.colId);
    const column = {
      id: row.id ?? null,
      colId,
      label: String(row.label ?? ''),
      type: String(row.type),
      shown: row.displayCol ?? 0
    };
    columns.set(row.parentId ?? null, [...(columns.get(row.parentId ?? null) ?? []), column]);
  }
  return namedRows(file.read(TABLES)).flatMap(({ id, tableId, summarySourceTable }): ReadSheet[] => {
    const sheet = String(tableId);
    // A summary repeats a table.
    if (summarySourceTable || !file.tables.includes(sheet)) return [];
    const own = columns.get(id ?? null) ?? [];
    const seen = own.filter(({ colId }) => colId !== 'manualSort' && !colId.startsWith('gristHelper_'));
    const byId = new Map(own.map((column) => [column.id, column]));
    const rows = namedRows(file.read(sheet)).map((row) =>
      seen.map((column) => {
        const { colId, type } = byId.get(column.shown) ?? column;
        return cellText(row[colId] ?? null, type);
      })
    );
    return [{ sheet, rows: [seen.map(({ colId, label }) => label || colId), ...rows] }];
  });
}
