// Loads the posts and today's assignment; null where the territory publishes none.
import { base } from '$app/paths';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { usableAssignmentFile, type AssignmentFile } from '$lib/engines/assignment/index.ts';
import type { Posts } from './demand-state.svelte.ts';

export async function loadAssignment(load: typeof fetch): Promise<AssignmentFile | null> {
  const response = await load(`${base}/graph/split.json`);
  return response.ok ? usableAssignmentFile(await response.text()) : null;
}

/** Full-time posts: those of the assignment, else as many as are counted, each taken as full-time. */
export function postsOf(assignment: AssignmentFile | null, { posts }: Pick<Dashboard, 'posts'>): Posts {
  if (assignment) return { fte: assignment.posts.reduce((sum, { fte }) => sum + fte, 0), counted: false };
  return { fte: posts.referents > 0 ? posts.referents : null, counted: true };
}
