// The outlines and the programme travel in the page: its figures and tables are there before any script.
import { base } from '$app/paths';
import { parseProgramme } from '$lib/cube/programme';
import { loadShapes } from '$lib/map/geometry/shapes';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const [shapes, response] = await Promise.all([
    loadShapes(`${base}/map`, fetch),
    fetch(`${base}/tables/programme.json`)
  ]);
  if (!response.ok) throw new Error(`programme.json: ${response.status}`);
  return { shapes, programme: parseProgramme(await response.text()) };
};
