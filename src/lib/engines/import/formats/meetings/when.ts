// When somebody is not there, as a service writes it: a half-day of each week, a period, or both. The reason is never read.
import type { HalfDay } from '../../../../model/meetings/meetings-file.ts';
import { foldPlace } from '../../../../model/names.ts';
import type { Cell, Reason } from '../../rows.ts';

export interface When {
  /** 1 (Monday) to 5; null: every day. */
  weekday: number | null;
  /** Null: the whole day. */
  half: HalfDay | null;
  /** ISO dates, both included; null: without end. */
  from: string | null;
  to: string | null;
}
export type WhenKey = 'weekday' | 'half' | 'from' | 'to';

/** Names of the columns that say when. */
const WHEN_COLUMNS = {
  weekday: ['jour', 'weekday', 'jour_de_la_semaine', 'jour_semaine'],
  half: ['demi_journee', 'half', 'moment', 'moment_de_la_journee'],
  from: ['du', 'from', 'debut', 'date_de_debut', 'date_debut', 'date'],
  to: ['au', 'to', 'fin', 'date_de_fin', 'date_fin']
} as const satisfies Record<WhenKey, readonly string[]>;

/** The columns of a list, with those that say when. */
export const withWhen = <Columns extends object>(columns: Columns): Columns & typeof WHEN_COLUMNS => ({
  ...columns,
  ...WHEN_COLUMNS
});

/** Columns of which one at least says when. */
export const WHEN_EITHER = [['weekday'], ['from']] as const;

const WEEKDAYS = [/^lun|^mon/, /^mar|^tue/, /^mer|^wed/, /^jeu|^thu/, /^ven|^fri/];
const DAILY = /^(?:tous(?: les jours)?|toute la semaine|chaque jour|-|)$/;
const MORNING = /\b(?:matin(?:ee)?|am)\b/;
const AFTERNOON = /\b(?:apres midi|aprem|am pm|pm|a m)\b/;
const WHOLE_DAY =
  /^(?:|journee(?: entiere| complete)?|toute la journee|jour|les deux|matin et apres midi|-)$/;
const NOON = 12;

/** 1 to 5, null for every day, undefined for what is no working day. */
export function readWeekday(text: string): number | null | undefined {
  const folded = foldPlace(text);
  if (DAILY.test(folded)) return null;
  const at = WEEKDAYS.findIndex((day) => day.test(folded));
  if (at >= 0) return at + 1;
  return /^[1-5]$/.test(folded) ? Number(folded) : undefined;
}

/** Morning, afternoon, null for the whole day, undefined for what is none: « matin », « 9h-12h », « journée ». */
export function readHalf(text: string): HalfDay | null | undefined {
  const folded = foldPlace(text);
  if (WHOLE_DAY.test(folded)) return null;
  const [morning, afternoon] = [MORNING.test(folded), AFTERNOON.test(folded)];
  if (morning || afternoon) return morning && afternoon ? null : morning ? 'am' : 'pm';
  const hours = [...folded.matchAll(/(\d{1,2}) ?h/g)].map(([, hour]) => Number(hour));
  if (hours.length === 0 || hours.some((hour) => hour > 24)) return undefined;
  const [first, last] = [hours[0]!, hours.at(-1)!];
  if (first >= NOON) return 'pm';
  return last > NOON + 1 ? null : 'am';
}

const MONTHS = ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aou', 'sept', 'oct', 'nov', 'dec'];
/** Days of spreadsheets, counted from 30 December 1899, from 2000 to 2049. */
const FIRST_DAY = 36_526;
const LAST_DAY = 54_788;
const DAY_MS = 86_400_000;

function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 2000 && year < 2100 ? date.toISOString().slice(0, 10) : null;
}

/** « 2026-09-15 », « 15/09/2026 », « 15.9.26 », « 15 septembre 2026 », or a spreadsheet's number of days; null when it is no day. */
export function readDate(text: string): string | null {
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const days = Math.trunc(Number(text));
    if (days < FIRST_DAY || days > LAST_DAY) return null;
    return new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10);
  }
  const folded = foldPlace(text.replace(/[T ]\d{2}:.*$/, ''));
  const [, isoYear, isoMonth, isoDay] = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(folded) ?? [];
  if (isoYear !== undefined) return isoOf(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, day, month, year] = /^(\d{1,2}) (\d{1,2}) (\d{4}|\d{2})$/.exec(folded) ?? [];
  if (year !== undefined) return isoOf(Number(year.padStart(4, '20')), Number(month), Number(day));
  const [, number, name = '', named] =
    /^(?:[a-z]+ )?(\d{1,2})(?:er)? ([a-z]+) (\d{4}|\d{2})$/.exec(folded) ?? [];
  const at = MONTHS.findIndex((start) => name.startsWith(start));
  return named === undefined || at < 0
    ? null
    : isoOf(Number(named.padStart(4, '20')), at + 1, Number(number));
}

/** When a row says, or why it cannot be read: a day or a period at least. « lundi matin » may stand in one cell. Cells are not quoted: a reason may stand in them. */
export function readWhen(cell: Cell<WhenKey>): When | { dropped: Reason<WhenKey> } {
  const [day, moment, begin, end] = [cell('weekday'), cell('half'), cell('from'), cell('to')];
  if (day === '' && begin === '') return { dropped: { code: 'empty-cell', column: 'weekday' } };
  const weekday = readWeekday(day);
  if (weekday === undefined) {
    return { dropped: { code: 'bad-when', column: 'weekday', expected: 'lundi, …, vendredi' } };
  }
  const beside = foldPlace(day).split(' ').slice(1).join(' ');
  const half = moment !== '' || weekday === null ? readHalf(moment) : (readHalf(beside) ?? null);
  if (half === undefined) {
    return { dropped: { code: 'bad-when', column: 'half', expected: 'matin, après-midi, journée' } };
  }
  const [from, to] = [readDate(begin), readDate(end)];
  for (const [column, text, date] of [
    ['from', begin, from],
    ['to', end, to]
  ] as const) {
    if (text !== '' && date === null) {
      return { dropped: { code: 'bad-when', column, expected: '15/09/2026' } };
    }
  }
  if (from !== null && to !== null && from > to) {
    return { dropped: { code: 'period-reversed', column: 'to', found: end, expected: begin } };
  }
  // A date alone is one day; beside a day of the week it is a beginning.
  return { weekday, half, from, to: to ?? (day === '' ? from : null) };
}
