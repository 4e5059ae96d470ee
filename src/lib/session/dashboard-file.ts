// The dashboard of the site's own territory: asked for once, by the first page that needs all of it.
import { base } from '$app/paths';
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { DashboardError, parseDashboard } from '$lib/cube/read-dashboard.ts';

/** From the root of the site. */
export const DASHBOARD = 'tables/dashboard.json';
let asked: Promise<Dashboard> | null = null;

/** @throws {DashboardError} */
export async function readDashboard(load: typeof fetch): Promise<Dashboard> {
  const response = await load(`${base}/${DASHBOARD}`);
  if (!response.ok) throw new DashboardError('missing');
  return parseDashboard(await response.text());
}

/** The same for all that ask; asked for again after a failure. Browser only. */
export function siteDashboard(load: typeof fetch = fetch): Promise<Dashboard> {
  asked ??= readDashboard(load).catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}
