// Scene of the map of sectors: schools in the colour of their post, the shape of each sector, bases, and the cells that the pointer meets.
import type { Feature } from 'geojson';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import type { SectorShapes } from '$lib/session/assignment-data.ts';
import { boundsOf, type Area, type Shapes } from '$lib/map/geometry/shapes.ts';
import { project, type Bounds, type Viewport } from '$lib/map/geometry/viewport.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { baseAreas } from '$lib/map/base-areas.ts';
import type { Scene } from '$lib/map/scene.ts';
import { sectorHull, type SectorHull } from './sector-hulls.ts';

export interface SectorCell {
  uais: string[];
  area: Area;
  /** Index of the post, from 0; -1 when unassigned. */
  post: number;
  /** That of the plan compared with. */
  before: number;
  /** Schools at one position with several posts: drawn in the colour of the first. */
  shared: boolean;
  lon: number;
  lat: number;
  pinned: boolean;
  changed: boolean;
}

/** A place without a post. */
export interface SectorPlace {
  code: string;
  lon: number;
  lat: number;
}

/** What is drawn of a plan. */
export interface SectorScene extends Scene {
  cells: readonly SectorCell[];
  bases: readonly SectorBase[];
  waiting: readonly SectorPlace[];
}

export interface SectorBase {
  post: number;
  lon: number;
  lat: number;
}

/** Of the communes of intervention, and of the cells: nothing of the territory is cut. */
export const sectorBounds = ({ features }: SectorShapes, { communes }: Shapes): Bounds =>
  boundsOf([
    ...features.map(({ geometry }) => geometry),
    ...communes.features.filter(({ properties }) => properties.intervention).map(({ geometry }) => geometry)
  ]);

export function sectorCells(
  state: LoadsInUse,
  shapes: SectorShapes,
  plan = state.plan,
  against = state.today
): SectorCell[] {
  const { file, rules } = state;
  const posts = file.posts.map(({ id }) => id);
  const placed = new Map(state.schools.map((school) => [school.uai, school]));
  return shapes.features.flatMap((cell: Feature<Area, { code: string }>) => {
    const schools = cell.properties.code.split(' ').flatMap((uai) => placed.get(uai) ?? []);
    const [first] = schools;
    if (!first) return [];
    const owners = new Set(schools.map(({ uai }) => plan.referents[uai] ?? ''));
    const moved = schools.find(({ uai }) => plan.referents[uai] !== against.referents[uai]) ?? first;
    return [
      {
        uais: schools.map(({ uai }) => uai),
        area: cell.geometry,
        post: posts.indexOf(plan.referents[moved.uai] ?? ''),
        before: posts.indexOf(against.referents[moved.uai] ?? ''),
        shared: owners.size > 1,
        lon: first.lon ?? 0,
        lat: first.lat ?? 0,
        changed: plan.referents[moved.uai] !== against.referents[moved.uai],
        pinned: schools.some(({ uai }) => rules.pinned.includes(uai))
      }
    ];
  });
}

/** What the map shows of a plan: the one on screen where none is given. */
export const sectorScene = (state: LoadsInUse, shapes: SectorShapes, plan = state.plan): SectorScene => ({
  kind: 'ecoles',
  areas: baseAreas(state.dashboard),
  points: [],
  cells: sectorCells(state, shapes, plan),
  bases: sectorBases(state),
  waiting: waitingPlaces(state)
});

/** A fixed plane fine enough to measure in, and the longest side of a sector's shape as a share of the territory's extent. */
const PLANE: Viewport = { width: 0, height: 0, x: 0, y: 0, world: 1e7 };
const REACH = 0.13;

export interface PostHull extends SectorHull {
  post: number;
  /** Its schools: positions of its pairs and triples. */
  places: readonly SectorCell[];
}

/** The shape of each post's sector, the same whatever the zoom. */
export function sectorHulls(cells: readonly SectorCell[]): PostHull[] {
  if (cells.length === 0) return [];
  const [west, south, east, north] = boundsOf(cells.map(({ area }) => area));
  const [[x1, y1], [x2, y2]] = [project(PLANE, west, north), project(PLANE, east, south)];
  const reach = (REACH * (x2 - x1 + y2 - y1)) / 2;
  const posts = [...new Set(cells.map(({ post }) => post))].filter((post) => post >= 0).sort((a, b) => a - b);
  return posts.map((post) => {
    const places = cells.filter((cell) => cell.post === post);
    const points = places.map(({ lon, lat }) => project(PLANE, lon, lat));
    return { post, places, ...sectorHull(points, reach) };
  });
}

export type SectorSymbol = 'sector' | 'base' | 'school' | 'moved' | 'waiting';

/** What the map shows of the plan on screen, in words. */
export function symbolsOf(state: LoadsInUse): { kind: SectorSymbol; label: string }[] {
  const shown: Record<SectorSymbol, boolean> = {
    sector: true,
    base: true,
    school: true,
    moved: state.isChanged,
    waiting: waitingPlaces(state).length > 0
  };
  const labels: Record<SectorSymbol, () => string> = {
    sector: m.sectors_key_sector,
    base: m.sectors_key_base,
    school: m.sectors_key_school,
    moved: m.sectors_key_moved,
    waiting: m.sectors_key_waiting
  };
  return (Object.keys(shown) as SectorSymbol[]).flatMap((kind) =>
    shown[kind] ? [{ kind, label: labels[kind]() }] : []
  );
}

/** Schools that wait and are not in the plan; at the town hall of their commune where their position is unknown. */
function waitingPlaces({ file, facts, schools }: LoadsInUse): SectorPlace[] {
  const counted = new Set(schools.map(({ uai }) => uai));
  return file.schools.flatMap(({ uai, waiting }) => {
    const { lon = null, lat = null } = facts.get(uai) ?? {};
    return waiting && !counted.has(uai) && lon !== null && lat !== null ? [{ code: uai, lon, lat }] : [];
  });
}

export function sectorBases({ file, dashboard }: LoadsInUse): SectorBase[] {
  return file.posts.flatMap(({ base }, post) => {
    const town = dashboard.communes.find(({ code }) => code === base);
    return town ? [{ post, lon: town.town_lon, lat: town.town_lat }] : [];
  });
}
