// Straight-line distance.

const METRES_PER_DEGREE = 111_195;

/** @param a, b [lon, lat] in degrees; @returns metres (equirectangular, error below 0.1 % under 50 km) */
export function metresBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const meanLatitude = ((a[1] + b[1]) / 2) * (Math.PI / 180);
  const dx = (b[0] - a[0]) * Math.cos(meanLatitude);
  const dy = b[1] - a[1];
  return Math.hypot(dx, dy) * METRES_PER_DEGREE;
}
