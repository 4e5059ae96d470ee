// Every page is prerendered with the dashboard in it: figures are there before any script. A page of words has what its frame reads of it.
import type { Dashboard } from '$lib/cube/dashboard';
import { frameDashboard } from '$lib/cube/frame-dashboard';
import { parseDashboard } from '$lib/cube/read-dashboard';
import { embeddedFile, setEmbedPolicy } from '$lib/first-visit/embedded-files';
import { isHydrated } from '$lib/first-visit/scheduling';
import { pageAt } from '$lib/pages/register';
import { DASHBOARD, readDashboard, siteDashboard } from '$lib/session/dashboard-file';
import { keptLanguage } from '$lib/session/preferences.svelte';
import { TerritoryDoor } from '$lib/session/territory-door';
import type { LayoutLoad } from './$types';

export const prerender = true;
// A page is a folder with its `index.html`: hosts that know nothing but files find it.
export const trailingSlash = 'always';

setEmbedPolicy(DASHBOARD, 'verbatim');
const frameText = (text: string): string => JSON.stringify(frameDashboard(parseDashboard(text)));

/** @param whenLean called where another page needs more than what is returned */
async function dashboardOf(
  door: TerritoryDoor,
  load: typeof fetch,
  whenLean: () => void
): Promise<Dashboard> {
  if (door.opened || import.meta.env.SSR) return readDashboard(door.through(load));
  const embedded = embeddedFile(DASHBOARD);
  const given = embedded === null ? null : parseDashboard(embedded);
  if (given && !given.lean) return given;
  if (!given || isHydrated() || keptLanguage() !== 'fr') return siteDashboard(load);
  whenLean();
  return given;
}

export const load: LayoutLoad = async ({ fetch, route }) => {
  if (import.meta.env.SSR && pageAt(route.id)?.feature === 'info')
    setEmbedPolicy(DASHBOARD, frameText, route.id);
  // Travels with the data: a frame reads the files of the territory that it was made from.
  const door = new TerritoryDoor();
  // Read, the page's route makes this load run again on another page.
  const dashboard = await dashboardOf(door, fetch, () => void route.id);
  return { dashboard, door, key: door.key };
};
