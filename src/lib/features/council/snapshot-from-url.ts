// Snapshot (map, legend, figures) of any view of the site from its address. The one place where the snapshots of
// the features are composed.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import type { Programme } from '$lib/cube/programme.ts';
import { changesSnapshotFromUrl } from '$lib/features/changes/snapshot.ts';
import { coverageSnapshotFromUrl } from '$lib/features/coverage/snapshot.ts';
import { demandSnapshotFromUrl } from '$lib/features/demand/snapshot/snapshot.ts';
import { programmeSnapshotFromUrl } from '$lib/features/programme/snapshot.ts';
import type { SectorsData } from '$lib/features/sectors/load-sectors.ts';
import { sectorsSnapshotFromUrl } from '$lib/features/sectors/map/snapshot.ts';
import { travelSnapshotFromUrl } from '$lib/features/travel/map/snapshot.ts';
import { waitingSnapshotFromUrl } from '$lib/features/waiting/snapshot.ts';
import type { Snapshot } from '$lib/map/svg/snapshot.ts';
import { readStoryAddress } from '$lib/pages/story.ts';
import type { StoryPage } from '$lib/pages/views.ts';
import type { TravelViews } from './travel-views.svelte.ts';

/** Data of the views; null where the territory has none, or where they were not loaded. */
export interface SnapshotSources extends SectorsData {
  dashboard: Dashboard;
  programme: Programme | null;
  /** Computes the saved views of the travel page. */
  travelViews?: TravelViews | null;
}

type FromUrl = (sources: SnapshotSources, params: URLSearchParams, fragment: string) => Snapshot | null;

const PAGES: Record<StoryPage, FromUrl> = {
  '/': ({ dashboard }, params) => coverageSnapshotFromUrl(dashboard, params),
  '/ecoles': ({ dashboard }, params) => waitingSnapshotFromUrl(dashboard, params),
  '/evolution': ({ dashboard }, params) => changesSnapshotFromUrl(dashboard, params),
  '/programme': ({ programme, dashboard }, params) => programmeSnapshotFromUrl(programme, dashboard, params),
  '/secteurs': (sources, params, fragment) =>
    sectorsSnapshotFromUrl(sources, sources.dashboard, params, fragment),
  '/deplacements': ({ dashboard, travelViews }, params) =>
    travelSnapshotFromUrl(dashboard, travelViews ? (saved) => travelViews.of(saved) : null, params),
  '/avenir': ({ dashboard, assignment }, params) => demandSnapshotFromUrl(dashboard, assignment, params)
};

/**
 * Computes what the view of an address needs before it is drawn as saved; without it the drawing has less detail.
 *
 * @returns whether it could be computed
 */
export async function computeSnapshot(address: string, { travelViews }: SnapshotSources): Promise<boolean> {
  const found = readStoryAddress(address);
  const view =
    found?.page === '/deplacements' && found.params.size > 0 ? travelViews?.of(found.params) : null;
  await view?.requests.sendView(view.query);
  return (view?.requests.fault ?? null) === null;
}

/** @returns null for an address of another page, or where the territory has no data for it */
export function snapshotFromUrl(address: string, sources: SnapshotSources): Snapshot | null {
  const found = readStoryAddress(address);
  return found && PAGES[found.page](sources, found.params, found.fragment);
}
