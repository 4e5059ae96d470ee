// The outlines and today's assignment travel in the page: its figures are there before any script.
import { base } from '$app/paths';
import { loadShapes } from '$lib/map/geometry/shapes';
import { loadSectorsData } from '$lib/features/sectors/load-sectors';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  const [shapes, sectors] = await Promise.all([loadShapes(`${base}/map`, fetch), loadSectorsData(fetch)]);
  return { shapes, ...sectors };
};
