/**
 * Paths of children that live: how long they last, the time to a first visit, those of which nothing was heard, the children whom each post follows.
 * All of it is inside the service; `groupLengths` alone may be shown to anyone: a group has `LEAST_GROUP` paths at least.
 *
 * @example
 * ```ts
 * import { childPaths, pathLengths, silentPaths } from '$lib/engines/pathways';
 *
 * const details = { entry: '2025-09-10', exit: null, exitReason: null, profile: 2, lastReview: '2026-01-20', visitDays: [] };
 * const cases = [{ case_id: 'e001', school_year: '2025-2026', uai: '0590001F', details }];
 * const paths = childPaths(cases, '2026-06-30');
 * pathLengths(paths, '2026-06-30').open; // => 1
 * silentPaths(paths, '2026-06-30').map(({ days }) => days); // => [161]
 * ```
 */
export { childPaths, isAfter, monthsFrom, pathsDay, reportDay, type ChildPath } from './child-paths.ts';
export { teamSituations } from './team-situations.ts';
export {
  firstVisits,
  groupLengths,
  pathLengths,
  sharesAfter,
  LEAST_GROUP,
  type FirstVisits,
  type GroupLength,
  type PathLengths
} from './lengths.ts';
export {
  followedNow,
  pathsPast,
  silentPaths,
  SILENT_DAYS,
  type FollowedNow,
  type PathFollower,
  type SilentPath
} from './silence.ts';
