// What the frame of a page that computes is drawn from, asked for when such a frame is.
import type { Dashboard } from '$lib/cube/dashboard';
import type { SnapshotSources } from './snapshot-from-url';
import { openJourneys } from '$lib/features/council/load-travel-views';
import { loadSplit } from '$lib/features/sectors/load-sectors';

export type Computed = Required<Pick<SnapshotSources, 'split' | 'sectors' | 'journeys'>>;
export const NOTHING: Computed = { split: null, sectors: null, journeys: null };

/** @throws {Error} when a file of the site cannot be read */
export async function loadComputedSources(address: string, dashboard: Dashboard): Promise<Computed> {
  if (address.startsWith('/secteurs')) return { ...NOTHING, ...(await loadSplit(fetch)) };
  if (address.startsWith('/deplacements')) return { ...NOTHING, journeys: await openJourneys(dashboard) };
  return NOTHING;
}
