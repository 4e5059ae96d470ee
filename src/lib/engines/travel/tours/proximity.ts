// Places in a row, each beside those that are near it.
import { NO_WAY, type Matrix } from '../travel-times.ts';
import { shortestTour } from './shortest-tour.ts';

/** Stands for a way that does not exist, in seconds: dearer than any journey, yet a number. */
const FAR = 1e6;

/**
 * Rows of a square matrix in the order of the shortest way through all of them (an open one: it starts and ends where it likes).
 * Proven up to 12 places; a good order beyond.
 */
export function proximityOrder({ destinations: size, seconds }: Matrix): number[] {
  const between = (a: number, b: number) => {
    const [there, back] = [seconds[a * size + b]!, seconds[b * size + a]!];
    return there === NO_WAY || back === NO_WAY ? FAR : there + back;
  };
  // A base at no distance from anything turns the shortest round into the shortest open way.
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
