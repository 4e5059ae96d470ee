// The queue and its calendar for what an address asks: what frames, pictures and stories draw, which have no decision of their own.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import type { AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { readPlanCode } from '$lib/model/assignment/plan-code.ts';
import { today as localDate } from '$lib/session/today.ts';
import { readDecisionLink } from '$lib/session/decision/decision-link.ts';
import { postsRequest, type Means } from './posts-request.ts';

/** @returns the calendar of the posts of the address, else of the answer, under its répartition, else today's */
export function meansOfAddress(
  cube: CoverageCube,
  file: AssignmentFile | null,
  params: URLSearchParams,
  today = localDate()
): Means {
  const { code, posts, cost, road } = readDecisionLink({ searchParams: params, hash: '' });
  const plan = file && code !== null ? readPlanCode(file, code) : null;
  const view = postsRequest({ cube, file, plan, cost, today, ...(road && { road }) });
  const asked = posts ?? view.answer?.posts ?? 0;
  return { view, chosen: view.openings(asked) };
}
