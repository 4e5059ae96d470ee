// The outlines travel in the page's drawn map. Where scripts take that page over they come as files (see src/lib/first-visit/postprocess-html.ts), and
// the filters do not wait for them.
import { base } from '$app/paths';
import { preloadLiveMap } from '$lib/map/live/load-live-map';
import { loadShapes, type GivenShapes } from '$lib/map/geometry/shapes';
import { isTakenOver } from '$lib/first-visit/when-idle';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }): Promise<{ shapes: GivenShapes }> => {
  preloadLiveMap();
  const shapes = loadShapes(`${base}/map`, fetch);
  if (import.meta.env.SSR || isTakenOver()) return { shapes: await shapes };
  // The map tells of a failure, once it is there.
  shapes.catch(() => undefined);
  return { shapes };
};
