// Straight-line estimates, for modes without a road graph: distance times a detour factor, over an average speed.
import type { MultiPolygon, Position as Lonlat } from 'geojson';
import { greatCircleMetres, METRES_PER_DEGREE, type Position } from '../../../algorithms/distance.ts';
import { STRAIGHT_LINE_DETOUR, STRAIGHT_LINE_SPEEDS } from '../../../model/travel/travel-settings.ts';
import type { RoadMode } from '../../../model/travel/road-network.ts';
import type { Matrix, MatrixMeta, Place } from '../../../model/travel/travel-times.ts';

const ENGINE = 'vol-d-oiseau';

/** Sides of the polygon that stands for a circle. */
const CORNERS = 48;

/** Straight-line metres a second. */
const straightLinePace = (mode: RoadMode, peak: number) =>
  STRAIGHT_LINE_SPEEDS[mode] / 3.6 / STRAIGHT_LINE_DETOUR / (mode === 'car' ? peak : 1);

/** Provenance of an estimate: its figures in a stable form. */
function straightLineMeta(mode: RoadMode, peak = 1): MatrixMeta {
  const hours = mode === 'car' && peak !== 1 ? `;peak=${peak}` : '';
  return {
    engine: `${ENGINE} 1, ${mode}`,
    dataDate: '',
    calibration: `detour=${STRAIGHT_LINE_DETOUR};speed=${STRAIGHT_LINE_SPEEDS[mode]}${hours}`
  };
}

/**
 * Estimated seconds and metres between all pairs of places, by several modes: they share their metres.
 *
 * @param peak multiplies driving times
 */
export function straightLineMatrices<Mode extends RoadMode>(
  places: readonly Place[],
  modes: readonly Mode[],
  peak = 1
): Record<Mode, Matrix> {
  const count = places.length;
  const metres = new Int32Array(count * count);
  const filled = modes.map((mode) => ({
    mode,
    seconds: new Int32Array(count * count),
    pace: straightLinePace(mode, peak)
  }));
  // One way is as long as the other: each pair is measured once.
  for (let o = 0; o < count; o += 1) {
    for (let d = o + 1; d < count; d += 1) {
      const straight = greatCircleMetres(places[o]!, places[d]!);
      const [cell, back] = [o * count + d, d * count + o];
      metres[cell] = metres[back] = Math.round(straight * STRAIGHT_LINE_DETOUR);
      for (const { seconds, pace } of filled) seconds[cell] = seconds[back] = Math.round(straight / pace);
    }
  }
  return Object.fromEntries(
    filled.map(({ mode, seconds }) => [
      mode,
      { origins: count, destinations: count, seconds, metres, meta: straightLineMeta(mode, peak) }
    ])
  ) as Record<Mode, Matrix>;
}

/**
 * Areas within reach of a place: circles, counterclockwise (RFC 7946).
 *
 * @param limits seconds
 * @param peak multiplies driving times
 * @returns in the order of `limits`
 */
export function straightLineAreas(
  { lon, lat }: Position,
  mode: RoadMode,
  limits: readonly number[],
  peak = 1
): { seconds: number; area: MultiPolygon }[] {
  return limits.map((seconds) => {
    const north = (seconds * straightLinePace(mode, peak)) / METRES_PER_DEGREE;
    const east = north / Math.cos((lat * Math.PI) / 180);
    const ring = Array.from({ length: CORNERS + 1 }, (_, corner): Lonlat => {
      const turn = ((corner % CORNERS) / CORNERS) * 2 * Math.PI;
      return [lon + east * Math.cos(turn), lat + north * Math.sin(turn)];
    });
    return { seconds, area: { type: 'MultiPolygon', coordinates: [[ring]] } };
  });
}
