// `graph/split.json`: what the page of sectors starts from. Of the demonstration only: its posts and its assignment are synthetic.
import { readVersioned } from '../model/versioned-json.ts';
import type { Pair } from '../model/plan.ts';

export const SPLIT_FILE_VERSION = 1;

export interface SplitPost {
  /** « Référent 6 »: posts are numbered, never named. */
  id: string;
  fte: number;
  /** INSEE code of the commune whose town hall is the base. */
  base: string;
  coordinator: string | null;
}

export interface SplitSchool {
  uai: string;
  pupils: number;
  /** Its share of its support teams' meetings, a year. */
  meetings: number;
  /** Asks to be followed, and nobody follows it yet. */
  waiting: boolean;
}

export interface SplitFile {
  version: typeof SPLIT_FILE_VERSION;
  /** SIREN: a plan of another territory is told apart by it. */
  territory: string;
  posts: SplitPost[];
  schools: SplitSchool[];
  /** UAI -> post, today. */
  assignment: Record<string, string>;
  /** INSEE codes of public places that may be a base. */
  bases: string[];
  /** Minutes by car, one way, to a tenth: a row a base, a column a school; null where there is no way. */
  minutes: (number | null)[][];
  /** Schools whose surroundings touch. */
  neighbours: Pair[];
}

/** @throws {UnusableInput} `split-malformed` when the text is cut short, foreign, or of another version. */
export const parseSplitFile = (text: string): SplitFile =>
  readVersioned(text, {
    ...{ code: 'split-malformed', file: 'split.json', version: SPLIT_FILE_VERSION },
    lists: ['posts', 'schools', 'minutes']
  });
