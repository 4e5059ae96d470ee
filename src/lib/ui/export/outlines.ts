// Outlines of places for the rows of a table that leaves the site.
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { base } from '$app/paths';

/**
 * Outlines of communes or QPV by code.
 *
 * @param load gives the files of the territory
 * @throws {Error} when the file cannot be had
 */
export async function outlines(
  kind: 'communes' | 'qpvs',
  load: typeof fetch
): Promise<Map<string, Geometry>> {
  const response = await load(`${base}/map/${kind}.geojson`);
  const { features } = (await response.json()) as FeatureCollection;
  return new Map(features.map((one: Feature) => [String(one.properties?.['code']), one.geometry]));
}
