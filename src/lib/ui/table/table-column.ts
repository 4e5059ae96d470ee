// What a table is told of a column.
import type { Snippet } from 'svelte';

export interface TableColumn<Row> {
  key: string;
  label: string;
  /** Text and names to the left, numbers to the right. */
  align?: 'left' | 'right';
  /** Value to sort by; no value, no sorting. null goes last. */
  sort?: (row: Row) => number | string | null;
  /** First click sorts from high to low. */
  descendingFirst?: boolean;
  /** Told the column's key, for tables whose columns are known late. */
  cell: Snippet<[Row, string]>;
  /** Its label is read and not shown: a column of arrows tells itself. */
  quiet?: boolean;
  /** Only controls: left out on paper. */
  screenOnly?: boolean;
}

export interface TableSort {
  key: string;
  descending: boolean;
}

/** Rows in the order asked for; null last either way; ties keep their order. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Pick<TableColumn<Row>, 'key' | 'sort'>[],
  sort: TableSort | null,
  compare: (a: string, b: string) => number
): readonly Row[] {
  const by = columns.find(({ key }) => key === sort?.key)?.sort;
  if (!by || !sort) return rows;
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y)));
  });
}
