// Layout of the map of one place: viewport, visible features, names that fit, numbered schools.
import { boxInside, overlap, polygonOnScreen, type Box, type Polygon } from '$lib/map/geometry/polygons.ts';
import { boundsOf, type Area, type Shapes } from '$lib/map/geometry/shapes.ts';
import { textWidth } from '$lib/map/labels/label-text.ts';
import { fit, type Bounds, type Point, type Viewport } from '$lib/map/geometry/viewport.ts';

/** Margin around the place, as a share of the map's height. */
const MARGIN = 0.07;
/** Minimum extent of the map, so that a QPV keeps its surroundings. */
const LEAST_DEGREES = 0.022;
/** Pixels between two candidate positions of a name. */
const STEP = 4;

/** Viewport of a place and its surroundings. */
export function placeView(areas: readonly Area[], whole: Bounds, width: number, height: number): Viewport {
  const [west, south, east, north] = areas.length > 0 ? boundsOf(areas) : whole;
  const spare = Math.max(0, LEAST_DEGREES - (north - south)) / 2;
  const margin = Math.round(height * MARGIN);
  const padding = { top: margin, right: margin, bottom: margin, left: margin };
  return fit([west, south - spare, east, north + spare], width, height, padding);
}

const windowOf = ({ width, height }: Viewport): Box => ({ left: 0, top: 0, right: width, bottom: height });

/** Only features within the viewport, to keep the SVG small. */
export function seenIn<Shape extends { geometry: Area }>(view: Viewport, shapes: readonly Shape[]): Shape[] {
  const frame = windowOf(view);
  return shapes.filter(({ geometry }) => overlap(polygonOnScreen(view, geometry).box, frame));
}

interface PlaceName {
  code: string;
  name: string;
  at: Point;
}

const overlapOf = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Box of a name inside an area, clear of the boxes taken, nearest to the centre of its visible part. */
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

/** Names of communes that fit in the viewport; others are left out. */
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

export interface Numbered {
  number: number;
  at: Point;
}

const ROUNDS = 60;

/**
 * Pushes numbers apart until they are `gap` pixels from one another, within the map; a leader line then joins each to its place.
 * Deterministic.
 */
export function spreadNumbers<One extends Numbered>(
  numbers: readonly One[],
  gap: number,
  width: number,
  height: number
): (One & { drawn: Point })[] {
  const spots = numbers.map(({ at }) => [...at] as [number, number]);
  const keep = (value: number, most: number) => Math.min(most - gap / 2, Math.max(gap / 2, value));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const [i, a] of spots.entries()) {
      for (const [j, b] of spots.entries()) {
        if (j <= i) continue;
        const dx = b[0] - a[0];
        const dy = b[1] - a[1];
        const away = Math.hypot(dx, dy);
        if (away >= gap) continue;
        // Schools at one position are pushed in a direction of their own.
        const angle = away < 0.01 ? (i * 2.4 + j) % (2 * Math.PI) : Math.atan2(dy, dx);
        const push = (gap - away) / 2 + 0.05;
        a[0] = keep(a[0] - Math.cos(angle) * push, width);
        a[1] = keep(a[1] - Math.sin(angle) * push, height);
        b[0] = keep(b[0] + Math.cos(angle) * push, width);
        b[1] = keep(b[1] + Math.sin(angle) * push, height);
        moved = true;
      }
    }
    if (!moved) break;
  }
  return numbers.map((one, at) => ({ ...one, drawn: spots[at] ?? one.at }));
}
