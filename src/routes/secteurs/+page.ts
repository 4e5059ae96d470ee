// The outlines and the split of today travel in the page: its figures are there before any script.
import { base } from '$app/paths';
import { loadSectors } from '$lib/map/sector-scene';
import { loadShapes } from '$lib/map/shapes';
import { splitToShow } from '$lib/state/split.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  const [shapes, sectors, response] = await Promise.all([
    loadShapes(`${base}/map`, fetch),
    loadSectors(`${base}/map`, fetch),
    fetch(`${base}/graph/split.json`)
  ]);
  return { shapes, sectors, split: response.ok ? splitToShow(await response.text()) : null };
};
