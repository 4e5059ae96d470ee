// Paths of which nothing was heard for long, and the children whom each post follows on a day.
import { dayNumber, isoDate } from '../../model/meetings/days.ts';
import { monthsBetween, type Month } from '../../model/school-year.ts';
import type { ChildPath } from './child-paths.ts';

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

/**
 * Paths that ended more than so many months ago, the oldest exit first; of an exit told by its month, the whole month is over.
 *
 * @param months after the exit, whole
 * @param day ISO day
 */
export const pathsPast = (paths: readonly ChildPath[], months: number, day: string): ChildPath[] =>
  paths
    .filter(({ exit }) => {
      if (exit === null) return false;
      const since = monthsBetween(exit.slice(0, 7) as Month, day.slice(0, 7) as Month);
      return since > months || (since === months && exit.length === 10 && exit.slice(8) < day.slice(8));
    })
    .sort((a, b) => (a.exit! < b.exit! ? -1 : 1));

/** Who follows a school: a post by its identifier; `college` for a collège, which no post is given; null where no post is known. */
export type PathFollower = { post: string } | 'college' | null;

/** Open paths of a post, and how many of them are silent (null: not known). */
export interface FollowedNow {
  by: PathFollower;
  children: number;
  silent: number | null;
}

const keyOf = (by: PathFollower): string =>
  by === null ? '' : by === 'college' ? 'college' : `post ${by.post}`;

/**
 * Children followed on the day of the paths, by who follows their school; each post of the list has a line, in its order, then the collèges, then
 * those without a known post.
 *
 * @param followerOf who follows a school in the répartition in use
 */
export function followedNow(
  paths: readonly ChildPath[],
  silent: readonly SilentPath[] | null,
  { posts, followerOf }: { posts: readonly string[]; followerOf: (uai: string) => PathFollower }
): FollowedNow[] {
  const count = (list: readonly { uai: string | null }[]) => {
    const counts = new Map<string, number>();
    for (const { uai } of list) {
      const key = keyOf(uai === null ? null : followerOf(uai));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const children = count(paths.filter(isOpen));
  const quiet = silent === null ? null : count(silent);
  const others = (['college', null] as const).filter((by) => children.has(keyOf(by)));
  return [...posts.map((post) => ({ post })), ...others].map((by) => ({
    by,
    children: children.get(keyOf(by)) ?? 0,
    silent: quiet === null ? null : (quiet.get(keyOf(by)) ?? 0)
  }));
}
