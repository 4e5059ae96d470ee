// The posts that the service has, from today's assignment or from their number.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { factsOf, unitSchools } from '$lib/engines/assignment/index.ts';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { DEFAULT_WORKLOAD } from '$lib/model/workload.ts';
import type { Posts } from './demand-state.svelte.ts';

/** Full-time posts: those of the assignment, else as many as are counted, each taken as full-time. */
export function postsOf(
  assignment: AssignmentFile | null,
  { posts, schools }: Pick<Dashboard, 'posts' | 'schools'>
): Posts {
  if (!assignment)
    return { fte: posts.referents > 0 ? posts.referents : null, counted: true, minutesPerSchool: null };
  return {
    fte: assignment.posts.reduce((sum, { fte }) => sum + fte, 0),
    counted: false,
    minutesPerSchool: meanWorkload(assignment, schools)
  };
}

/** Minutes a week, as Secteurs counts the workload of the schools followed today; null without any. */
function meanWorkload(file: AssignmentFile, schools: Dashboard['schools']): number | null {
  const followed = unitSchools(file, factsOf(schools), {
    withWaiting: false,
    workload: DEFAULT_WORKLOAD,
    parts: []
  });
  const work = followed.reduce((sum, { workload }) => sum + workload, 0);
  return work > 0 ? work / followed.length : null;
}
