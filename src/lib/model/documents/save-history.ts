// What a saved territory says of its own saves, so that two files of one territory can be put together. It names nobody, and keeps no former value.

/** The lists of a territory's file, each with keys of its own. */
export const MERGED_LISTS = [
  'config',
  'corrections',
  'matches',
  'nicknames',
  'plans',
  'decision',
  'calendar',
  'meetings',
  'agenda',
  'sessions',
  'answers',
  'posts',
  'teams',
  'milestones',
  'sources',
  'releases'
] as const;
export type MergedListName = (typeof MERGED_LISTS)[number];

/** A value of a JSON document. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Which saves last changed a key, and what its value is since: 16 hexadecimal digits of its hash; '' once deleted. */
export interface KeyMark {
  hash: string;
  /** One, or several that gave the same value. */
  saves: readonly string[];
}

/** A key of which two values were found, and none was chosen: the file holds one, and names both here. */
export interface UndecidedKey {
  id: string;
  where: MergedListName;
  key: string;
  /** In no order; null: no value. */
  values: readonly [Json, Json];
  /** Hash of the value that the file holds: another one answers it. */
  held: string;
}

/** One save, in figures alone: no value, no count of children, no name. */
export interface SaveEntry {
  save: string;
  /** Saves that it was made from: none for the first, two for a merge. */
  from: readonly string[];
  /** Code of a post or a function of the territory; null: not said. */
  by: string | null;
  /** ISO day, and the half of it: a minute would watch a person. */
  at: `${string} ${'am' | 'pm'}`;
  /** List -> number of its keys that changed. */
  changed: Readonly<Partial<Record<MergedListName, number>>>;
  /** Hash of the entry and of those before it. */
  seal: string;
}

export interface SaveHistory {
  /** Made once, at random. */
  territory: string;
  /** Saves that this file comes from, the oldest first; the last one is its own. */
  saves: readonly string[];
  /** List -> key -> its mark. */
  keys: Readonly<Partial<Record<MergedListName, Readonly<Record<string, KeyMark>>>>>;
  undecided: readonly UndecidedKey[];
  /** The oldest first; empty in a file for anyone. */
  log: readonly SaveEntry[];
}

/** Saves that a file names, and entries of its log. */
export const MOST_SAVES = 500;

/** The half-day of a save, by the clock of this computer. */
export function halfDayOf(now: Date): SaveEntry['at'] {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${day.map((part) => String(part).padStart(2, '0')).join('-')} ${now.getHours() < 12 ? 'am' : 'pm'}`;
}

/** The choice that a key is, or is a part of: when a session is, when a meeting is, whatever list says it. */
export function choiceOf({ where, key }: { where: MergedListName; key: string }): string {
  const [session] = (where === 'sessions' && /^n° .+\/now\/(?=(?:date|begin|end|half)$)/.exec(key)) || [];
  const [meeting] = ((where === 'calendar' || where === 'meetings') && /[^/]+ \d+$/.exec(key)) || [];
  return session ?? meeting ?? `${where} ${key}`;
}

/** How many choices these keys are: what a person is asked. */
export const choiceCount = (keys: readonly { where: MergedListName; key: string }[]): number =>
  new Set(keys.map(choiceOf)).size;
