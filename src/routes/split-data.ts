// The split of today and its outlines: of the demonstration alone, whose posts and assignment are synthetic. Elsewhere nothing is
// asked for: two pages that miss the same file stop the build of a site.
import { base } from '$app/paths';
import { loadSectors, type SectorShapes } from '$lib/map/sector-scene';
import { parseSplitFile, type SplitFile } from '$lib/state/split.svelte';

export interface SplitData {
  sectors: SectorShapes | null;
  split: SplitFile | null;
}

export async function loadSplit(fetcher: typeof fetch, demonstration: boolean): Promise<SplitData> {
  if (!demonstration) return { sectors: null, split: null };
  const [sectors, response] = await Promise.all([
    loadSectors(`${base}/map`, fetcher),
    fetcher(`${base}/graph/split.json`)
  ]);
  return { sectors, split: response.ok ? parseSplitFile(await response.text()) : null };
}
