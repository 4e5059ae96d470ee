// The views of the pages, from their addresses: each feature's `page-view.ts` is found by its name, so that none is written here.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { loadAssignmentData } from '$lib/session/assignment-data.ts';
import type { PageView, ViewComputer, ViewSources } from '$lib/features/share/page-view-type.ts';
import type { Snapshot } from '$lib/map/svg/snapshot.ts';
import type { PageRecord } from '$lib/pages/record.ts';
import { PAGES } from '$lib/pages/register.ts';
import { readStoryAddress } from '$lib/pages/story.ts';
import { fetchedFor, type StoryPage } from '$lib/pages/views.ts';
import type { TerritoryDoor } from '$lib/session/territory-door.ts';

const FOUND = import.meta.glob<PageView>('../*/page-view.ts', { eager: true, import: 'default' });

/** Path of a page -> its view. @param found by the address of its file, `../NAME/page-view.ts` */
export const viewsOf = (
  found: Readonly<Record<string, PageView>>,
  pages: readonly PageRecord[] = PAGES
): ReadonlyMap<string, PageView> =>
  new Map(
    pages.flatMap(({ path, feature, view }) => {
      const its = view && found[`../${feature}/page-view.ts`];
      return its ? [[path, its]] : [];
    })
  );

export const PAGE_VIEWS = viewsOf(FOUND);

/** Computers of views, by the path of their page; null where the territory has nothing to compute with. */
export type ViewComputers = Partial<Record<StoryPage, ViewComputer | null>>;
export interface SnapshotSources extends Omit<ViewSources, 'computer'> {
  computers?: ViewComputers;
}

const isComputed = (page: StoryPage, params: URLSearchParams): boolean =>
  fetchedFor(page) === 'computed' && params.size > 0;

/** Pages whose views must be computed to be drawn as these addresses say. */
export const computedPages = (addresses: readonly string[]): StoryPage[] => [
  ...new Set(
    addresses.flatMap((address) => {
      const found = readStoryAddress(address);
      return found && isComputed(found.page, found.params) ? [found.page] : [];
    })
  )
];

/** @throws {Error} when a file of the territory cannot be read */
export async function openComputers(
  pages: readonly StoryPage[],
  dashboard: Dashboard,
  door: TerritoryDoor
): Promise<ViewComputers> {
  const open = async (page: StoryPage) =>
    [page, (await PAGE_VIEWS.get(page)?.open?.(dashboard, door)) ?? null] as const;
  return Object.fromEntries(await Promise.all(pages.map(open)));
}

export type FetchedSources = Required<Pick<SnapshotSources, 'assignment' | 'outlines' | 'computers'>>;
export const NO_SOURCES: FetchedSources = { assignment: null, outlines: null, computers: {} };

/**
 * Data of a view beyond the dashboard and the programme.
 *
 * @throws {Error} when a file of the territory cannot be read
 */
export async function loadSnapshotSources(
  address: string,
  dashboard: Dashboard,
  door: TerritoryDoor
): Promise<FetchedSources> {
  if (fetchedFor(address) === 'assignment')
    return { ...NO_SOURCES, ...(await loadAssignmentData(door.fetch)) };
  return { ...NO_SOURCES, computers: await openComputers(computedPages([address]), dashboard, door) };
}

export function stopComputers(computers: ViewComputers): void {
  for (const computer of Object.values(computers)) computer?.stop();
}

/**
 * Computes what the view of an address needs before it is drawn as saved; without it the drawing has less detail.
 *
 * @returns whether it could be computed
 */
export async function computeSnapshot(address: string, { computers }: SnapshotSources): Promise<boolean> {
  const found = readStoryAddress(address);
  if (!found || !isComputed(found.page, found.params)) return true;
  return (await computers?.[found.page]?.compute(found.params)) ?? true;
}

/** @returns null for an address of another page, or where the territory has no data for it */
export function snapshotFromUrl(
  address: string,
  { computers, ...sources }: SnapshotSources
): Snapshot | null {
  const found = readStoryAddress(address);
  if (!found) return null;
  const { page, params, fragment } = found;
  return PAGE_VIEWS.get(page)!.snapshot(
    { ...sources, computer: computers?.[page] ?? null },
    params,
    fragment
  );
}
