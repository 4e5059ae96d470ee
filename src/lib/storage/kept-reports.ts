// Reports to the State: their stored form. What is typed is in this tab's session storage for a reload, in the file of a territory, and on this computer when the reader asks.
import { isRecord, isText } from '../model/documents/json.ts';
import { REVIEW_DECISIONS, type MeetingRecord } from '../model/meetings/meeting-record.ts';
import type { ExitRecord } from '../model/report/exit-record.ts';
import type { ReleasedFigure } from '../model/report/exit-figure.ts';
import type { AnswerValue, KeptReports } from '../model/report/state-report.ts';
import { isSchoolYear, type SchoolYear } from '../model/school-year.ts';
import { carriedText, carry, isFiled, reportKey } from './carried.ts';
import { kept } from './kept.ts';
import {
  jsonDay,
  jsonList,
  jsonNullable,
  jsonObject,
  jsonOptional,
  jsonText,
  jsonWhole,
  jsonWord,
  jsonYear,
  type JsonEntries,
  type JsonReader
} from './json-readers.ts';
import { versioned } from './versioned.ts';

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

const strings = jsonList(jsonText);
const value: JsonReader<AnswerValue> = (one) =>
  Number.isFinite(one) || (isText(one) && one.length <= LONGEST_ANSWER) ? (one as AnswerValue) : strings(one);
const count = jsonWhole();
const meeting = jsonObject<MeetingRecord>({
  ...{ team: jsonText, number: count, date: jsonDay, held: jsonWord(true, false), seen: count },
  came: jsonNullable(count),
  decisions: jsonObject(Object.fromEntries(REVIEW_DECISIONS.map((one) => [one, count])) as Counts)
});
type Counts = JsonEntries<MeetingRecord['decisions']>;

/** A record of values, or none where one cannot be read. */
const recordOf =
  <Item>(read: JsonReader<Item>): JsonReader<Record<string, Item>> =>
  (all) => {
    const items = isRecord(all) ? Object.entries(all).map(([key, one]) => [key, read(one)] as const) : null;
    return !items || items.some(([, item]) => item === undefined)
      ? undefined
      : (Object.fromEntries(items) as Record<string, Item>);
  };
const released = jsonObject<ReleasedFigure>({
  ...{ id: jsonText, least: count, most: count },
  counts: jsonObject<ReleasedFigure['counts']>({ year: jsonYear, within: recordOf(strings) })
});
const exit = jsonObject<ExitRecord>({
  ...{ day: jsonDay, year: jsonYear, reader: jsonText, figures: strings, withheld: strings },
  output: jsonWord('state-workbook', 'written-report', 'public-page', 'own-model', 'figure'),
  gate: jsonWord('state', 'internal', 'public'),
  released: jsonOptional(jsonList(released))
});

/** Those of a list that can be read. */
const readable = <Item>(list: unknown, read: JsonReader<Item>): Item[] =>
  Array.isArray(list) ? list.map(read).filter((item) => item !== undefined) : [];
/** What can be read, by school year. */
const byYear =
  <Item>(read: JsonReader<Item>): JsonReader<Record<SchoolYear, Item>> =>
  (years) => {
    const found = Object.entries(isRecord(years) ? years : {}).map(
      ([year, one]) => [year, read(one)] as const
    );
    return Object.fromEntries(
      found.filter(([year, item]) => item !== undefined && isSchoolYear(year))
    ) as Record<SchoolYear, Item>;
  };

const REPORTS = versioned(
  1,
  jsonObject<ReportBook>({
    ...{ typed: byYear(recordOf(value)), given: byYear(recordOf(jsonNullable(value))) },
    meetings: byYear((list) => (Array.isArray(list) ? readable(list, meeting) : undefined)),
    exits: (list) => readable(list, exit).slice(-MOST_EXITS)
  })
);
const inTab = kept(reportKey(''), REPORTS, 'tab');
/** On this computer, at the reader's request. */
export const storedReports = kept(reportKey(''), REPORTS, 'computer');

/** Reports of a text, each part that cannot be read left out; null when it is none, or of another version. */
export const readReports = REPORTS.read;

const isEmpty = ({ typed, given, meetings, exits }: ReportBook): boolean =>
  [typed, given, meetings].every((years) => Object.keys(years).length === 0) && exits.length === 0;

/** Keeps reports for a reload, and for the territory's file. @param territory `keptKeyOf` */
export function keepReports(territory: string, book: ReportBook): void {
  const written = isEmpty(book) ? null : book;
  carry(reportKey(territory), written && REPORTS.write(written));
  inTab.keep(written, territory);
}

/** Calls back when another tab wrote the reports of a territory on this computer, null: erased them; returns how to stop. */
export function watchReports(territory: string, seen: (book: ReportBook | null) => void): () => void {
  const read = ({ key, newValue }: StorageEvent) => {
    if (key === reportKey(territory)) seen(newValue === null ? null : readReports(newValue));
  };
  addEventListener('storage', read);
  return () => removeEventListener('storage', read);
}

/** The reports of this tab after a reload, else those of the territory's file that it opened, else those of this computer. */
export const keptReports = (territory: string): ReportBook =>
  inTab.restored(territory, readReports(carriedText(reportKey(territory)) ?? '')) ??
  storedReports.read(territory) ??
  NO_REPORTS;

/** Whether a file holds the reports as they are; those of nobody are lost by none. */
export const areReportsFiled = (territory: string): boolean => isFiled(reportKey(territory));
