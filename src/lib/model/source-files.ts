// Files of others as they are given: what they are, which columns are of persons, and what a service said of their headers and values.
import type { Correction } from './correction.ts';

/** A file as it arrives: a name, quoted in findings, and its bytes. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

/** Tables that are read: official files, lists of the service, the case file. */
export type FormatId =
  | 'annuaire'
  | 'geolocalisation'
  | 'effectifs'
  | 'ips'
  | 'rep'
  | 'qpv'
  | 'communes'
  | 'cites-educatives'
  | 'travel-times'
  | 'followed-schools'
  | 'staff'
  | 'teams'
  | 'actions'
  | 'partners'
  | 'correspondents'
  | 'milestones'
  | 'school-groups'
  | 'team-members'
  | 'availabilities'
  | 'rooms'
  | 'sessions'
  | 'school-calendar'
  | 'cases'
  | 'visits';

/** Lists with a row a child, or about one: in no folder, no site and no copy. */
export const isOfChildren = (kind: string | null): boolean => kind === 'cases' || kind === 'visits';

/** Files that are no table of a format. `cube` and `report` are those that `npm run safe` writes. */
export type OtherKind =
  | 'corrections'
  | 'configuration'
  | 'maillage'
  | 'road-graph'
  | 'osm'
  | 'gtfs'
  | 'pmtiles'
  | 'basemap'
  | 'logo'
  | 'calendar'
  | 'cube'
  | 'report'
  | 'certificate';

/** `name` of a person; `birth`: a full date, a place or an age; `relative`: who a parent is; `number`: of social security and the like; `text`: words in which persons are named. */
export type PersonalKind = 'name' | 'birth' | 'relative' | 'number' | 'address' | 'contact' | 'text';

/** A column of persons. */
export interface PersonalColumn {
  /** Place in the file, from 0. */
  at: number;
  /** '' when the header itself may be a name: it is not shown. */
  header: string;
  kind: PersonalKind;
  /** `beside`: by the other columns of the table. */
  why: 'header' | 'values' | 'beside';
  /**
   * `out`: the column is left out. `coded`: rows are joined by it, each name stands as a code. `cells`: some cells name a person, the format drops their
   * rows. `year`: of births in a case file, the year alone is left.
   */
  treatment: 'out' | 'coded' | 'cells' | 'year';
}

/** What a service said of the headers and words of a format. */
export interface FormatMatches {
  /** Our column -> the headers that stand for it, in one file or another. */
  columns: Record<string, string[]>;
  /** Headers that are left out. */
  ignored: string[];
  /** Our column -> the file's value -> ours; null: ignored. */
  values: Record<string, Record<string, string | null>>;
  /** Our column -> what a cell says that is empty, or that the file has no column for: in a territory of one commune, that commune. Never saved. */
  given?: Readonly<Record<string, string>>;
}
export type Matches = Readonly<Partial<Record<FormatId, FormatMatches>>>;

export interface Proposal {
  /** One of ours. */
  value: string;
  /** 0 to 1. */
  likeness: number;
}

export interface ColumnProposal {
  /** Our own name of a column that no header gives yet. */
  column: string;
  /** 0 to 1. */
  likeness: number;
}

/** A header that is read as no column of ours. */
export interface UnmatchedColumn {
  header: string;
  /** The likeliest first; empty when none is likely. */
  proposals: ColumnProposal[];
  /** The first distinct values, shortened. */
  sample: string[];
  /** Cells that are not empty, and distinct values among them. */
  filled: number;
  distinct: number;
  /** Whether it should be asked: likely a column that the format lacks. Others hold what is not read. */
  asked: boolean;
  /** Amounts or dates, which matter too much to be left out without a word: the column is asked about. */
  holds: 'euros' | 'dates' | null;
}

/** A value of a coded column that is not understood. */
export interface UnmatchedValue {
  column: string;
  header: string;
  value: string;
  /** Rows that hold it. */
  rows: number;
  /** The likeliest first. */
  proposals: Proposal[];
  /** All of our values. */
  choices: readonly string[];
}

export interface ProposedMatches {
  format: FormatId;
  /** Our columns that the format needs and no header gives. */
  missing: string[];
  /** Our columns that no header gives, needed or not: what a header may be matched with. */
  free: string[];
  columns: UnmatchedColumn[];
  values: UnmatchedValue[];
}

/** What was said of a file: its headers and words, and values put right. */
export interface Reading {
  matches?: Matches;
  corrections?: readonly Correction[];
  /** The kind that a person chose for a file, by its name: it is read as this, whatever it looks like. */
  kinds?: Readonly<Record<string, FormatId>>;
}
