// The split of today and its outlines, for the pages that show them; null where the territory publishes no posts.
import { usableAssignmentFile, type AssignmentFile } from '$lib/engines/assignment';
import { base } from '$app/paths';
import { loadSectors, type SectorShapes } from './map/sector-scene';

export interface SectorsData {
  sectors: SectorShapes | null;
  split: AssignmentFile | null;
}

export async function loadSectorsData(fetcher: typeof fetch): Promise<SectorsData> {
  const [sectors, response] = await Promise.all([
    loadSectors(`${base}/map`, fetcher),
    fetcher(`${base}/graph/split.json`)
  ]);
  return { sectors, split: response.ok ? usableAssignmentFile(await response.text()) : null };
}
