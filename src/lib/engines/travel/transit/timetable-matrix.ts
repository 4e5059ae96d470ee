// Times by public transport over the places of a page: those of the shipped file, with the lengths of the road.
import { NO_WAY, emptyMatrix } from '../travel-times.ts';
import type { Matrix, Place } from '../travel-times.ts';

/**
 * A square matrix over `places`. A bus does not say how far it drives: its length is that of the road.
 * @param shipped times over its own points, told apart by id; a place that it does not hold has no way
 * @param roads square, over `places`
 */
export function timetableMatrix(
  shipped: { matrix: Matrix; points: readonly Place[] },
  places: readonly Place[],
  roads: Matrix
): Matrix {
  const { matrix, points } = shipped;
  const rowOf = new Map(points.map(({ id }, row) => [id, row]));
  const own = emptyMatrix(places.length, places.length, matrix.meta);
  const rows = places.map(({ id }) => rowOf.get(id));
  rows.forEach((from, o) =>
    rows.forEach((to, d) => {
      const cell = o * places.length + d;
      if (from === undefined || to === undefined) return;
      own.seconds[cell] = matrix.seconds[from * matrix.destinations + to]!;
      own.metres![cell] = own.seconds[cell] === NO_WAY ? NO_WAY : roads.metres![cell]!;
    })
  );
  return own;
}
