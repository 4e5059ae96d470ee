// Maximum of a concave function that has corners, of few variables: a Lagrangian dual.

export interface Evaluated {
  value: number;
  /** A supergradient. */
  slope: Float64Array;
}

/** By how much space is dilated along the difference of two slopes: corners become round. */
const DILATION = 2.5;
/** Steps along a direction before the next ones are longer, and by how much; a single one makes them shorter. */
const MANY_STEPS = 2;
const LONGER = 1.2;
const SHORTER = 0.9;
/** Steps along one direction. */
const MOST_STEPS = 30;

const scalar = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, i) => sum + value * other[i]!, 0);

/**
 * The r-algorithm (N. Shor, Minimization Methods for Non-Differentiable Functions, 1985, chapter 3).
 *
 * @param evaluate value and a supergradient at a point
 * @param options `first`: length of the first step; `last`: length of those at which it ends
 * @returns the best point seen
 *
 * @example
 * const roof = ([x, y]: Float64Array) => ({
 *   value: -Math.abs(x! - 3) - 100 * Math.abs(y! - x!),
 *   slope: Float64Array.of(Math.sign(3 - x!) + 100 * Math.sign(y! - x!), 100 * Math.sign(x! - y!))
 * });
 * shorAscent(roof, new Float64Array(2), { first: 1, last: 1e-6, most: 1000 }); // near [3, 3]
 */
export function shorAscent(
  evaluate: (point: Float64Array) => Evaluated,
  start: Float64Array,
  { first, last, most }: { first: number; last: number; most: number }
): Float64Array {
  const size = start.length;
  let space = Array.from({ length: size }, (_, i) => Float64Array.from(start, (_v, j) => (i === j ? 1 : 0)));
  const through = (vector: Float64Array) =>
    vector.map((_, j) => space.reduce((sum, row, i) => sum + row[j]! * vector[i]!, 0));
  let point = start;
  let at = evaluate(point);
  let best = { point, value: at.value };
  let step = first;
  for (let tries = 0; tries < most;) {
    const slope = through(at.slope);
    const length = Math.sqrt(scalar(slope, slope));
    if (length === 0) break;
    const way = Float64Array.from(space, (row) => scalar(row, slope) / length);
    const before = at.slope;
    const long = Math.sqrt(scalar(way, way));
    let steps = 0;
    do {
      point = point.map((value, i) => value + step * way[i]!);
      at = evaluate(point);
      tries += 1;
      steps += 1;
      if (at.value > best.value) best = { point, value: at.value };
      if (steps % MANY_STEPS === 0) step *= LONGER;
    } while (scalar(at.slope, way) > 0 && steps < MOST_STEPS);
    if (steps === 1) step *= SHORTER;
    if (step * long < last) break;
    const change = through(at.slope.map((value, i) => value - before[i]!));
    const size2 = Math.sqrt(scalar(change, change));
    if (size2 === 0) continue;
    const unit = change.map((value) => value / size2);
    space = space.map((row) => {
      const along = (1 / DILATION - 1) * scalar(row, unit);
      return row.map((value, j) => value + along * unit[j]!);
    });
  }
  return best.point;
}
