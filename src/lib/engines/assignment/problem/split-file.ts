// `graph/split.json`: what the page of sectors starts from. Posts are the demonstration's, or a service's own in a site that stays in the
// service; any other site has none, and nothing to share.
import { readVersioned } from '../../../model/versioned-json.ts';
import type { Pair } from '../../../model/plan.ts';
import type { TimesKind } from '../../../model/times-kind.ts';

export const SPLIT_FILE_VERSION = 2;

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
  /** What the times of each mode rest on. */
  times: Readonly<Record<string, TimesKind>>;
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

/** The file where there are posts to share schools among; null elsewhere. */
export function splitToShow(text: string): SplitFile | null {
  const file = parseSplitFile(text);
  return file.posts.length > 0 ? file : null;
}
