// Times where no road is known: the distance as the crow flies, a detour, a speed. An estimate, and told as one wherever it is shown.
import type { MultiPolygon, Position as Lonlat } from 'geojson';
import { greatCircleMetres, type Position, type RoadMode } from '../graph/road-graph.ts';
import { supposed, type Sourced } from '../parameters.ts';
import { emptyMatrix, type Matrix, type MatrixMeta, type Place } from '../travel-times.ts';

export const STRAIGHT_ENGINE = 'vol-d-oiseau';

/** Metres of way for one metre as the crow flies. */
export const STRAIGHT_DETOUR = supposed(1.3, 'hypothèse : détour moyen d’un réseau de rues et de routes');
/** km/h from door to door, parking apart. */
export const STRAIGHT_SPEEDS: Sourced<Record<RoadMode, number>> = supposed(
  { car: 30, bike: 14, foot: 4.5 },
  'hypothèse : vitesse moyenne en agglomération, arrêts compris'
);

const METRES_OF_A_DEGREE = 111_195;
/** Points of a circle. */
const CORNERS = 48;

/** Metres a second as the crow flies. */
const pace = (mode: RoadMode, peak: number) =>
  STRAIGHT_SPEEDS.value[mode] / 3.6 / STRAIGHT_DETOUR.value / (mode === 'car' ? peak : 1);

/** What an estimate is called: its figures, in a stable form. */
export function straightMeta(mode: RoadMode, peak = 1): MatrixMeta {
  const hours = mode === 'car' && peak !== 1 ? `;peak=${peak}` : '';
  return {
    engine: `${STRAIGHT_ENGINE} 1, ${mode}`,
    dataDate: '',
    calibration: `detour=${STRAIGHT_DETOUR.value};speed=${STRAIGHT_SPEEDS.value[mode]}${hours}`
  };
}

/**
 * Square, over `places`.
 * @param peak multiplies driving times
 */
export function straightMatrix(places: readonly Place[], mode: RoadMode, peak = 1): Matrix {
  const matrix = emptyMatrix(places.length, places.length, straightMeta(mode, peak));
  const speed = pace(mode, peak);
  places.forEach((from, o) =>
    places.forEach((to, d) => {
      const metres = greatCircleMetres(from, to);
      const cell = o * places.length + d;
      matrix.seconds[cell] = Math.round(metres / speed);
      matrix.metres![cell] = Math.round(metres * STRAIGHT_DETOUR.value);
    })
  );
  return matrix;
}

/** Areas within each limit of seconds, in the order given: circles, counterclockwise (RFC 7946). */
export function straightAreas(
  { lon, lat }: Position,
  mode: RoadMode,
  limits: readonly number[],
  peak = 1
): { seconds: number; area: MultiPolygon }[] {
  return limits.map((seconds) => {
    const north = (seconds * pace(mode, peak)) / METRES_OF_A_DEGREE;
    const east = north / Math.cos((lat * Math.PI) / 180);
    const ring = Array.from({ length: CORNERS + 1 }, (_, corner): Lonlat => {
      const turn = ((corner % CORNERS) / CORNERS) * 2 * Math.PI;
      return [lon + east * Math.cos(turn), lat + north * Math.sin(turn)];
    });
    return { seconds, area: { type: 'MultiPolygon', coordinates: [[ring]] } };
  });
}
