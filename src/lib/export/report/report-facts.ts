// What the year's report is written from: its answers, and what the territory publishes of places and years.
import type { ReportAnswer, ReportBlock, StateReport } from '../../model/report/state-report.ts';
import type { NoteTable } from '../note.ts';

export interface ReportTerritory {
  name: string;
  service: string;
  /** Its files of children are made up: said on each output. */
  isFictitious: boolean;
  /** One commune: its places are its neighbourhoods. */
  isOneCommune: boolean;
}

/** A year of what the territory publishes, in words: « protégé » where a count is. */
export interface PublishedYear {
  year: string;
  followed: string;
  waiting: string;
  children: string;
}

/** Share of paths still open after some months, 0 to 1, with its band. */
export interface PathShare {
  months: number;
  share: number;
  low: number;
  high: number;
}

export interface ReportFacts {
  report: StateReport;
  territory: ReportTerritory;
  /** Published figures by place; null where nothing is published. */
  places: NoteTable | null;
  /** Oldest first. */
  years: readonly PublishedYear[];
  /** At some months; none without dates of entry. */
  lengths: readonly PathShare[];
  /** Where the figures come from, a paragraph each. */
  sources: readonly string[];
  /** Day, and mark of the data: foot of each page. */
  foot: string;
}

export const answersOf = ({ answers }: StateReport, block: ReportBlock): ReportAnswer[] =>
  answers.filter((answer) => answer.block === block);
