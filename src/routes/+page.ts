// Outlines travel in the prerendered map only. Where scripts run they come as files, and the filters do not wait for them. The programme travels in the page.
import { base } from '$app/paths';
import { parseProgramme, type Programme } from '$lib/cube/programme';
import { setEmbedPolicy } from '$lib/first-visit/embedded-files';
import { isHydrated } from '$lib/first-visit/scheduling';
import { loadShapes, SHAPE_FILES, type GivenShapes } from '$lib/map/geometry/shapes';
import { preloadLiveMap } from '$lib/map/live/map-lifecycle.svelte';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({
  fetch: load,
  route
}): Promise<{ shapes: GivenShapes; programme: Programme | null }> => {
  preloadLiveMap();
  for (const file of SHAPE_FILES) setEmbedPolicy(`map/${file}`, 'omitted', route.id);
  const fetch = territoryFetch(load);
  const shapes = loadShapes(`${base}/map`, fetch);
  // The map says so itself once it is there.
  shapes.catch(() => undefined);
  // Without it, the page says what its own figures say.
  const response = await fetch(`${base}/tables/programme.json`).catch(() => null);
  const programme = response?.ok ? parseProgramme(await response.text()) : null;
  return { shapes: import.meta.env.SSR || isHydrated() ? await shapes : shapes, programme };
};
