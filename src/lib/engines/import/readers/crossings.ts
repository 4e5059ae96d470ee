// Where a surface's own edges cross: an outline that does so has no sure inside.
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { ringsOf, type Surface } from './surface.ts';

type Segment = readonly [number, number, number, number];

function segmentsOf(surface: Surface): Segment[] {
  return ringsOf(surface).flatMap((ring) =>
    ring.slice(1).flatMap(([x2 = 0, y2 = 0], at): Segment[] => {
      const [x1 = 0, y1 = 0] = ring[at] ?? [];
      return x1 === x2 && y1 === y2 ? [] : [[x1, y1, x2, y2]];
    })
  );
}

/** Which side of the line a-b the point is on. */
const side = ([ax, ay, bx, by]: Segment, x: number, y: number) =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

/** The point where two segments cross; null when they are apart, or only touch. */
function crossing(a: Segment, b: Segment): Position | null {
  const [a1, a2] = [side(b, a[0], a[1]), side(b, a[2], a[3])];
  const [b1, b2] = [side(a, b[0], b[1]), side(a, b[2], b[3])];
  if (a1 * a2 >= 0 || b1 * b2 >= 0) return null;
  const [dx, dy, ex, ey] = [a[2] - a[0], a[3] - a[1], b[2] - b[0], b[3] - b[1]];
  const t = ((b[0] - a[0]) * ey - (b[1] - a[1]) * ex) / (dx * ey - dy * ex);
  return [a[0] + t * dx, a[1] + t * dy];
}

/** One point where edges of the surface cross, or null. Edges that touch or lie on one another do not count. */
export function crossingOf(surface: Surface): Position | null {
  const segments = segmentsOf(surface);
  if (segments.length < 4) return null;
  const index = new Flatbush(segments.length);
  for (const [x1, y1, x2, y2] of segments) {
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  for (const [at, segment] of segments.entries()) {
    const [x1, y1, x2, y2] = segment;
    let found: Position | null = null;
    index.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), (other) => {
      if (other > at) found ??= crossing(segment, segments[other]!);
      return false;
    });
    if (found) return found;
  }
  return null;
}
