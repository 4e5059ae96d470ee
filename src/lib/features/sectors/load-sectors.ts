// The split of today and its outlines, for the pages that show them; null where the territory publishes no posts.
import { base } from '$app/paths';
import { loadSectors, type SectorShapes } from './map/sector-scene';
import { splitToShow, type SplitFile } from './state/sectors-state.svelte';

export interface SplitData {
  sectors: SectorShapes | null;
  split: SplitFile | null;
}

export async function loadSplit(fetcher: typeof fetch): Promise<SplitData> {
  const [sectors, response] = await Promise.all([
    loadSectors(`${base}/map`, fetcher),
    fetcher(`${base}/graph/split.json`)
  ]);
  return { sectors, split: response.ok ? splitToShow(await response.text()) : null };
}
