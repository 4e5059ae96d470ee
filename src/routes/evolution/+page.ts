// The outlines travel in the page: the map is drawn before any script.
import { base } from '$app/paths';
import { loadShapes } from '$lib/map/geometry/shapes';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({
  shapes: await loadShapes(`${base}/map`, territoryFetch(fetch))
});
