// Simplifies the shape of a road: drops the points that lie within a tolerance of the line without them (Douglas-Peucker).

function offset(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

/**
 * Indices of the points to keep, first and last included. D. Douglas and T. Peucker, Cartographica 10 (1973).
 * `x`, `y` and `tolerance` in the same unit.
 */
export function simplify(x: readonly number[], y: readonly number[], tolerance: number): number[] {
  const kept = [0];
  const stack: [number, number][] = [[0, x.length - 1]];
  while (stack.length > 0) {
    const [first, last] = stack.pop()!;
    let worst = tolerance;
    let at = -1;
    for (let i = first + 1; i < last; i++) {
      const d = offset(x[i]!, y[i]!, x[first]!, y[first]!, x[last]!, y[last]!);
      if (d > worst) {
        worst = d;
        at = i;
      }
    }
    if (at < 0) kept.push(last);
    else stack.push([at, last], [first, at]);
  }
  return kept;
}
