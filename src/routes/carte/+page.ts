// What a map in a frame is drawn from; the same for every view, the address says which.
import { base } from '$app/paths';
import { parseProgramme } from '$lib/cube/programme';
import { loadShapes } from '$lib/map/geometry/shapes';
import { territoryFetch } from '$lib/session/territory-door';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch: load }) => {
  const fetch = territoryFetch(load);
  const [shapes, programme] = await Promise.all([
    loadShapes(`${base}/map`, fetch),
    fetch(`${base}/tables/programme.json`)
  ]);
  return { shapes, programme: programme.ok ? parseProgramme(await programme.text()) : null };
};
