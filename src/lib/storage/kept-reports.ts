// Reports to the State: their stored form. What is typed is in this tab's session storage for a reload, in the file of a territory, and on this computer when the reader asks.
import * as v from 'valibot';
import { isRecord } from '../model/documents/json.ts';
import { REVIEW_DECISIONS, type MeetingRecord } from '../model/meetings/meeting-record.ts';
import type { ExitRecord } from '../model/report/exit-record.ts';
import type { KeptReports } from '../model/report/state-report.ts';
import { isSchoolYear, type SchoolYear } from '../model/school-year.ts';
import { carriedText, carry, isFiled, reportKey } from './carried.ts';
import { kept } from './kept.ts';
import { WholeCount, Day, recordOf, versioned, Year } from './versioned.ts';

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

const Strings = v.array(v.string());
const Value = v.union([
  v.pipe(v.number(), v.finite()),
  v.pipe(v.string(), v.maxLength(LONGEST_ANSWER)),
  Strings
]);
const Meeting: v.GenericSchema<unknown, MeetingRecord> = v.object({
  ...{
    team: v.string(),
    number: WholeCount,
    date: Day,
    held: v.boolean(),
    seen: WholeCount,
    came: v.nullable(WholeCount)
  },
  decisions: v.object(v.entriesFromList(REVIEW_DECISIONS, WholeCount))
});
const Released = v.object({
  ...{ id: v.string(), least: WholeCount, most: WholeCount },
  counts: v.object({ year: Year, within: recordOf(Strings) })
});
const Exit: v.GenericSchema<unknown, ExitRecord> = v.object({
  ...{ day: Day, year: Year, reader: v.string(), figures: Strings, withheld: Strings },
  output: v.picklist(['state-workbook', 'written-report', 'public-page', 'own-model', 'figure']),
  gate: v.picklist(['state', 'internal', 'public']),
  released: v.exactOptional(v.array(Released))
});

/** Those of a list that can be read. */
const readable = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((list) => list.filter((one) => v.is(item, one)) as Item[])
  );
/** What can be read, by school year. */
const byYear = <Item>(item: v.GenericSchema<unknown, Item>) => {
  const years = v.pipe(
    v.custom<Record<string, unknown>>(isRecord),
    v.transform((value) => {
      const parsed = Object.entries(value).map(([year, one]) => [year, v.safeParse(item, one)] as const);
      const good = parsed.filter(([year, { success }]) => success && isSchoolYear(year));
      return Object.fromEntries(good.map(([year, { output }]) => [year, output])) as Record<SchoolYear, Item>;
    })
  );
  return v.fallback(years, {});
};

const REPORTS = versioned<ReportBook>(
  1,
  v.object({
    ...{
      typed: byYear(recordOf(Value)),
      given: byYear(recordOf(v.nullable(Value))),
      meetings: byYear(readable(Meeting))
    },
    exits: v.fallback(
      v.pipe(
        readable(Exit),
        v.transform((exits) => exits.slice(-MOST_EXITS))
      ),
      []
    )
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
