// Corrections of one list that hold for another: the list of the next year, or the same under a new name.
import type { Correction } from '../../../model/correction.ts';
import type { RowTable } from '../readers/row-table.ts';
import { quote } from '../rows.ts';
import { columnAt } from './corrections.ts';
import { rowMark } from './row-mark.ts';

/**
 * The corrections of other files that an opened file has a row for, under its name and at its rows. A row is found by its other cells, else by
 * the value put right where one row alone holds it; any other is left out. A cell of the file that has a correction keeps it.
 * @param table under its header (`withHeader`), without corrections
 */
export function carriedCorrections(table: RowTable, all: readonly Correction[]): Correction[] {
  const { name: file, header, records } = table;
  const cells = new Set(all.flatMap((one) => (one.file === file ? [`${one.row}\n${one.column}`] : [])));
  const carried: Correction[] = [];
  for (const { file: from, column: named, found, mark, value } of all) {
    const at = from === file ? -1 : columnAt(header, named);
    if (at < 0) continue;
    const holding = records.filter((record) => quote(record.cells[at] ?? '') === found);
    const marked = holding.filter((record) => rowMark(record.cells, at) === mark);
    const [row, ...others] = marked.length > 0 || found === '' ? marked : holding;
    const column = header[at]!;
    if (!row || others.length > 0 || cells.has(`${row.line}\n${column}`)) continue;
    cells.add(`${row.line}\n${column}`);
    carried.push({ file, row: row.line, column, found, mark: rowMark(row.cells, at), value });
  }
  return carried;
}
