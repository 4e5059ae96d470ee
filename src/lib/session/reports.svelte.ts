// What the service types in its yearly report, the answers of the years that were closed, the records of meetings, and the register of what left: for as long as the tab is open,
// in the file of an opened territory, and on this computer when the reader asks.
import { createContext } from 'svelte';
import type { Territory } from '$lib/model/place.ts';
import type { MeetingRecord } from '$lib/model/meetings/meeting-record.ts';
import type { ExitRecord } from '$lib/model/report/exit-record.ts';
import type { AnswerValue, KeptReports, ReportAnswer, TypedAnswers } from '$lib/model/report/state-report.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';
import { keptKeyOf } from '$lib/storage/kept-key.ts';
import {
  areReportsFiled,
  keepReports,
  keptReports,
  LONGEST_ANSWER,
  NO_REPORTS,
  storedReports,
  watchReports,
  type ReportBook
} from '$lib/storage/kept-reports.ts';

const NOTHING: TypedAnswers = {};
const NO_MEETINGS: readonly MeetingRecord[] = [];

const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));

export class Reports {
  #book: ReportBook = $state.raw(NO_REPORTS);
  readonly #key: string;
  /** This computer has each answer as soon as it is typed. */
  stored = $state(false);
  /** The browser refused to keep them. */
  refused = $state(false);

  /** The oldest first. */
  exits: readonly ExitRecord[] = $derived(this.#book.exits);
  /** Records of team meetings, of every year; null while there is none. */
  records: readonly MeetingRecord[] | null = $derived.by(() => {
    const records = Object.values(this.#book.meetings).flat();
    return records.length === 0 ? null : records;
  });
  /** Answers by year. */
  kept: KeptReports = $derived(this.#book);

  constructor(territory: Pick<Territory, 'siren' | 'demonstration'>) {
    this.#key = keptKeyOf(territory);
  }

  /** Brings back the reports of this tab, or of the file that it opened. Browser only. */
  restore(): void {
    this.#book = keptReports(this.#key);
    keepReports(this.#key, this.#book);
    this.stored = storedReports.read(this.#key) !== null;
  }

  /** Follows what another tab keeps on this computer; returns how to stop. Browser only. */
  follow(): () => void {
    return watchReports(this.#key, (book) => {
      this.stored = book !== null;
      if (book !== null) keepReports(this.#key, (this.#book = book));
    });
  }

  /** Keeps the reports on this computer as they are typed, or erases them there. */
  store(wanted: boolean): void {
    this.refused = !storedReports.keep(wanted ? this.#book : null, this.#key);
    this.stored = wanted && !this.refused;
  }

  /** Answers would be lost with the tab. */
  get isUnsaved(): boolean {
    const { typed, given, meetings } = this.#book;
    const isTold = [typed, given, meetings].some((years) => Object.keys(years).length > 0);
    return isTold && !this.stored && !areReportsFiled(this.#key);
  }

  typedIn(year: SchoolYear): TypedAnswers {
    return this.#book.typed[year] ?? NOTHING;
  }

  isClosed(year: SchoolYear): boolean {
    return this.#book.given[year] !== undefined;
  }

  /** @param value null, or a text of blanks: no longer typed */
  type(year: SchoolYear, id: string, value: AnswerValue | null): void {
    const tidy = typeof value === 'string' ? value.trim().slice(0, LONGEST_ANSWER) : value;
    const others = without(this.typedIn(year), id);
    const typed = tidy === null || tidy === '' ? others : { ...others, [id]: tidy };
    this.#set({
      typed:
        Object.keys(typed).length === 0
          ? without(this.#book.typed, year)
          : { ...this.#book.typed, [year]: typed }
    });
  }

  /** Keeps the answers of a year as they were given: they stand as last year's in the next report. */
  close(year: SchoolYear, answers: readonly ReportAnswer[]): void {
    const given = Object.fromEntries(answers.map(({ id, value }) => [id, value]));
    this.#set({ given: { ...this.#book.given, [year]: given } });
  }

  /** The answers of a closed year are computed again. */
  reopen(year: SchoolYear): void {
    this.#set({ given: without(this.#book.given, year) });
  }

  /** The records of team meetings of a school year: counts, that the report of the year tells. */
  meetingsIn(year: SchoolYear): readonly MeetingRecord[] {
    return this.#book.meetings[year] ?? NO_MEETINGS;
  }

  /** Replaces the records of a school year. */
  keepMeetings(year: SchoolYear, records: readonly MeetingRecord[]): void {
    const others = without(this.#book.meetings, year);
    this.#set({ meetings: records.length === 0 ? others : { ...others, [year]: records } });
  }

  /** One more line of the register. */
  record(exit: ExitRecord): void {
    this.#set({ exits: [...this.#book.exits, exit] });
  }

  #set(part: Partial<ReportBook>): void {
    this.#book = { ...this.#book, ...part };
    keepReports(this.#key, this.#book);
    if (this.stored) this.store(true);
  }
}

export const [reports, provideReports] = createContext<Reports>();
