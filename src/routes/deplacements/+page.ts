// The outlines and the usual weeks travel in the page: its figures are there before any script.
import { base } from '$app/paths';
import { loadShapes } from '$lib/map/geometry/shapes';
import { parseTeamFile } from '$lib/features/travel/travel-state.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  const [shapes, response] = await Promise.all([
    loadShapes(`${base}/map`, fetch),
    fetch(`${base}/graph/team.json`)
  ]);
  return { shapes, team: response.ok ? parseTeamFile(await response.text()) : null };
};
