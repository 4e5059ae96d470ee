// Loads the data of sectors and travel snapshots, beyond the dashboard, when such a view is shown.
import { base } from '$app/paths';
import type { Dashboard } from '$lib/cube/dashboard';
import { parseTeamFile } from '$lib/engines/travel/index.ts';
import { loadSectorsData } from '$lib/features/sectors/load-sectors';
import { fetchedFor } from '$lib/pages/views';
import type { TerritoryDoor } from '$lib/session/territory-door';
import type { SnapshotSources } from './snapshot-from-url';
import type { TravelViews } from './travel-views.svelte';

export type FetchedSources = Required<Pick<SnapshotSources, 'assignment' | 'outlines' | 'travelViews'>>;
export const NO_SOURCES: FetchedSources = { assignment: null, outlines: null, travelViews: null };

/** @throws {Error} when a file of the territory cannot be read */
export async function loadSnapshotSources(
  address: string,
  dashboard: Dashboard,
  door: TerritoryDoor
): Promise<FetchedSources> {
  const files = fetchedFor(address);
  if (files === 'assignment') return { ...NO_SOURCES, ...(await loadSectorsData(door.fetch)) };
  if (files === 'times') return { ...NO_SOURCES, travelViews: await openTravelViews(dashboard, door) };
  return NO_SOURCES;
}

/** @returns null where the territory publishes no team */
export async function openTravelViews(
  dashboard: Dashboard,
  door: TerritoryDoor
): Promise<TravelViews | null> {
  const [{ TravelViews }, response] = await Promise.all([
    import('./travel-views.svelte'),
    door.fetch(`${base}/graph/team.json`)
  ]);
  if (!response.ok) return null;
  return new TravelViews(dashboard, parseTeamFile(await response.text()), () => door.graphs());
}
