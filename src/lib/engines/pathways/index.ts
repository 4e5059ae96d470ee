/**
 * Paths of children that live: how long they last, the time to a first visit, those of which nothing was heard, the children whom each post follows.
 * All of it is inside the service; `groupLengths` alone may be shown to anyone: a group has `LEAST_GROUP` paths at least.
 *
 * @example
 * ```ts
 * import { pathLengths, silentPaths } from '$lib/engines/pathways';
 * import { childPaths } from '$lib/model/report/child-paths';
 *
 * const paths = childPaths(cases, '2026-06-30');
 * pathLengths(paths, '2026-06-30').median; // months, paths still open counted as such
 * silentPaths(paths, '2026-06-30'); // without a visit or a review for 60 days
 * ```
 */
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
export { followedNow, silentPaths, SILENT_DAYS, type FollowedNow, type SilentPath } from './silence.ts';
