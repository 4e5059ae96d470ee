// Fewer points on a line, none of those left out farther than a tolerance from it (Douglas-Peucker).
import type { Position } from 'geojson';

/** Distance from a point to the segment a-b, in the points' own unit. */
function distance([x, y]: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x! - a[0]!) * dx + (y! - a[1]!) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x! - a[0]! - share * dx, y! - a[1]! - share * dy);
}

/** @param tolerance in the points' own unit */
export function simplifyLine(line: readonly Position[], tolerance: number): Position[] {
  const kept = new Uint8Array(line.length);
  const closed = line.length > 3 && distance(line[0]!, line.at(-1)!, line.at(-1)!) === 0;
  const half = closed ? line.length >> 1 : line.length - 1;
  for (const at of [0, half, line.length - 1]) kept[at] = 1;
  const parts: [number, number][] = [
    [0, half],
    [half, line.length - 1]
  ];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part;
    let farthest = from;
    let most = tolerance;
    for (let at = from + 1; at < to; at++) {
      const away = distance(line[at]!, line[from]!, line[to]!);
      if (away > most) [farthest, most] = [at, away];
    }
    if (farthest === from) continue;
    kept[farthest] = 1;
    parts.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => kept[at]);
}
