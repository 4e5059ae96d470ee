// The outlines and the split of today travel in the page: its figures are there before any script.
import { base } from '$app/paths';
import { loadShapes } from '$lib/map/shapes';
import { loadSplit } from '../split-data';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  const shapes = loadShapes(`${base}/map`, fetch);
  const { dashboard } = await parent();
  const data = await loadSplit(fetch, dashboard.territory.demonstration);
  return { shapes: await shapes, ...data };
};
