// Arrow keys on a map: the nearest place in a direction.
import type { Point } from './viewport.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

export interface Spot {
  id: string;
  at: Point;
}

const AXES: Record<Direction, Point> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
/** A step aside costs twice a step ahead; a place more than 60° off the direction is not in it. */
const ASIDE = 2;
const WIDEST = Math.tan(Math.PI / 3);

/** The spot to go to from `from`, or null when nothing lies that way. Ties go to the smaller id. */
export function nearestSpot(spots: readonly Spot[], from: Spot, direction: Direction): Spot | null {
  const [ux, uy] = AXES[direction];
  let best: Spot | null = null;
  let cost = Infinity;
  for (const spot of spots) {
    if (spot.id === from.id) continue;
    const [dx, dy] = [spot.at[0] - from.at[0], spot.at[1] - from.at[1]];
    const ahead = dx * ux + dy * uy;
    const aside = Math.abs(dx * uy - dy * ux);
    if (ahead <= 0 || aside > ahead * WIDEST) continue;
    const price = ahead + ASIDE * aside;
    if (price < cost || (price === cost && best !== null && spot.id < best.id)) [best, cost] = [spot, price];
  }
  return best;
}

/** Where the keyboard enters: the spot nearest to the middle of the view. */
export function middleSpot(spots: readonly Spot[], middle: Point): Spot | null {
  let best: Spot | null = null;
  let distance = Infinity;
  for (const spot of spots) {
    const away = Math.hypot(spot.at[0] - middle[0], spot.at[1] - middle[1]);
    if (away < distance) [best, distance] = [spot, away];
  }
  return best;
}
