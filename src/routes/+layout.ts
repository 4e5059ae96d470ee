// Every page is prerendered with the dashboard in it: figures are there before any script.
import { base } from '$app/paths';
import { DashboardError, parseDashboard } from '$lib/cube/read-dashboard';
import { loadService } from '$lib/features/travel/load-service';
import { embeddedFile, setEmbedPolicy } from '$lib/first-visit/embedded-files';
import { TerritoryDoor } from '$lib/session/territory-door';
import type { LayoutLoad } from './$types';

export const prerender = true;
// A page is a folder with its `index.html`: hosts that know nothing but files find it.
export const trailingSlash = 'always';

const DASHBOARD = 'tables/dashboard.json';
setEmbedPolicy(DASHBOARD, 'verbatim');

async function dashboardText(load: typeof fetch): Promise<string> {
  const response = await load(`${base}/${DASHBOARD}`);
  if (!response.ok) throw new DashboardError('missing');
  return response.text();
}

export const load: LayoutLoad = async ({ fetch }) => {
  // Travels with the data: a frame reads the files of the territory that it was made from.
  const door = new TerritoryDoor();
  const [text, service] = await Promise.all([
    (door.opened ? null : embeddedFile(DASHBOARD)) ?? dashboardText(door.through(fetch)),
    // No file of a reader names a host that receives anything.
    door.opened ? null : loadService(`${base}/graph`, fetch)
  ]);
  return { dashboard: parseDashboard(text), service, door, key: door.key };
};
