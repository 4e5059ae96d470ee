// Posts and outlines travel in the page, as on the page of sectors: today's plan is ranked without any request.
import { base } from '$app/paths';
import { loadShapes } from '$lib/map/geometry/shapes';
import { loadAssignmentData } from '$lib/features/share/assignment-data';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const [shapes, sectors] = await Promise.all([loadShapes(`${base}/map`, fetch), loadAssignmentData(fetch)]);
  return { shapes, ...sectors };
};
