// Distances on the Earth between positions in degrees (WGS84, on a sphere).

/** A position in degrees. */
export interface Position {
  lon: number;
  lat: number;
}

/** Radius of the sphere, metres: the Earth's mean radius (H. Moritz, Geodetic Reference System 1980). */
const EARTH_METRES = 6_371_008.8;
/** Metres of a degree of latitude, on that sphere. */
export const METRES_PER_DEGREE = 111_195;
/** The same in kilometres. */
export const KM_PER_DEGREE = METRES_PER_DEGREE / 1000;

const RADIANS = Math.PI / 180;

/**
 * Straight-line distance on the plane that touches the sphere half-way (equirectangular projection); error below 0.1 % under 50 km.
 *
 * @param a, b [lon, lat] in degrees
 * @returns degrees of latitude: times {@link METRES_PER_DEGREE}, metres
 * @example
 * planeDegrees([0, 60], [1, 60]); // 0.5: a degree of longitude is half as long there
 */
export function planeDegrees(a: readonly [number, number], b: readonly [number, number]): number {
  const dx = (b[0] - a[0]) * Math.cos(((a[1] + b[1]) / 2) * RADIANS);
  return Math.hypot(dx, b[1] - a[1]);
}

/**
 * The same in metres.
 *
 * @param a, b [lon, lat] in degrees
 * @example
 * metresBetween([3.06, 50.63], [3.16, 50.69]); // 9693, about: Lille to Roubaix
 */
export const metresBetween = (a: readonly [number, number], b: readonly [number, number]): number =>
  planeDegrees(a, b) * METRES_PER_DEGREE;

/**
 * Great-circle distance (haversine formula; R. Sinnott, Virtues of the haversine, Sky and Telescope 68, 1984): exact on the sphere at any
 * distance.
 *
 * @returns metres
 * @example
 * greatCircleMetres({ lon: 0, lat: 0 }, { lon: 180, lat: 0 }); // 20015115: half of the equator
 */
export function greatCircleMetres(a: Position, b: Position): number {
  const s = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const t = Math.sin(((b.lon - a.lon) * RADIANS) / 2);
  const chord = Math.sqrt(s * s + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * t * t);
  return 2 * EARTH_METRES * Math.asin(chord);
}
