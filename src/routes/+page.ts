// Outlines travel in the prerendered map only. Where scripts run they come as files, and the filters do not wait for them.
import { base } from '$app/paths';
import { setEmbedPolicy } from '$lib/first-visit/embedded-files';
import { isHydrated } from '$lib/first-visit/scheduling';
import { loadShapes, SHAPE_FILES, type GivenShapes } from '$lib/map/geometry/shapes';
import { preloadLiveMap } from '$lib/map/live/map-lifecycle.svelte';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, route }): Promise<{ shapes: GivenShapes }> => {
  preloadLiveMap();
  for (const file of SHAPE_FILES) setEmbedPolicy(`map/${file}`, 'omitted', route.id);
  const shapes = loadShapes(`${base}/map`, territoryFetch(fetch));
  if (import.meta.env.SSR || isHydrated()) return { shapes: await shapes };
  // The map says so itself once it is there.
  shapes.catch(() => undefined);
  return { shapes };
};
