// The outlines and today's assignment travel in the page: its figures are there before any script.
import { base } from '$app/paths';
import { loadShapes } from '$lib/map/geometry/shapes';
import { loadAssignmentData } from '$lib/session/assignment-data';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const [shapes, sectors] = await Promise.all([loadShapes(`${base}/map`, fetch), loadAssignmentData(fetch)]);
  return { shapes, ...sectors };
};
