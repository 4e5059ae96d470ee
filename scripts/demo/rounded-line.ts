// Lines of few points, drawn as curves.
import type { Position } from 'geojson';

/** Points between two of the given ones. */
const STEPS = 6;
const DECIMALS = 5;

type Place = readonly [number, number];

const between = (a: Place, b: Place, share: number): Place => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share
];
const away = (a: Place, b: Place) => Math.max(1e-9, Math.sqrt(Math.hypot(b[0] - a[0], b[1] - a[1])));
const written = ([x, y]: Place): Position => [Number(x.toFixed(DECIMALS)), Number(y.toFixed(DECIMALS))];

/** A point of the centripetal Catmull-Rom curve through four points, between the second and the third; it never loops. */
function curvePoint([p0, p1, p2, p3]: readonly [Place, Place, Place, Place], share: number): Place {
  const t1 = away(p0, p1);
  const t2 = t1 + away(p1, p2);
  const t3 = t2 + away(p2, p3);
  const t = t1 + (t2 - t1) * share;
  const a1 = between(p0, p1, t / t1);
  const a2 = between(p1, p2, (t - t1) / (t2 - t1));
  const a3 = between(p2, p3, (t - t2) / (t3 - t2));
  return between(between(a1, a2, t / t2), between(a2, a3, (t - t1) / (t3 - t1)), (t - t1) / (t2 - t1));
}

/**
 * The line through all the points given, in degrees, as a curve; a closed one stays closed.
 *
 * @returns positions with five decimals (about a metre)
 */
export function rounded(points: readonly Position[]): Position[] {
  const places = points.map(([x = 0, y = 0]): Place => [x, y]);
  const first = places[0]!;
  const last = places.at(-1)!;
  if (places.length < 3) return places.map(written);
  const closed = first[0] === last[0] && first[1] === last[1];
  const before = closed ? places.at(-2)! : between(first, places[1]!, -1);
  const after = closed ? places[1]! : between(last, places.at(-2)!, -1);
  const all = [before, ...places, after];
  const curve = places.slice(0, -1).flatMap((_, at) => {
    const four = all.slice(at, at + 4) as unknown as [Place, Place, Place, Place];
    return Array.from({ length: STEPS }, (__, step) => curvePoint(four, step / STEPS));
  });
  return [...curve, last].map(written);
}
