// All that the views of a story are drawn from travels in the page: its steps can be read before any script.
import { base } from '$app/paths';
import { parseProgramme } from '$lib/cube/programme';
import { loadShapes } from '$lib/map/geometry/shapes';
import { loadAssignmentData } from '$lib/session/assignment-data';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const [shapes, sectors, programme] = await Promise.all([
    loadShapes(`${base}/map`, fetch),
    loadAssignmentData(fetch),
    fetch(`${base}/tables/programme.json`)
  ]);
  return { shapes, ...sectors, programme: programme.ok ? parseProgramme(await programme.text()) : null };
};
