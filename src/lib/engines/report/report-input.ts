// What a report is made from: lists of a territory as they are, null where nobody gave one.
import type { MeetingRecord } from '../../model/meetings/meeting-record.ts';
import type { Case } from '../../model/pathway.ts';
import type { AnswerList, AnswerValue, KeptReports } from '../../model/report/state-report.ts';
import type { School } from '../../model/school.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import type { Action, Correspondent, PartnerCount, Post, SupportTeam } from '../../model/service.ts';

/** Names, as they are to be read; null: nobody said. */
export interface ReportSettings {
  /** Who carries the service, in words. */
  carrier: string | null;
  /** Where the service intervenes. */
  communes: readonly string[] | null;
  qpvs: readonly string[] | null;
  /** Cités éducatives. */
  cites: readonly string[] | null;
}

export interface ReportCases {
  /** Of every year of the files. */
  rows: readonly Case[];
}

export type ReportSchool = Pick<
  School,
  'kind' | 'status' | 'followed_since' | 'followed_until' | 'requested_since'
>;

export type ReportAction = Pick<Action, 'level' | 'theme' | 'cost_euros' | 'funders' | 'in_kind'>;

export interface AnswerInput {
  year: SchoolYear;
  /** ISO day. */
  today: string;
  settings: ReportSettings;
  schools: readonly ReportSchool[] | null;
  partners: readonly Pick<PartnerCount, 'category' | 'count'>[] | null;
  correspondents: readonly Pick<Correspondent, 'filled'>[] | null;
  cases: ReportCases | null;
  teams: readonly Pick<SupportTeam, 'meetings'>[] | null;
  /** Meetings that are recorded, of any year. */
  records: readonly MeetingRecord[] | null;
  posts: readonly Pick<Post, 'role' | 'fte'>[] | null;
  /** Roles that the list of posts tells of; all of them when absent. */
  roles?: readonly Post['role'][];
  actions: readonly ReportAction[] | null;
  /** What is typed, and the answers of former years. */
  kept: KeptReports | null;
}

/** What a list tells of a question. */
export interface Fact {
  value: AnswerValue;
  list: AnswerList;
  rule: string;
  /** Of the service. */
  word?: string;
}

/** By id of the answer; absent: no list tells it. */
export type Facts = Record<string, Fact>;
