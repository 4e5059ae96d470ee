// Outlines travel in the prerendered map only. Where scripts run they come as files, and the filters do not wait for them. Of the programme, the page brings what it says.
import { base } from '$app/paths';
import { parseProgramme } from '$lib/cube/programme';
import { publicProgramme, type PublicProgramme } from '$lib/cube/public-programme';
import { embeddedFile, setEmbedPolicy } from '$lib/first-visit/embedded-files';
import { isHydrated } from '$lib/first-visit/scheduling';
import { loadShapes, SHAPE_FILES, type GivenShapes } from '$lib/map/geometry/shapes';
import { openedTerritory, territoryFetch } from '$lib/session/territory-door';
import type WhatChanges from '$lib/features/coverage/evolution/WhatChanges.svelte';
import type { PageLoad } from './$types';

const PROGRAMME = 'tables/programme.json';
const partOf = (text: string): string => JSON.stringify(publicProgramme(parseProgramme(text)));

const fetchChanges = async () =>
  (await import('$lib/features/coverage/evolution/WhatChanges.svelte')).default;

/** In the page that the browser opened, else from its file; null where it cannot be read: the page then says what its own figures say. */
async function programmeOf(load: typeof fetch): Promise<PublicProgramme | null> {
  const embedded = openedTerritory() ? null : embeddedFile(PROGRAMME);
  if (embedded !== null) return JSON.parse(embedded) as PublicProgramme;
  const response = await load(`${base}/${PROGRAMME}`).catch(() => null);
  return response?.ok ? publicProgramme(parseProgramme(await response.text())) : null;
}

export const load: PageLoad = async ({
  fetch: load,
  route
}): Promise<{
  shapes: GivenShapes;
  programme: PublicProgramme | null;
  changes: typeof WhatChanges | null;
  fetchChanges: () => Promise<typeof WhatChanges>;
}> => {
  for (const file of SHAPE_FILES) setEmbedPolicy(`map/${file}`, 'omitted', route.id);
  const fetch = territoryFetch(load);
  const shapes = loadShapes(`${base}/map`, fetch);
  // The map says so itself once it is there.
  shapes.catch(() => undefined);
  setEmbedPolicy(PROGRAMME, partOf, route.id);
  const programme = await programmeOf(fetch);
  // Written with the page; in a browser its code comes once the map answers.
  const changes = import.meta.env.SSR ? await fetchChanges() : null;
  return {
    shapes: import.meta.env.SSR || isHydrated() ? await shapes : shapes,
    programme,
    changes,
    fetchChanges
  };
};
