// Loads today's assignment and the outlines of its sectors, for pages, frames and stories.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { base } from '$app/paths';
import { parseProgramme, type Programme } from '$lib/cube/programme.ts';
import {
  knownAssignment,
  usableAssignmentFile,
  type AssignmentFile
} from '$lib/model/assignment/assignment-file.ts';

/** `code`: UAIs of the schools at one position, separated by spaces. */
export type SectorShapes = FeatureCollection<Polygon | MultiPolygon, { code: string; commune: string }>;

/** null where the territory publishes no posts, or no list tells who follows which school. */
export interface AssignmentData {
  outlines: SectorShapes | null;
  assignment: AssignmentFile | null;
}

/** The posts, whoever follows which school; null where the territory publishes none. @throws {Error} when the file cannot be fetched */
export async function loadPosts(fetcher: typeof fetch): Promise<AssignmentFile | null> {
  const response = await fetcher(`${base}/graph/split.json`);
  return response.ok ? usableAssignmentFile(await response.text()) : null;
}

/** @throws {Error} when the file cannot be fetched */
export async function loadProgramme(fetcher: typeof fetch): Promise<Programme> {
  const response = await fetcher(`${base}/tables/programme.json`);
  if (!response.ok) throw new Error(`programme.json: ${response.status}`);
  return parseProgramme(await response.text());
}

/** @throws {Error} when a file cannot be fetched */
export async function loadService(fetcher: typeof fetch) {
  const [assignment, programme] = await Promise.all([loadPosts(fetcher), loadProgramme(fetcher)]);
  return { assignment, programme };
}

/** @throws {Error} when the file cannot be fetched */
export const loadAssignment = async (fetcher: typeof fetch): Promise<AssignmentFile | null> =>
  knownAssignment(await loadPosts(fetcher));

/** @throws {Error} when a file cannot be fetched */
export async function loadAssignmentData(fetcher: typeof fetch): Promise<AssignmentData> {
  const [outlines, assignment] = await Promise.all([
    fetcher(`${base}/map/sectors.geojson`),
    loadAssignment(fetcher)
  ]);
  return { outlines: outlines.ok ? ((await outlines.json()) as SectorShapes) : null, assignment };
}
