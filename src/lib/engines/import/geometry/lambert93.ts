// Lambert-93 (EPSG:2154), the projection of French official maps, to degrees.

/** GRS80 first eccentricity and the constants of RGF93 / Lambert-93, as IGN publishes them (NTG 71). */
const E = 0.081819191042816;
const N = 0.725607765053267;
const C = 11_754_255.426096;
const X_POLE = 700_000;
const Y_POLE = 12_655_612.049876;
const MERIDIAN = (3 * Math.PI) / 180;
const PRECISION = 1e-12;

/**
 * Inverse Lambert conformal conic (IGN NTG 71, algorithms 2 and 4).
 * @param x easting in metres
 * @param y northing in metres
 * @returns [longitude, latitude] in degrees (RGF93, equal to WGS84 within a few decimetres)
 */
export function fromLambert93(x: number, y: number): [number, number] {
  const radius = Math.hypot(x - X_POLE, y - Y_POLE);
  const lon = MERIDIAN + Math.atan2(x - X_POLE, Y_POLE - y) / N;
  const isometric = Math.exp(-Math.log(radius / C) / N);
  let lat = 2 * Math.atan(isometric) - Math.PI / 2;
  for (let change = Infinity; change > PRECISION;) {
    const wave = E * Math.sin(lat);
    const next = 2 * Math.atan(((1 + wave) / (1 - wave)) ** (E / 2) * isometric) - Math.PI / 2;
    change = Math.abs(next - lat);
    lat = next;
  }
  return [(lon * 180) / Math.PI, (lat * 180) / Math.PI];
}

/** Whether a pair of metres is within the extent of Lambert-93: metropolitan France and its seas. */
export function inLambert93(x: number, y: number): boolean {
  return x > 0 && x < 1_400_000 && y > 6_000_000 && y < 7_300_000;
}
