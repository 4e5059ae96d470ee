// The outlines travel in the page: the map is drawn before any script.
import { base } from '$app/paths';
import { preloadLiveMap } from '$lib/map/live/map-lifecycle.svelte';
import { loadShapes } from '$lib/map/geometry/shapes';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  preloadLiveMap();
  return { shapes: await loadShapes(`${base}/map`, territoryFetch(fetch)) };
};
