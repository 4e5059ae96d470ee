// The outlines, the posts and today's assignment travel in the page: its maps and its figures are there before any script.
import { base } from '$app/paths';
import { loadAssignment } from '$lib/session/assignment-data';
import { loadShapes } from '$lib/map/geometry/shapes';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  const fetcher = territoryFetch(fetch);
  const [shapes, assignment] = await Promise.all([
    loadShapes(`${base}/map`, fetcher),
    loadAssignment(fetcher)
  ]);
  return { shapes, assignment };
};
