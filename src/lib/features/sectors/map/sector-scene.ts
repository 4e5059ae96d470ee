// Scene of the map of sectors: school cells coloured by post, bases, and a digit in each sector.
import type { Feature, FeatureCollection } from 'geojson';
import type { SectorsState } from '../state/sectors-state.svelte.ts';
import { boundsOf, type Area } from '$lib/map/geometry/shapes.ts';
import type { Bounds } from '$lib/map/geometry/viewport.ts';

/** `code`: UAIs of the schools at one position, separated by spaces. */
export type SectorShapes = FeatureCollection<Area, { code: string; commune: string }>;

export interface SectorCell {
  uais: string[];
  area: Area;
  /** Index of the post, from 0; -1 when unassigned. */
  post: number;
  /** Schools at one position with several posts: coloured by the first, hatched. */
  shared: boolean;
  lon: number;
  lat: number;
  pinned: boolean;
  /** Post proposed by the search, when it differs. */
  proposed: number | null;
}

export interface SectorBase {
  post: number;
  lon: number;
  lat: number;
}

/** @throws {Error} when the file cannot be fetched */
export async function loadSectors(base: string, fetcher: typeof fetch = fetch): Promise<SectorShapes | null> {
  const response = await fetcher(`${base}/sectors.geojson`);
  return response.ok ? ((await response.json()) as SectorShapes) : null;
}

export const sectorBounds = ({ features }: SectorShapes): Bounds =>
  boundsOf(features.map(({ geometry }) => geometry));

export function sectorCells(state: SectorsState, shapes: SectorShapes, plan = state.plan): SectorCell[] {
  const { file, rules, search } = state;
  const moves = new Map(search.acceptedMoves.map(({ id, to }) => [id, to]));
  const posts = file.posts.map(({ id }) => id);
  const placed = new Map(state.schools.map((school) => [school.uai, school]));
  return shapes.features.flatMap((cell: Feature<Area, { code: string }>) => {
    const schools = cell.properties.code.split(' ').flatMap((uai) => placed.get(uai) ?? []);
    const [first] = schools;
    if (!first) return [];
    const owners = new Set(schools.map(({ uai }) => plan.referents[uai] ?? ''));
    return [
      {
        uais: schools.map(({ uai }) => uai),
        area: cell.geometry,
        post: posts.indexOf(plan.referents[first.uai] ?? ''),
        shared: owners.size > 1,
        lon: first.lon ?? 0,
        lat: first.lat ?? 0,
        proposed: moves.has(first.uai) ? posts.indexOf(moves.get(first.uai) ?? '') : null,
        pinned: schools.some(({ uai }) => rules.pinned.includes(uai))
      }
    ];
  });
}

export function sectorBases({ file, dashboard }: SectorsState): SectorBase[] {
  return file.posts.flatMap(({ base }, post) => {
    const town = dashboard.communes.find(({ code }) => code === base);
    return town ? [{ post, lon: town.town_lon, lat: town.town_lat }] : [];
  });
}
