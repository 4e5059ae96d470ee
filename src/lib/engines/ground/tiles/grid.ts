// The squares into which a map of the world is cut (Web Mercator).

const column = (lon: number, z: number) => Math.floor((lon / 360 + 0.5) * 2 ** z);
const row = (lat: number, z: number) => {
  const sine = Math.sin((lat * Math.PI) / 180);
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
};

/** Every square of a zoom that a box touches. @param box [west, south, east, north], degrees WGS84 */
export function* squaresOf(
  [west, south, east, north]: readonly [number, number, number, number],
  z: number
): Generator<{ x: number; y: number }> {
  for (let x = column(west, z); x <= column(east, z); x++)
    for (let y = row(north, z); y <= row(south, z); y++) yield { x, y };
}

const longitude = (x: number, z: number) => (x / 2 ** z) * 360 - 180;
const latitude = (y: number, z: number) =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;

/** The box of a square, degrees WGS84. */
export const squareBox = (
  x: number,
  y: number,
  z: number
): readonly [west: number, south: number, east: number, north: number] => [
  longitude(x, z),
  latitude(y + 1, z),
  longitude(x + 1, z),
  latitude(y, z)
];
