// All that the views of a story are drawn from travels in the page: its steps can be read before any script.
import { base } from '$app/paths';
import { parseProgramme } from '$lib/cube/programme';
import { loadSectors } from '$lib/map/sector-scene';
import { loadShapes } from '$lib/map/shapes';
import { splitToShow } from '$lib/state/split.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  const [shapes, sectors, programme, split] = await Promise.all([
    loadShapes(`${base}/map`, fetch),
    loadSectors(`${base}/map`, fetch),
    fetch(`${base}/tables/programme.json`),
    fetch(`${base}/graph/split.json`)
  ]);
  return {
    shapes,
    sectors,
    programme: programme.ok ? parseProgramme(await programme.text()) : null,
    split: split.ok ? splitToShow(await split.text()) : null
  };
};
