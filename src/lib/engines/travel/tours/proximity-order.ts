// Places of a matrix in an order in which each is beside those that are near it.
import { shortestTour } from '../../../algorithms/shortest-tour.ts';
import { NO_ROUTE, type Matrix } from '../../../model/travel/travel-times.ts';

/** Seconds that stand for a missing route: longer than any journey, yet finite. */
const NO_ROUTE_SECONDS = 1e6;

/**
 * Rows of a square matrix in the order of the shortest open path through all of them, each beside those that are near it. Optimal up to
 * 12 places.
 */
export function proximityOrder({ destinations: size, seconds }: Matrix): number[] {
  const between = (a: number, b: number) => {
    const [there, back] = [seconds[a * size + b]!, seconds[b * size + a]!];
    return there === NO_ROUTE || back === NO_ROUTE ? NO_ROUTE_SECONDS : there + back;
  };
  // A base at no distance from anything turns the shortest tour into the shortest open path.
  const all = size + 1;
  const cost = Float64Array.from({ length: all * all }, (_, cell) => {
    const [a, b] = [Math.floor(cell / all), cell % all];
    return a === size || b === size ? 0 : between(a, b);
  });
  return shortestTour(
    { size: all, cost },
    size,
    Array.from({ length: size }, (_, row) => row)
  ).order;
}
