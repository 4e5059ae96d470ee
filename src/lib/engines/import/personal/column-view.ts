// A column of a table as the detector of personal columns reads it: its distinct values, and shares of them.
import { foldHeader } from '../../../model/names.ts';
import {
  isOutsideQpv,
  readLevel,
  readStatus,
  readTheme,
  readServiceYear,
  readYes
} from '../formats/service-words.ts';
import { readInsee, readNumber, readPosition, readQpv, readUai } from '../formats/values.ts';
import type { RowRecord } from '../readers/row-table.ts';
import { headerClass, type HeaderClass } from './personal-headers.ts';
import { yearOfDay } from '../persons/person-values.ts';

/** Distinct values looked at: more of them say no more. */
const MOST_DISTINCT = 5_000;

export interface ColumnView {
  at: number;
  header: string;
  says: HeaderClass;
  /** Distinct values, empty ones apart. */
  values: readonly string[];
  /** Cells that are not empty. */
  filled: number;
}

export function viewColumn(header: string, at: number, records: readonly RowRecord[]): ColumnView {
  const values = new Set<string>();
  let filled = 0;
  for (const { cells } of records) {
    const text = cells[at]?.trim() ?? '';
    if (text === '') continue;
    filled += 1;
    if (values.size < MOST_DISTINCT) values.add(text);
  }
  return { at, header, says: headerClass(header), values: [...values], filled };
}

const MONEY = /cout|budget|montant|financ|subvention|depense|euros/;
/** What is too long to be an amount of an action: numbers of families at the CAF have seven digits. */
const LONG_NUMBER = /\d{7}|[a-z]/i;
const FAMILY_CODE = /^[a-z]{0,3}[-_ ]?\d{1,5}$/i;

/** The column as the others explain it: « CAF » beside amounts, and no person, is who pays, « Fratrie » over codes joins the children of one family. */
export function viewedBeside(column: ColumnView, columns: readonly ColumnView[]): ColumnView {
  const folded = foldHeader(column.header);
  const isFunder = () =>
    !columns.some(({ says }) => says === 'name' || says === 'birth' || says === 'relative') &&
    columns.some(({ header }) => MONEY.test(foldHeader(header))) &&
    !column.values.some((text) => LONG_NUMBER.test(text.replace(/[\s\u00a0\u202f.€]|euros?/gi, '')));
  if (folded === 'caf' && isFunder()) return { ...column, says: null };
  const isCode = folded === 'fratrie' && column.values.every((text) => FAMILY_CODE.test(text));
  return isCode ? { ...column, says: 'key' } : column;
}

/** Share of the distinct values that pass a test; 0 without any. */
export const share = ({ values }: Pick<ColumnView, 'values'>, test: (text: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

const CODED: readonly ((text: string) => boolean)[] = [
  (text) => isUai(text),
  (text) => /^\d{4,5}$|^2[AB]\d{3}$/i.test(text) && readInsee(text) !== null,
  (text) => readQpv(text) !== null || isOutsideQpv(text),
  (text) => readServiceYear(text) !== null,
  (text) => readNumber(text) !== undefined,
  (text) => readPosition(text) !== null,
  (text) => yearOfDay(text) !== null,
  (text) => readLevel(text) !== null,
  (text) => readTheme(text) !== null,
  (text) => readStatus(text) !== null,
  (text) => readYes(text) !== null
];
const MOSTLY = 0.6;

/** Whether the values are codes, figures, dates or words of a known list. */
export const isCoded = (column: ColumnView): boolean =>
  column.values.length > 0 && share(column, (text) => CODED.some((test) => test(text))) >= MOSTLY;

const SCHOOL = /^(?:numero)?uai|rne$/;

const isUai = (text: string): boolean => /\d{6}/.test(text) && readUai(text) !== null;

/** The column of the identifiers of schools; null when there is none. */
export const uaiColumn = (columns: readonly ColumnView[]): ColumnView | null =>
  columns.find((column) => column.values.length > 0 && share(column, isUai) >= MOSTLY) ??
  columns.find(({ header, filled }) => filled > 0 && SCHOOL.test(foldHeader(header))) ??
  null;

/** Distinct values of a column for one value of another, on average over those that come back; 1 when nothing comes back. */
export function spreadWithin(records: readonly RowRecord[], column: number, key: number): number {
  const seen = new Map<string, { rows: number; values: Set<string> }>();
  for (const { cells } of records) {
    const [value, of] = [cells[column]?.trim() ?? '', cells[key]?.trim() ?? ''];
    if (value === '' || of === '') continue;
    const known = seen.get(of) ?? { rows: 0, values: new Set<string>() };
    known.rows += 1;
    known.values.add(value);
    seen.set(of, known);
  }
  const again = [...seen.values()].filter(({ rows }) => rows > 1);
  return again.length === 0 ? 1 : again.reduce((sum, { values }) => sum + values.size, 0) / again.length;
}
