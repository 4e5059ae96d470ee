// All that the views of a story are drawn from travels in the page: its steps can be read before any script.
import { base } from '$app/paths';
import { parseProgramme } from '$lib/cube/programme';
import { loadShapes } from '$lib/map/shapes';
import { loadSplit } from '../split-data';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, parent }) => {
  const asked = Promise.all([loadShapes(`${base}/map`, fetch), fetch(`${base}/tables/programme.json`)]);
  const { dashboard } = await parent();
  const data = await loadSplit(fetch, dashboard.territory.demonstration);
  const [shapes, programme] = await asked;
  return { shapes, ...data, programme: programme.ok ? parseProgramme(await programme.text()) : null };
};
