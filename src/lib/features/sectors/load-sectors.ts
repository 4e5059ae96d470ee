// Loads today's assignment and the outlines of its sectors; null where the territory publishes no posts.
import { usableAssignmentFile, type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { base } from '$app/paths';
import { loadSectors, type SectorShapes } from './map/sector-scene';

export interface SectorsData {
  outlines: SectorShapes | null;
  assignment: AssignmentFile | null;
}

export async function loadSectorsData(fetcher: typeof fetch): Promise<SectorsData> {
  const [outlines, response] = await Promise.all([
    loadSectors(`${base}/map`, fetcher),
    fetcher(`${base}/graph/split.json`)
  ]);
  return { outlines, assignment: response.ok ? usableAssignmentFile(await response.text()) : null };
}
