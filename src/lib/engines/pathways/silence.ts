// Paths of which nothing was heard for long, and the children whom each post follows on a day.
import { dayNumber, isoDate } from '../../model/meetings/days.ts';
import type { ChildPath } from '../../model/report/child-paths.ts';

/** Days without a visit or a review after which a path is silent. */
export const SILENT_DAYS = 60;

export interface SilentPath {
  /** Pseudonym. */
  id: string;
  uai: string | null;
  /** Last visit or review, ISO day; null when none is known. */
  last: string | null;
  /** Days since then, or since the entry. */
  days: number;
}

const isOpen = ({ exit }: ChildPath): boolean => exit === null;

/** Of a month, its last day: nothing is said to be silent for longer than is known. */
const lastDayOf = (text: string): number => {
  if (text.length === 10) return dayNumber(text);
  const [year, month] = text.split('-').map(Number) as [number, number];
  return Date.UTC(year, month, 0) / 86_400_000;
};

/**
 * Open paths without a visit or a review for so many days, the longest first; null where the file tells neither visits nor reviews of any path. A
 * path without either is counted from its entry; without an entry, it cannot be told and is left out.
 *
 * @param day ISO day
 */
export function silentPaths(
  paths: readonly ChildPath[],
  day: string,
  least = SILENT_DAYS
): SilentPath[] | null {
  if (paths.every(({ visitDays, lastReview }) => visitDays.length === 0 && lastReview === null)) return null;
  const today = dayNumber(day);
  return paths
    .filter(isOpen)
    .flatMap(({ id, uai, entry, lastReview, visitDays }): SilentPath[] => {
      const signs = [visitDays.at(-1), lastReview].flatMap((sign) => (sign ? [dayNumber(sign)] : []));
      const last = signs.length === 0 ? null : Math.max(...signs);
      const since = last ?? (entry === null ? null : Math.min(today, lastDayOf(entry)));
      if (since === null || today - since < least) return [];
      return [{ id, uai, last: last === null ? null : isoDate(last), days: today - since }];
    })
    .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1));
}

/** Open paths of a post, and how many of them are silent (null: not known). */
export interface FollowedNow {
  /** null: their school has no post, or is not told. */
  post: string | null;
  children: number;
  silent: number | null;
}

/**
 * Children followed on the day of the paths, by post of their school; each post of the list has a line, in its order, and those without one come last.
 *
 * @param postOf post that follows a school in the répartition in use
 */
export function followedNow(
  paths: readonly ChildPath[],
  silent: readonly SilentPath[] | null,
  { posts, postOf }: { posts: readonly string[]; postOf: (uai: string) => string | null }
): FollowedNow[] {
  const count = (list: readonly { uai: string | null }[]) => {
    const counts = new Map<string | null, number>();
    for (const { uai } of list) {
      const post = uai === null ? null : postOf(uai);
      counts.set(post, (counts.get(post) ?? 0) + 1);
    }
    return counts;
  };
  const children = count(paths.filter(isOpen));
  const quiet = silent === null ? null : count(silent);
  const lines = children.has(null) ? [...posts, null] : posts;
  return lines.map((post) => ({
    post,
    children: children.get(post) ?? 0,
    silent: quiet === null ? null : (quiet.get(post) ?? 0)
  }));
}
