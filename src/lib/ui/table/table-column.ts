// A column on screen: what the table says of it, and what Svelte draws in place of its words.
import type { Snippet } from 'svelte';
import { isFigure, cellText, type CellTone, type ViewColumn } from '$lib/export/columns';

/** Of a row: the same, or set off from the others. */
export type RowTone = CellTone | 'marked';

export interface TableColumn<Row> extends ViewColumn<Row> {
  /** In place of `value`, for what is more than words. Told the column's key, for tables whose columns are known late. */
  cell?: Snippet<[Row, string]>;
  /** In place of the label, for what is more than words. */
  head?: Snippet;
}

export interface TableSort {
  key: string;
  descending: boolean;
}

/** Classes of the cells of a column, its head included. */
export const cellClasses = ({
  kind,
  align,
  nowrap,
  drawn,
  phone
}: Pick<TableColumn<never>, 'kind' | 'align' | 'nowrap' | 'drawn' | 'phone'>) => [
  (align ?? (isFigure(kind) ? 'right' : 'left')) === 'right' && 'right',
  kind === 'action' && 'screen-only',
  nowrap && 'nowrap',
  drawn && 'third',
  phone && `phone-${phone}`
];

/** Rows in the order asked for; null last either way; ties keep their order. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
  compare: (a: string, b: string) => number
): readonly Row[] {
  const column = columns.find(({ key }) => key === sort?.key);
  if (!column?.sort || !sort) return rows;
  const by = sortOf(column);
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y)));
  });
}

function sortOf<Row>(column: TableColumn<Row>): (row: Row) => number | string | null {
  const { sort, value } = column;
  if (typeof sort === 'function') return sort;
  if (sort === 'words') return (row) => cellText(column, row);
  return (row) => {
    const held = value?.(row) ?? null;
    return typeof held === 'object' ? (held?.value ?? null) : held;
  };
}
