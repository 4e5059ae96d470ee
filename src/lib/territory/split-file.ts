// `graph/split.json`: what the page of sectors starts from. Of the demonstration only: its posts and its assignment are synthetic.
import { UnusableInput } from '../model/findings.ts';
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
export function parseSplitFile(text: string): SplitFile {
  const unusable = (found: string, cause?: unknown) =>
    new UnusableInput(
      { code: 'split-malformed', severity: 'dropped', file: 'split.json', found, expected: 'version 1' },
      { cause }
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unusable('JSON', cause);
  }
  const { version, posts, schools, minutes } = (value ?? {}) as Partial<SplitFile>;
  if (version !== SPLIT_FILE_VERSION) throw unusable(`version ${String(version)}`);
  if (!Array.isArray(posts) || !Array.isArray(schools) || !Array.isArray(minutes)) throw unusable('no posts');
  return value as SplitFile;
}
