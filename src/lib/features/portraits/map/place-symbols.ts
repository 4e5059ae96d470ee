// Numbered schools of the small map: symbols that would cover one another are moved apart, a line leads back to the place.
import type { Point } from '$lib/map/geometry/viewport.ts';

export interface Numbered {
  number: number;
  at: Point;
}

const ROUNDS = 60;

/** Pushes numbers apart until they are `gap` pixels from one another, within the map; the same input gives the same drawing. */
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
        // Two schools of one site part along a direction of their own.
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
