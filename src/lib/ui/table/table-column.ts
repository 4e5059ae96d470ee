// What a table is told of a column.
import type { Snippet } from 'svelte';
import type { Count } from '$lib/cube/filter';
import { duration, integer, percent } from '$lib/i18n/numbers';

/** What the cells hold. Figures stand at the right and are written on one line; an action is a control, left out on paper. */
export type CellKind = 'text' | 'number' | 'share' | 'duration' | 'action';
/** null and undefined: nothing is known, a dash says so. A count may be protected: then it is said, and never nought. */
export type CellValue = string | number | Count | null | undefined;
/** Weight and colour of what is told; `plain` and `label` lighten a name. */
export type CellTone = 'strong' | 'label' | 'plain' | 'accent' | 'quiet';

/** Of a row: the same, or set off from the others. */
export type RowTone = CellTone | 'marked';

export interface TableColumn<Row> {
  key: string;
  label: string;
  kind?: CellKind;
  /** By default, figures to the right and the rest to the left. */
  align?: 'left' | 'right';
  /** What stands in the cell: a number is written as its kind says. */
  value?: (row: Row) => CellValue;
  /** In place of `value`, for what is more than words. Told the column's key, for tables whose columns are known late. */
  cell?: Snippet<[Row, string]>;
  /** Under the label, in small. */
  labelNote?: string;
  /** In place of the label, for what is more than words. */
  head?: Snippet;
  /** Under the value, in small. */
  note?: (row: Row) => string | null;
  /** Where the value leads. */
  href?: (row: Row) => string;
  tone?: CellTone | ((row: Row) => CellTone | null);
  /** Its cells name the rows; without it, the first column does. */
  rowHead?: boolean;
  /** Value to sort by; no value, no sorting. null goes last. */
  sort?: (row: Row) => number | string | null;
  /** First click sorts from high to low. */
  descendingFirst?: boolean;
  /** Its label is read and not shown: a column of controls tells itself. */
  quiet?: boolean;
  /** Its words stay on one line. */
  nowrap?: boolean;
  /** A third of the table, for what is drawn. */
  width?: 'third';
  /** On a phone: left out, wide enough for a line that can be read, or without its label in a card, where its words tell what they are. */
  phone?: 'hidden' | 'wide' | 'told';
  lang?: (row: Row) => string | undefined;
}

export interface TableSort {
  key: string;
  descending: boolean;
}

const WRITE: Record<CellKind, (value: number) => string> = {
  text: integer,
  action: integer,
  number: integer,
  share: percent,
  duration
};

/** The words of a value that is no count. */
export function cellText(kind: CellKind, value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'number' ? WRITE[kind](value) : value;
}

const FIGURES: readonly CellKind[] = ['number', 'share', 'duration'];
export const isFigure = (kind: CellKind = 'text'): boolean => FIGURES.includes(kind);

/** Classes of the cells of a column, its head included. */
export const cellClasses = ({
  kind,
  align,
  nowrap,
  width,
  phone
}: Pick<TableColumn<never>, 'kind' | 'align' | 'nowrap' | 'width' | 'phone'>) => [
  (align ?? (isFigure(kind) ? 'right' : 'left')) === 'right' && 'right',
  kind === 'action' && 'screen-only',
  nowrap && 'nowrap',
  width,
  phone && `phone-${phone}`
];

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
