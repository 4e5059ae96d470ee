// Every page is prerendered with the dashboard in it: figures are there before any script.
import { base } from '$app/paths';
import { DashboardError, parseDashboard } from '$lib/cube/read-dashboard';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'ignore';

export const load: LayoutLoad = async ({ fetch }) => {
  const response = await fetch(`${base}/tables/dashboard.json`);
  if (!response.ok) throw new DashboardError('missing');
  return { dashboard: parseDashboard(await response.text()) };
};
