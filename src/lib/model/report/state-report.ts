// The year's report to the State (« Bilan »): its answers, where each comes from, and what the service types.
import type { SchoolYear } from '../school-year.ts';

export const REPORT_BLOCKS = [
  'structure',
  'schools',
  'partners',
  'children',
  'meetings',
  'staff',
  'money',
  'free'
] as const;
export type ReportBlock = (typeof REPORT_BLOCKS)[number];

/** Where an answer comes from: `typed` by the service; `settings` of the territory. */
export type AnswerList =
  | 'settings'
  | 'schools'
  | 'qpvs'
  | 'partners'
  | 'correspondents'
  | 'cases'
  | 'meetings'
  | 'posts'
  | 'actions'
  | 'typed';

export type AnswerValue = number | string | readonly string[];

/** What a number counts; `percent` is 0 to 100. */
export type AnswerUnit =
  | 'children'
  | 'schools'
  | 'partners'
  | 'meetings'
  | 'situations'
  | 'fte'
  | 'months'
  | 'euros'
  | 'percent'
  | 'number'
  | 'text';

/** A figure of the country, to situate an answer: never a rank. */
export interface NationalMark {
  value: number | string;
  /** Where it is not that of the answer. */
  unit?: AnswerUnit;
  /** Key of the words that say what is counted, where it is not what the answer counts: « per full-time post ». */
  about?: string;
  /** Of the figure. */
  year: number;
  /** Key of its source's name. */
  source: string;
}

export interface ReportAnswer {
  /** Stable, dotted, in English: `children.age.6-10`. */
  id: string;
  /** What the answer is of, in the words of the service: a reason, a category of partners. */
  word?: string;
  block: ReportBlock;
  unit: AnswerUnit;
  /** null: to be typed, or not known. */
  value: AnswerValue | null;
  /** The list it comes from, and the key of its rule's words; null without a value. */
  source: { list: AnswerList; rule: string } | null;
  mark: NationalMark | null;
  /** Answer of the year before. */
  last: AnswerValue | null;
  /** `state`: exact, never published as it stands; `public`: published already, or about no person. */
  gate: 'state' | 'public';
}

export interface StateReport {
  year: SchoolYear;
  /** Answers that are not null, of `total`. */
  ready: number;
  total: number;
  /** In the order of the survey. */
  answers: readonly ReportAnswer[];
}

/** What the service types, by id of answer. */
export type TypedAnswers = Readonly<Record<string, AnswerValue>>;

/** What a folder keeps of the reports: answers by year, as they were given. */
export interface KeptReports {
  typed: Readonly<Partial<Record<SchoolYear, TypedAnswers>>>;
  /** Every answer of a year that was closed. */
  given: Readonly<Partial<Record<SchoolYear, Readonly<Record<string, AnswerValue | null>>>>>;
}
