// What lies nearest to each school: Voronoi cells (G. Voronoï, 1908), cut by half-planes, and the cells that touch.
import { intersect } from '@turf/intersect';
import { featureCollection, feature } from '@turf/helpers';
import type { MultiPolygon, Polygon } from 'geojson';

export interface Site {
  id: string;
  lon: number;
  lat: number;
}

/** A corner of a cell, and the site beyond the edge that leaves it (-1: the frame). */
interface Corner {
  x: number;
  y: number;
  beyond: number;
}

const FRAME_DEGREES = 1;
const METRES = 1e-9;

/** Keeps the part of a convex cell that is nearer to `own` than to `other`. */
function nearer(cell: readonly Corner[], own: Corner, other: Corner, index: number): Corner[] {
  const [dx, dy] = [other.x - own.x, other.y - own.y];
  const middle = (other.x ** 2 - own.x ** 2 + other.y ** 2 - own.y ** 2) / 2;
  const side = ({ x, y }: Corner) => x * dx + y * dy - middle;
  return cell.flatMap((here, at) => {
    const next = cell[(at + 1) % cell.length]!;
    const [a, b] = [side(here), side(next)];
    const share = a / (a - b);
    const crossing = { x: here.x + share * (next.x - here.x), y: here.y + share * (next.y - here.y) };
    if (a <= METRES) return b <= METRES ? [here] : [here, { ...crossing, beyond: index }];
    return b < -METRES ? [{ ...crossing, beyond: here.beyond }] : [];
  });
}

/** Cells of sites at different places, over the same frame; longitudes shrunk so that near means near on the ground. */
function cells(sites: readonly Site[]): Corner[][] {
  const shrink = Math.cos(((sites[0]?.lat ?? 0) * Math.PI) / 180);
  const points = sites.map(({ lon, lat }) => ({ x: lon * shrink, y: lat, beyond: -1 }));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs) - FRAME_DEGREES, Math.max(...xs) + FRAME_DEGREES];
  const [low, high] = [Math.min(...ys) - FRAME_DEGREES, Math.max(...ys) + FRAME_DEGREES];
  const frame = [
    [left, low],
    [right, low],
    [right, high],
    [left, high]
  ] as const;
  return points.map((own, at) =>
    points
      .reduce<Corner[]>(
        (cell, other, index) => (index === at ? cell : nearer(cell, own, other, index)),
        frame.map(([x, y]) => ({ x, y, beyond: -1 }))
      )
      .map(({ x, y, beyond }) => ({ x: x / shrink, y, beyond }))
  );
}

/** Sites by place: those that share one share their cell. */
function places(sites: readonly Site[]): Site[][] {
  const byPlace = new Map<string, Site[]>();
  for (const site of sites) {
    const key = `${site.lon} ${site.lat}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), site]);
  }
  return [...byPlace.values()];
}

/** Pairs of sites whose cells touch, in order of id; sites at one place touch. */
export function touching(sites: readonly Site[]): [string, string][] {
  const groups = places(sites);
  const pairs = new Map<string, [string, string]>();
  const add = (a: Site, b: Site) => {
    const [first, second] = [a.id, b.id].sort() as [string, string];
    if (first !== second) pairs.set(`${first} ${second}`, [first, second]);
  };
  cells(groups.map(([site]) => site!)).forEach((cell, at) => {
    const near = [groups[at]!, ...cell.flatMap(({ beyond }) => (beyond < 0 ? [] : [groups[beyond]!]))];
    for (const a of groups[at]!) for (const b of near.flat()) add(a, b);
  });
  return [...pairs.keys()].sort().map((key) => pairs.get(key)!);
}

const rounded = (position: readonly number[]) => position.map((degrees) => Math.round(degrees * 1e5) / 1e5);

/** The surroundings of each place of sites within an area: what is nearest to it there. */
export function surroundings(
  sites: readonly Site[],
  area: Polygon | MultiPolygon
): { ids: string[]; geometry: Polygon | MultiPolygon }[] {
  const groups = places(sites);
  return cells(groups.map(([site]) => site!)).flatMap((cell, at) => {
    const ring = [...cell, cell[0]!].map(({ x, y }) => [x, y]);
    const whole = feature<Polygon>({ type: 'Polygon', coordinates: [ring] });
    const cut = intersect(featureCollection<Polygon | MultiPolygon>([feature(area), whole]))?.geometry;
    if (!cut) return [];
    const geometry: Polygon | MultiPolygon =
      cut.type === 'Polygon'
        ? { type: 'Polygon', coordinates: cut.coordinates.map((line) => line.map(rounded)) }
        : {
            type: 'MultiPolygon',
            coordinates: cut.coordinates.map((part) => part.map((line) => line.map(rounded)))
          };
    return [{ ids: groups[at]!.map(({ id }) => id), geometry }];
  });
}
