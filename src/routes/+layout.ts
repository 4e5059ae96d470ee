// Every page is prerendered with the dashboard in it: figures are there before any script.
import { base } from '$app/paths';
import { DashboardError, parseDashboard } from '$lib/cube/read-dashboard';
import { loadService } from '$lib/features/travel/load-service';
import { embeddedFile, setEmbedPolicy } from '$lib/first-visit/embedded-files';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'ignore';

const DASHBOARD = 'tables/dashboard.json';
setEmbedPolicy(DASHBOARD, 'verbatim');

async function dashboardText(load: typeof fetch): Promise<string> {
  const response = await load(`${base}/${DASHBOARD}`);
  if (!response.ok) throw new DashboardError('missing');
  return response.text();
}

export const load: LayoutLoad = async ({ fetch }) => {
  const [text, service] = await Promise.all([
    embeddedFile(DASHBOARD) ?? dashboardText(fetch),
    loadService(`${base}/graph`, fetch)
  ]);
  return { dashboard: parseDashboard(text), service };
};
