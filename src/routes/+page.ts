// Outlines travel in the prerendered map only. Where scripts run they come as files, and the filters do not wait for them. Of the programme, the page brings what it says.
import { base } from '$app/paths';
import type { PublicProgramme } from '$lib/cube/public-programme';
import { loadProgramme } from '$lib/features/coverage/load-programme';
import { setEmbedPolicy } from '$lib/first-visit/embedded-files';
import { isHydrated } from '$lib/first-visit/scheduling';
import { loadShapes, SHAPE_FILES, type GivenShapes } from '$lib/map/geometry/shapes';
import { preloadLiveMap } from '$lib/map/live/map-lifecycle.svelte';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({
  fetch: load,
  route
}): Promise<{ shapes: GivenShapes; programme: PublicProgramme | null }> => {
  preloadLiveMap();
  for (const file of SHAPE_FILES) setEmbedPolicy(`map/${file}`, 'omitted', route.id);
  const fetch = territoryFetch(load);
  const shapes = loadShapes(`${base}/map`, fetch);
  // The map says so itself once it is there.
  shapes.catch(() => undefined);
  const programme = await loadProgramme(fetch, route.id);
  return { shapes: import.meta.env.SSR || isHydrated() ? await shapes : shapes, programme };
};
