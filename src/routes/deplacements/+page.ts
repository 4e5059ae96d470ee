// The outlines and the usual weeks travel in the page: its figures are there before any script.
import { base } from '$app/paths';
import { loadShapes } from '$lib/map/geometry/shapes';
import { loadTeam } from '$lib/features/travel/load-team';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const [shapes, team] = await Promise.all([
    loadShapes(`${base}/map`, fetch),
    loadTeam(`${base}/graph`, fetch)
  ]);
  return { shapes, team };
};
