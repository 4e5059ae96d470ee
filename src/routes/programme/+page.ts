// The outlines and the programme travel in the page: its figures and tables are there before any script.
import { base } from '$app/paths';
import { loadProgramme } from '$lib/session/assignment-data';
import { loadShapes } from '$lib/map/geometry/shapes';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const [shapes, programme] = await Promise.all([loadShapes(`${base}/map`, fetch), loadProgramme(fetch)]);
  return { shapes, programme };
};
