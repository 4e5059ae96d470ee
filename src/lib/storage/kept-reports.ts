// Reports to the State: their stored form. What is typed is in this tab's session storage for a reload, in the file of a territory, and on this computer when the reader asks.
import { isRecord, isRecordOf, isText, parsedJson } from '../model/documents/json.ts';
import type { ReleasedFigure } from '../model/report/exit-figure.ts';
import { REVIEW_DECISIONS, type MeetingRecord } from '../model/meetings/meeting-record.ts';
import type { ExitRecord } from '../model/report/exit-record.ts';
import type { AnswerValue, KeptReports } from '../model/report/state-report.ts';
import { isSchoolYear, type SchoolYear } from '../model/school-year.ts';
import { carriedText, carry, isFiled, reportKey } from './carried.ts';
import { forgetKept } from './kept-list.ts';

const VERSION = 1;
/** Letters of a typed answer. */
export const LONGEST_ANSWER = 4000;
const MOST_EXITS = 2000;

/** Answers by year, the records of meetings, and the register of what left. */
export interface ReportBook extends KeptReports {
  /** By school year. */
  meetings: Readonly<Record<SchoolYear, readonly MeetingRecord[]>>;
  /** The oldest first. */
  exits: readonly ExitRecord[];
}

export const NO_REPORTS: ReportBook = { typed: {}, given: {}, meetings: {}, exits: [] };

const OUTPUTS: readonly ExitRecord['output'][] = [
  'state-workbook',
  'written-report',
  'public-page',
  'own-model',
  'figure'
];
const GATES: readonly ExitRecord['gate'][] = ['state', 'internal', 'public'];
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isValue = (value: unknown): value is AnswerValue =>
  Number.isFinite(value) || (isText(value) && value.length <= LONGEST_ANSWER) || isTexts(value);
const isGiven = (value: unknown): value is AnswerValue | null => value === null || isValue(value);

function byYear<Value>(value: unknown, is: (one: unknown) => one is Value) {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [SchoolYear, Record<string, Value>] =>
        isSchoolYear(entry[0]) && isRecordOf(entry[1], is)
    )
  );
}

function isReleased(value: unknown): value is ReleasedFigure {
  if (!isRecord(value) || !isRecord(value.counts)) return false;
  const { id, least, most, counts } = value;
  const ends = [least, most].every((end) => Number.isSafeInteger(end) && (end as number) >= 0);
  return (
    isText(id) &&
    ends &&
    isText(counts.year) &&
    isSchoolYear(counts.year) &&
    isRecordOf(counts.within, isTexts)
  );
}

function isExit(value: unknown): value is ExitRecord {
  if (!isRecord(value)) return false;
  const { day, year, output, reader, gate, figures, withheld, released = [] } = value;
  return (
    isText(day) &&
    ISO_DAY.test(day) &&
    isText(year) &&
    isSchoolYear(year) &&
    OUTPUTS.some((one) => one === output) &&
    GATES.some((one) => one === gate) &&
    isText(reader) &&
    isTexts(figures) &&
    isTexts(withheld) &&
    Array.isArray(released) &&
    released.every(isReleased)
  );
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function isMeeting(value: unknown): value is MeetingRecord {
  if (!isRecord(value)) return false;
  const { team, number, date, held, seen, came, decisions } = value;
  return (
    isText(team) &&
    isCount(number) &&
    isText(date) &&
    ISO_DAY.test(date) &&
    typeof held === 'boolean' &&
    isCount(seen) &&
    (came === null || isCount(came)) &&
    isRecord(decisions) &&
    REVIEW_DECISIONS.every((decision) => isCount(decisions[decision]))
  );
}

function meetingsByYear(value: unknown): ReportBook['meetings'] {
  if (!isRecord(value)) return {};
  const years = Object.entries(value).filter(([year, list]) => isSchoolYear(year) && Array.isArray(list));
  return Object.fromEntries(years.map(([year, list]) => [year, (list as unknown[]).filter(isMeeting)]));
}

/** Reports of a text, each part that cannot be read left out; null when it is none, or of another version. */
export function readReports(text: string): ReportBook | null {
  const value = parsedJson(text);
  if (!isRecord(value) || value.version !== VERSION) return null;
  return {
    typed: byYear(value.typed, isValue),
    given: byYear(value.given, isGiven),
    meetings: meetingsByYear(value.meetings),
    exits: Array.isArray(value.exits) ? value.exits.filter(isExit).slice(-MOST_EXITS) : []
  };
}

const isEmpty = ({ typed, given, meetings, exits }: ReportBook): boolean =>
  [typed, given, meetings].every((years) => Object.keys(years).length === 0) && exits.length === 0;

/** A storage of the browser, or null where it refuses it. */
function storage(name: 'sessionStorage' | 'localStorage'): Storage | null {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}

const textOf = (book: ReportBook): string => JSON.stringify({ version: VERSION, ...book });

/** Keeps reports for a reload, and for the territory's file. @param territory `keptKeyOf` */
export function keepReports(territory: string, book: ReportBook): void {
  const key = reportKey(territory);
  const text = isEmpty(book) ? null : textOf(book);
  carry(key, text);
  try {
    if (text === null) storage('sessionStorage')?.removeItem(key);
    else storage('sessionStorage')?.setItem(key, text);
  } catch {
    // Storage full: what is there is older, and would come back in the place of this one.
    storage('sessionStorage')?.removeItem(key);
  }
}

/** Whether this computer has the reports of a territory. */
export const areReportsStored = (territory: string): boolean =>
  storage('localStorage')?.getItem(reportKey(territory)) != null;

/**
 * Writes the reports on this computer, null erases them there.
 *
 * @returns false: the browser refuses
 */
export function storeReports(territory: string, book: ReportBook | null): boolean {
  const store = storage('localStorage');
  try {
    if (book === null) store?.removeItem(reportKey(territory));
    else store?.setItem(reportKey(territory), textOf(book));
    return store !== null;
  } catch {
    return false;
  }
}

/** Calls back when another tab wrote the reports of a territory on this computer, null: erased them; returns how to stop. */
export function watchReports(territory: string, seen: (book: ReportBook | null) => void): () => void {
  const read = ({ key, newValue }: StorageEvent) => {
    if (key === reportKey(territory)) seen(newValue === null ? null : readReports(newValue));
  };
  addEventListener('storage', read);
  return () => removeEventListener('storage', read);
}

/** Erases the reports of every territory from this computer. */
export const forgetReports = (): void => forgetKept(reportKey(''));

/** Territories whose reports were read in this page: the tab's own are as new as what is carried. */
const restored = new Set<string>();

/** The reports of this tab after a reload, else those of the territory's file that it opened, else those of this computer. */
export function keptReports(territory: string): ReportBook {
  const key = reportKey(territory);
  const read = (text: string | null | undefined) => (text ? readReports(text) : null);
  const isReload = restored.size === 0;
  restored.add(territory);
  const [own, carried, stored] = [
    read(storage('sessionStorage')?.getItem(key)),
    read(carriedText(key)),
    read(storage('localStorage')?.getItem(key))
  ];
  return (isReload ? (own ?? carried) : (carried ?? own)) ?? stored ?? NO_REPORTS;
}

/** Whether a file holds the reports as they are; those of nobody are lost by none. */
export const areReportsFiled = (territory: string): boolean => isFiled(reportKey(territory));
