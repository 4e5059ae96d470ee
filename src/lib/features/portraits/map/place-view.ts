// The small map of one place: the view that holds it, what is seen in it, and the names that find room there.
import type { Position } from 'geojson';
import { boxInside, overlap, polygonOnScreen, type Box, type Polygon } from '$lib/map/geometry/polygons.ts';
import type { Area, Shapes } from '$lib/map/geometry/shapes.ts';
import { textWidth } from '$lib/map/labels/label-text.ts';
import { fit, type Bounds, type Point, type Viewport } from '$lib/map/geometry/viewport.ts';

/** Room around the place, as a share of the map's height. */
const MARGIN = 0.07;
/** A place is never drawn larger than this: a QPV keeps its surroundings. */
const LEAST_DEGREES = 0.022;
const STEP = 4;

const ringsOf = ({ type, coordinates }: Area): Position[][] =>
  type === 'Polygon' ? coordinates : coordinates.flat();

/** West, south, east, north of some areas; null without one. */
export function boundsOf(areas: readonly Area[]): Bounds | null {
  const positions = areas.flatMap((area) => ringsOf(area).flat());
  if (positions.length === 0) return null;
  const east = positions.map((position) => position[0] ?? 0);
  const north = positions.map((position) => position[1] ?? 0);
  return [Math.min(...east), Math.min(...north), Math.max(...east), Math.max(...north)];
}

/** The view of a place and its surroundings. */
export function placeView(areas: readonly Area[], whole: Bounds, width: number, height: number): Viewport {
  const [west, south, east, north] = boundsOf(areas) ?? whole;
  const spare = Math.max(0, LEAST_DEGREES - (north - south)) / 2;
  const margin = Math.round(height * MARGIN);
  return fit([west, south - spare, east, north + spare], width, height, {
    ...{ top: margin, right: margin, bottom: margin, left: margin }
  });
}

const windowOf = ({ width, height }: Viewport): Box => ({ left: 0, top: 0, right: width, bottom: height });

/** Only the features that the view shows: a drawing does not carry the whole territory. */
export function seenIn<Shape extends { geometry: Area }>(view: Viewport, shapes: readonly Shape[]): Shape[] {
  const frame = windowOf(view);
  return shapes.filter(({ geometry }) => overlap(polygonOnScreen(view, geometry).box, frame));
}

export interface PlaceName {
  code: string;
  name: string;
  at: Point;
}

const overlapOf = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** The box of a name inside an area that is clear of all that is taken, nearest to the middle of what is seen of it. */
function roomFor(polygon: Polygon, seen: Box, width: number, height: number, taken: readonly Box[]) {
  const middle: Point = [(seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2];
  let best: { at: Point; box: Box } | null = null;
  let nearest = Infinity;
  for (let y = seen.top + height / 2; y <= seen.bottom - height / 2; y += STEP) {
    for (let x = seen.left + width / 2; x <= seen.right - width / 2; x += STEP) {
      const away = Math.hypot(x - middle[0], y - middle[1]);
      if (away >= nearest) continue;
      const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      if (taken.some((other) => overlapOf(box, other) > 0) || !boxInside(polygon, box)) continue;
      [best, nearest] = [{ at: [x, y], box }, away];
    }
  }
  return best;
}

/** Names of the communes that have room for it in the view; the others go without. */
export function placeNames(
  view: Viewport,
  communes: Shapes['communes']['features'],
  size: number,
  reserved: readonly Box[]
): PlaceName[] {
  const frame = windowOf(view);
  const taken = [...reserved];
  return communes.flatMap(({ geometry, properties: { code, name: written } }) => {
    const name = written.replaceAll("'", '’');
    const polygon = polygonOnScreen(view, geometry);
    const { box } = polygon;
    const seen = {
      left: Math.max(box.left, frame.left + 4),
      right: Math.min(box.right, frame.right - 4),
      top: Math.max(box.top, frame.top + 4),
      bottom: Math.min(box.bottom, frame.bottom - 4)
    };
    const room = roomFor(polygon, seen, textWidth(name, size) + 6, size * 1.3, taken);
    if (room) taken.push(room.box);
    return room ? [{ code, name, at: room.at }] : [];
  });
}
