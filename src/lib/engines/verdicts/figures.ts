// The figures that verdicts are about: those of the other engines and of the tables, as their pages show them. A part that is absent is not known.
import type { Theme } from '../../model/pathway.ts';

/** Deviation of a post's load from its share, road comprised. */
export interface PostLoad {
  id: string;
  /** Null without a share: a post of no working time. */
  deviation: number | null;
}

/** What following the schools that wait asks. */
export interface AskedMeans {
  /** Schools that would be followed, of those that wait. */
  opened: number;
  /** Of these, those that the posts of today follow from the first year on, with no post more. */
  byToday: number;
  /** Full-time posts more. */
  posts: number;
  /** A year; null where the cost of a post is not known. */
  euros: number | null;
  /** A year for one post, where that is a hypothesis; null where the service told it. */
  supposed: number | null;
  /** School year of the first opening; null where it is not told. */
  from: string | null;
  /** School year of the last opening, like "2028-2029"; null where it is not told. */
  year: string | null;
}

export interface WaitingRequest {
  uai: string;
  /** Of its first request, like "2025-03"; null when unknown. */
  since: string | null;
}

export interface ThemeGap {
  theme: Theme;
  /** INSEE codes of the communes that no action about it reaches. */
  missing: readonly string[];
}

export interface TodayFigures {
  loads?: { posts: readonly PostLoad[]; tolerance: number };
  waiting?: { schools: readonly WaitingRequest[]; followed: number; ask: AskedMeans | null };
  themes?: { communes: number; gaps: readonly ThemeGap[] };
  correspondents?: readonly { commune: string; filled: boolean }[];
  /** Answers of the year's report that are known, of all. */
  report?: { year: string; ready: number; total: number };
  /** Rows of the lists deposited that are still in doubt. */
  doubts?: { rows: number };
  /** Sessions of actions to come, and those that lack too late what they cannot be held without. */
  sessions?: { ahead: number; compromised: number };
  meetings?: {
    year: string;
    /** Meetings that the service asks for, and those that have a date. */
    asked: number;
    dated: number;
    /** Members of teams that are away on every day of the year, with their teams. */
    never: readonly { partner: string; team: string }[];
  };
}
