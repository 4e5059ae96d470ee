// A table said once, as rows under columns: the screen, the files and the notes are made from it.
import type { Geometry, Point } from 'geojson';
import { countWords, sumCell, sumWords } from '../i18n/known-sums.ts';
import { duration, euros, integer, percent, plain } from '../i18n/numbers.ts';
import { m } from '../i18n/paraglide/messages.js';
import type { Count, KnownSum } from '../model/known-sum.ts';
import { PROTECTED, type CsvCell } from './csv.ts';
import type { NoteTable } from './note.ts';
import type { ExportColumn, ExportTable, Symbology } from './table.ts';

/** What the cells hold. Figures stand at the right and are written on one line; an action is a control, left out on paper. */
export type CellKind = 'text' | 'date' | 'action' | 'number' | 'plain' | 'share' | 'duration' | 'euros';
/** null and undefined: nothing is known, a dash says so. A count may be protected: then it is said, and never nought. */
export type CellValue = string | number | Count | KnownSum | null | undefined;
/** Weight and colour of a value; `plain` and `label` lighten a name. */
export type CellTone = 'strong' | 'label' | 'plain' | 'accent' | 'quiet';

export interface ViewColumn<Row> {
  key: string;
  label: string;
  kind?: CellKind;
  /** What stands in the cell, and in files. */
  value?: (row: Row) => CellValue;
  /** As it is read, where its kind does not write it so: null for a dash, undefined for the value after all. */
  words?: (row: Row) => string | null | undefined;
  /** What to sort by: the value of the cell, its words or another; without it, no sorting. null goes last. */
  sort?: 'value' | 'words' | ((row: Row) => number | string | null);
  /** Where it stands alone; a note has the columns of the screen too. */
  only?: 'screen' | 'note' | 'file';
  /** Of files: another head, another value, the decimals of its figures. */
  file?: {
    label?: string;
    value?: (row: Row) => CellValue | typeof PROTECTED;
    digits?: number;
    type?: ExportColumn['type'];
  };
  /** In a note, its share of the width: 1 without it, 0 where it is left out. */
  width?: number;
  /** By default, figures to the right and the rest to the left. */
  align?: 'left' | 'right';
  /** Under the label, in small. */
  labelNote?: string;
  /** Under the value, in small. */
  note?: (row: Row) => string | null;
  /** Where the value leads. */
  href?: (row: Row) => string;
  tone?: CellTone | ((row: Row) => CellTone | null);
  /** Its cells name the rows; without it, the first column does. */
  rowHead?: boolean;
  /** First click sorts from high to low. */
  descendingFirst?: boolean;
  /** Its label is read and not shown: a column of controls tells itself. */
  quiet?: boolean;
  /** Its words stay on one line. */
  nowrap?: boolean;
  /** A third of the table, for what is drawn. */
  drawn?: true;
  /** On a phone: left out, wide enough for a line that can be read, or without its label in a card, where its words tell what they are. */
  phone?: 'hidden' | 'wide' | 'told';
  lang?: (row: Row) => string | undefined;
}

/** What a table leaves as. */
interface FileOf<Row> {
  /** Without its extension. */
  name: string;
  /** Name of the sheet, where it is not the caption. */
  title?: string;
  /** Geometry of a row; without it the table has none. */
  shape?: (row: Row) => Geometry | null;
  /** Of the map beside it; its colours are read in a page. */
  symbology?: () => Symbology;
}

/** Rows under columns, and what they leave as. */
export interface TableView<Row> {
  caption: string;
  columns: readonly ViewColumn<Row>[];
  rows: readonly Row[];
  /** Stable name of a row: what the map and the table point at together. */
  id: (row: Row) => string | number;
  file: FileOf<Row>;
}

/** @param about its caption and the name of its file; without `id`, rows are named by their order */
export const viewOf = <Row>(
  {
    caption,
    id,
    ...file
  }: Pick<TableView<Row>, 'caption'> & Partial<Pick<TableView<Row>, 'id'>> & FileOf<Row>,
  rows: readonly Row[],
  columns: readonly ViewColumn<Row>[]
): TableView<Row> => ({ caption, columns, rows, id: id ?? ((row) => rows.indexOf(row)), file });

type More<Row> = Omit<Partial<ViewColumn<Row>>, 'label' | 'value'>;

/** @param more its key too, where a link or a drawing names the column; by default its label */
export const textColumn = <Row>(
  label: string,
  value: ViewColumn<Row>['value'],
  more?: More<Row>
): ViewColumn<Row> => ({ key: label, label, value, ...more });

export const numberColumn = <Row>(
  label: string,
  value: ViewColumn<Row>['value'],
  more?: More<Row>
): ViewColumn<Row> => ({ key: label, label, value, kind: 'number', ...more });

/** Of a column that files alone have. */
export const FILE = { only: 'file' } as const;

const WRITE: Record<CellKind, (value: number) => string> = {
  ...{ text: integer, date: integer, action: integer, number: integer },
  ...{ plain, share: percent, duration, euros }
};

const FIGURES: readonly CellKind[] = ['number', 'plain', 'share', 'duration', 'euros'];
export const isFigure = (kind: CellKind = 'text'): boolean => FIGURES.includes(kind);

/** A dash where nothing is known. */
function written(value: CellValue, kind: CellKind): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return WRITE[kind](value);
  if ('unknown' in value) return sumWords(value, WRITE[kind]);
  return countWords(value, WRITE[kind]) ?? (value.status === 'suppressed' ? m.coverage_protected() : '–');
}

/** What a cell shows: its words, or the value that its kind writes. */
export function shownIn<Row>({ words, value }: ViewColumn<Row>, row: Row): CellValue {
  const said = words?.(row);
  return said === undefined ? value?.(row) : said;
}

/** The cell of a column as it is read. */
export const cellText = <Row>(column: ViewColumn<Row>, row: Row): string =>
  written(shownIn(column, row), column.kind ?? 'text');

const rounded = (value: number | null, digits = 1): number | null =>
  value === null || !Number.isFinite(value) ? null : Math.round(value * 10 ** digits) / 10 ** digits;

/** A figure derived from a protected count is protected as well. */
function fileCell(value: CellValue | typeof PROTECTED, digits: number | undefined): CsvCell {
  if (typeof value === 'number') return digits === undefined ? value : rounded(value, digits);
  if (typeof value !== 'object' || value === null) return value;
  if ('unknown' in value) return sumCell(value);
  if (value.status === 'suppressed') return PROTECTED;
  const shown = fileCell(value.value, digits);
  return value.atLeast && shown !== null ? m.shell_at_least({ value: String(shown) }) : shown;
}

/** The table as it leaves: the columns of the screen with their values, and those that files alone have. */
export function exportTable<Row>({
  caption,
  columns,
  rows,
  file: { name, title = caption, shape, symbology }
}: Omit<TableView<Row>, 'id'>): ExportTable {
  const saved = columns.filter(({ only = 'file' }) => only === 'file');
  return {
    name,
    title,
    columns: saved.map(({ label, kind = 'text', file }) => ({
      title: file?.label ?? label,
      type: file?.type ?? (isFigure(kind) ? 'number' : kind === 'date' ? 'date' : 'text')
    })),
    rows: rows.map((row) =>
      saved.map(({ value, file }) => fileCell((file?.value ?? value)?.(row), file?.digits))
    ),
    ...(shape && { geometry: rows.map(shape) }),
    ...(symbology && { symbology: symbology() })
  };
}

/** Rows in a note: the columns of the screen in words. */
export function noteRows<Row>(rows: readonly Row[], columns: readonly ViewColumn<Row>[]): NoteTable {
  const shown = columns.filter(({ only, width }) => only !== 'file' && width !== 0);
  return {
    columns: shown.map(({ label, kind, align = isFigure(kind) ? 'right' : 'left', width }) => ({
      label,
      align,
      ...(width !== undefined && { width })
    })),
    rows: rows.map((row) => shown.map((column) => cellText(column, row)))
  };
}

export const noteTable = <Row>({ rows, columns }: TableView<Row>): NoteTable => noteRows(rows, columns);

/** Degrees WGS84; null without a position. */
export const pointAt = (lon: number | null | undefined, lat: number | null | undefined): Point | null =>
  lon == null || lat == null ? null : { type: 'Point', coordinates: [lon, lat] };
