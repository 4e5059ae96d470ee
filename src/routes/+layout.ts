// Every page is prerendered with the dashboard in it: figures are there before any script.
import { base } from '$app/paths';
import { DashboardError, parseDashboard } from '$lib/cube/read-dashboard';
import { loadService } from '$lib/state/travel-service';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'ignore';

export const load: LayoutLoad = async ({ fetch }) => {
  const [response, service] = await Promise.all([
    fetch(`${base}/tables/dashboard.json`),
    loadService(`${base}/graph`, fetch)
  ]);
  if (!response.ok) throw new DashboardError('missing');
  return { dashboard: parseDashboard(await response.text()), service };
};
