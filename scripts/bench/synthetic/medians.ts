// Capacitated p-medians drawn from a seed, in the usual manner: points spread evenly over a square, one capacity for all of them.
import { parseMedianProblem, type MedianProblem } from '../../../src/lib/engines/p-median/index.ts';
import { seeded } from './random.ts';

export interface MedianShape {
  points: number;
  bases: number;
  /** Total demand over the capacity of the p medians. */
  filled: number;
}

const SIDE = 1000;
const MOST_DEMAND = 20;

/** Demands of 1 to 20, as I. Osman and N. Christofides (1994) draw them; the square is ten times as wide, so that distances differ. */
export function syntheticMedians(seed: number, { points, bases, filled }: MedianShape): MedianProblem {
  const next = seeded(seed);
  const whole = (most: number) => 1 + Math.floor(next() * most);
  const drawn = Array.from({ length: points }, () => ({
    x: whole(SIDE),
    y: whole(SIDE),
    demand: whole(MOST_DEMAND)
  }));
  const total = drawn.reduce((sum, { demand }) => sum + demand, 0);
  const capacity = Math.ceil(total / (bases * filled));
  const rows = drawn.map(({ x, y, demand }) => `${x} ${y} ${capacity} ${demand}`);
  return parseMedianProblem([`${points} ${bases}`, ...rows].join('\n'));
}
